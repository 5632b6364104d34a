using NodaTime;
using OfficerBot.Clocks;
using OfficerBot.Doors;
using OfficerBot.Protocol.DirectLine;
using OfficerBot.Settings;
using OfficerBot.Storage;

namespace OfficerBot.Jobs;

/// <summary>
/// Lets go of what is no longer needed: idle conversations, expired files, words of old messages, marks of repeats. Begins once an hour and then does a
/// little with each beat, so that no turn waits for it.
/// </summary>
internal sealed class TidyJob(SqliteStore store, TimeProvider machine, OfficeClock office, DirectLineHub hub, OfficerBotSettings settings) : IJob
{
    private const int MostAtOnce = 500;

    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <summary>Longer than a token lives (a day) and than any channel repeats itself (minutes).</summary>
    private static readonly Duration Remembered = Duration.FromDays(7);

    /// <summary>Longer than from one round to the next: nothing that stays is ever missing in between.</summary>
    private static readonly Duration Ahead = Duration.FromHours(2);

    private readonly UnusedFiles _files = new(store, Duration.FromDays(1));
    private long? _begunAt;
    private bool _isDone;
    private long _forgotten;

    /// <inheritdoc/>
    public async Task<bool> RunAsync(CancellationToken cancel)
    {
        if (_begunAt is { } begun && _isDone && machine.GetElapsedTime(begun) < Every)
        {
            return false;
        }

        if (_begunAt is null || _isDone)
        {
            _begunAt = machine.GetTimestamp();
        }

        var now = Instant.FromDateTimeOffset(machine.GetUtcNow());
        var any = await EndIdleAsync(now, cancel);
        any |= await store.WriteAsync(s => s.DirectLine.PruneOver(now - Remembered, MostAtOnce), cancel) > 0;
        any |= await store.WriteAsync(s => s.Uploads.KeepParts(now + Ahead) + s.Uploads.Expire(now, MostAtOnce), cancel) > 0;
        any |= store.Read(s => s.Dedupe.HasOlder(now - Remembered)) && await store.WriteAsync(s => s.Dedupe.Prune(now - Remembered, MostAtOnce), cancel) > 0;
        any |= await ForgetAsync(cancel);
        any |= await _files.StepAsync(now, cancel);
        _isDone = !any;
        return false; // the next beat goes on; nobody else has work by it
    }

    private async Task<bool> EndIdleAsync(Instant now, CancellationToken cancel)
    {
        if (settings.Retention.ConversationHours == 0)
        {
            return false;
        }

        var before = now - Duration.FromHours(settings.Retention.ConversationHours);
        var idle = store.Read(s => s.DirectLine.Idle(DirectLineWriter.Channel, DirectLineRooms.Private, before, MostAtOnce)).Where(id => !hub.IsWatched(id)).ToList();
        if (idle.Count > 0)
        {
            await store.WriteAsync(s => DirectLineRooms.End(s, idle), cancel);
            idle.ForEach(hub.Ended);
        }

        return idle.Count > 0;
    }

    private async Task<bool> ForgetAsync(CancellationToken cancel)
    {
        var before = office.GetCurrentInstant() - Duration.FromDays(settings.Retention.MessageDays);
        var last = await store.WriteAsync(s => s.Outbox.Forget(_forgotten, before, MostAtOnce), cancel);
        _forgotten = last ?? _forgotten;
        return last is not null;
    }
}
