namespace OfficerBot.Protocol.DirectLine;

/// <summary>A client has opened a conversation. <paramref name="User"/> is null when it has not said who it is; it will with its first post.</summary>
public sealed record StartedConversation(string ConversationId, DirectLineUser? User, string? Locale);
