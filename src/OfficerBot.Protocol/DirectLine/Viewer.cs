namespace OfficerBot.Protocol.DirectLine;

/// <summary>Who reads: whose messages are "own" (nobody's when null), and the address under which he reaches the service.</summary>
internal sealed record Viewer(string ConversationId, string? UserId, string Root);
