using NodaTime;
using OfficerBot.Protocol.DirectLine;
using OfficerBot.Storage;

namespace OfficerBot.Doors;

/// <summary>Reads conversations and uploaded files for the Direct Line endpoints.</summary>
internal sealed class DirectLineLog(SqliteStore store, TimeProvider machine) : IConversationLog, IAttachmentStore
{
    public Task<ConversationState?> FindAsync(string conversationId, CancellationToken cancel) =>
        Task.FromResult(store.Read(s => s.DirectLine.Find(conversationId)) is { IsOver: false } found ? new ConversationState(conversationId, found.LastChange) : null);

    public Task<IReadOnlyList<LoggedActivity>> ReadAsync(string conversationId, long afterChange, int max, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<LoggedActivity>>(
            [.. store.Read(s => s.DirectLine.After(conversationId, afterChange, max)).Select(a => new LoggedActivity(a.Change, a.Json))]);

    Task<StoredAttachment?> IAttachmentStore.FindAsync(string id, CancellationToken cancel)
    {
        var now = Instant.FromDateTimeOffset(machine.GetUtcNow());
        return Task.FromResult(store.Read(s => s.Uploads.Find(id, now) is { } row
            ? new StoredAttachment(row.Name, row.ContentType, s.Uploads.Bytes(row))
            : null));
    }
}
