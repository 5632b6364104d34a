namespace OfficerBot.Protocol.DirectLine;

/// <summary>Who calls: the holder of a token, or (null) of the site's secret.</summary>
internal sealed record Caller(DirectLineToken? Token)
{
    public bool HasSecret => Token is null;

    public DirectLineUser? User => Token?.User;

    public bool MayEnter(string conversationId) => HasSecret || Token?.ConversationId == conversationId;
}
