namespace OfficerBot.Protocol.DirectLine;

/// <summary>What is known about a post besides its activity. <paramref name="ClaimedUserId"/> is the upload address's userId.</summary>
internal sealed record Letter(string ConversationId, Caller Caller, string? ClaimedUserId, IReadOnlyList<Upload> Uploads);
