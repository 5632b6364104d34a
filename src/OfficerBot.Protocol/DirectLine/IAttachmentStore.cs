namespace OfficerBot.Protocol.DirectLine;

/// <summary>Where the files lie that activities point to, the clients' and the bot's own.</summary>
public interface IAttachmentStore
{
    /// <summary>Null when there is none, or no longer one. The id is the only key: whoever knows it may read.</summary>
    Task<StoredAttachment?> FindAsync(string id, CancellationToken cancel);
}
