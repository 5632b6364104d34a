using System.Threading.Channels;
using NodaTime;
using OfficerBot.Domain.People;
using OfficerBot.Protocol;
using OfficerBot.Protocol.Connector;
using OfficerBot.Storage;

namespace OfficerBot.Jobs;

/// <summary>How a message ended.</summary>
/// <param name="ActivityId">The channel's id of it; null when it gave none, or did not take it.</param>
/// <param name="IsSent">False: given up.</param>
/// <param name="IsDead">Nothing can be written into the chat until somebody writes in it.</param>
internal sealed record ConnectorMark(long Id, ChatId Chat, bool IsSent, string? ActivityId, int Attempts, bool IsDead, Instant At)
{
    /// <summary>The last answer, for one that is given up: what it means, its status (0 for none) and error code.</summary>
    public ConnectorOutcome Outcome { get; init; }

    /// <inheritdoc cref="Outcome"/>
    public int Status { get; init; }

    /// <inheritdoc cref="Outcome"/>
    public string? Error { get; init; }

    /// <summary>It has not ended: its conversation is left alone until then, also over a restart. Null for one that has.</summary>
    public Instant? RestsUntil { get; init; }
}

/// <summary>
/// Writes how messages ended, many in one transaction: what ends while one is on its way to the disk is in the next. A message that was sent and whose
/// mark is lost with the process is sent again, with the same content: the one doubtful point. Only so many may be in it: while the disk hangs, nothing
/// more is sent.
/// </summary>
internal sealed partial class ConnectorMarks(SqliteStore store, TimeProvider machine, ConnectorBusy busy, LostMessages lost, ILogger<ConnectorMarks> log)
{
    /// <summary>Marks that wait, and again as many on their way to the disk.</summary>
    internal const int MostWaiting = 64;

    private static readonly TimeSpan UntilStoreIsBack = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan WorthKeeping = TimeSpan.FromMinutes(1);

    private readonly Channel<ConnectorMark> _waiting = Channel.CreateBounded<ConnectorMark>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });

    /// <summary>Keeps it, soon; waits while too many have not been kept.</summary>
    public async ValueTask PutAsync(ConnectorMark mark, CancellationToken cancel)
    {
        busy.Begin();
        try
        {
            await _waiting.Writer.WriteAsync(mark, cancel);
        }
        catch
        {
            busy.End();
            throw;
        }
    }

    /// <summary>Keeps that its chat is to be left alone. A short rest is not worth a write: after a restart its chat is tried once too early.</summary>
    public ValueTask KeepRestAsync(PendingMessage message, int attempts, TimeSpan wait, CancellationToken cancel)
    {
        var now = Instant.FromDateTimeOffset(machine.GetUtcNow());
        return wait <= WorthKeeping ? ValueTask.CompletedTask
            : PutAsync(new(message.Id, message.Chat, false, null, attempts, false, now) { RestsUntil = now + Duration.FromTimeSpan(wait) }, cancel);
    }

    /// <summary>No more come.</summary>
    public void Close() => _waiting.Writer.TryComplete();

    /// <summary>Writes until it is closed and empty.</summary>
    /// <param name="cancel">Gives up, as the end of the store does; what is not written is sent again after the next start.</param>
    public async Task RunAsync(CancellationToken cancel)
    {
        var batch = new List<ConnectorMark>(MostWaiting);
        while (await _waiting.Reader.WaitToReadAsync(cancel))
        {
            while (batch.Count < MostWaiting && _waiting.Reader.TryRead(out var mark))
            {
                batch.Add(mark);
            }

            await WriteAsync(batch, cancel);
            busy.End(batch.Count);
            batch.Clear();
        }
    }

    private async Task WriteAsync(List<ConnectorMark> batch, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                lost.Publish(await store.WriteAsync(s => Write(s, batch), cancel));
                return;
            }
            catch (StoreUnavailableException e) when (e.Reason != UnavailableReason.Stopped)
            {
                MarksWait(batch.Count);
                await Task.Delay(UntilStoreIsBack, machine, cancel);
            }
            catch (Exception e) when (e is not (OperationCanceledException or StoreUnavailableException))
            {
                MarksLost(batch.Count, LoggedCause.Of(e)); // one of the four edges: outbound send
                return;
            }
        }
    }

    private List<string> Write(WriteSession session, List<ConnectorMark> batch)
    {
        var changed = new List<string>();
        foreach (var mark in batch)
        {
            if (mark.RestsUntil is { } until)
            {
                session.Outbox.Rest(mark.Id, until, mark.Attempts);
                continue;
            }

            if (mark.IsSent)
            {
                session.Outbox.Sent(mark.Id, mark.ActivityId, mark.At, mark.Attempts);
            }
            else
            {
                session.Outbox.Failed(mark.Id, mark.Attempts);
            }

            if (mark.IsDead)
            {
                session.Chats.SetReachable(mark.Chat, false);
            }

            changed.AddRange(lost.Tell(session, mark));
        }

        return changed;
    }

    [LoggerMessage(219, LogLevel.Warning, "The store takes no writes: {Count} messages were settled and cannot be marked yet. A restart now would send them again.")]
    private partial void MarksWait(int count);

    [LoggerMessage(220, LogLevel.Error, "{Count} messages were settled and could not be marked. The next start sends them again. {Cause}")]
    private partial void MarksLost(int count, string cause);
}
