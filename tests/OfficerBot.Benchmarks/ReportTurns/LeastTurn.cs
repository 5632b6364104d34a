using NodaTime;
using OfficerBot.Conversation.Understanding;
using OfficerBot.Domain.Roster;
using OfficerBot.Protocol.Activities;
using OfficerBot.Storage;

namespace OfficerBot.Benchmarks.ReportTurns;

/// <summary>
/// The least a durable turn can do: the words are read, and one row is on the disk before anybody is answered, both as the service does it. What a report
/// turn costs beyond that is its own work: the lead, its number, what it counts for, the receipt and the row that is sent.
/// </summary>
internal sealed class LeastTurn : IAsyncDisposable
{
    private static readonly LocalDateTime Now = new(2020, 9, 16, 9, 0);

    private readonly Reader _reader;
    private readonly RosterBook _roster;
    private readonly SqliteStore _store;

    /// <summary>One that keeps its rows in a new store of a folder.</summary>
    public LeastTurn(string folder)
    {
        (_reader, _roster) = MessagesRead.Sample();
        _store = SqliteStore.Open(new(Path.Combine(folder, "least.db"), (_, _) => throw new NotSupportedException("It has no notices.")));
    }

    /// <summary>Reads and keeps.</summary>
    public Task TakeAsync(Activity activity, CancellationToken cancel) => _store.WriteAsync(
        session =>
        {
            _ = _reader.Read(activity.Text!, new(Now, false, true, null, Roles.Officer, null, _roster, "zh")); // the benchmark's messages have a text
            return session.Dedupe.IsFirst(activity.ChannelId!, activity.Conversation!.Id!, activity.Id!, Instant.FromUtc(2020, 9, 16, 1, 0)); // and all ids
        },
        cancel);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _store.DisposeAsync();
}
