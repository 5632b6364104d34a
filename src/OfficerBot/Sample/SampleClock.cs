using NodaTime;
using OfficerBot.Clocks;
using OfficerBot.Jobs;
using OfficerBot.Settings;
using OfficerBot.Storage;

namespace OfficerBot.Sample;

/// <summary>
/// Moves the sample's office clock, forwards only, and through every due time on the way: what falls due at 09:00 happens at 09:00 although somebody
/// jumped to 11:12, as it would have had he waited.
/// </summary>
internal sealed class SampleClock(SqliteStore store, OfficeClock office, Pulse pulse, OfficerBotSettings settings) : IDisposable
{
    /// <summary>The zone of the sample's notice.</summary>
    public static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    private const string AheadKey = "sample.clock";

    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Local office time.</summary>
    public LocalDateTime Now => office.GetCurrentInstant().InZone(Zone).LocalDateTime;

    /// <summary>Goes on where the sample stood when the process ended, or begins at its first minute.</summary>
    public async Task ResumeAsync(CancellationToken cancel)
    {
        var kept = store.Read(s => s.Settings.Find(AheadKey));
        var start = settings.Sample.Clock.InZoneStrictly(Zone).ToInstant();
        office.Begin(kept is not null ? Duration.FromMilliseconds(long.Parse(kept, CultureInfo.InvariantCulture)) : office.DistanceTo(start));
        await KeepAsync(cancel);
    }

    /// <summary>Moves it; false when that time has passed already. Returns when everything due by then is done.</summary>
    public async Task<bool> MoveAsync(LocalDateTime to, CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            var target = to.InZoneLeniently(Zone).ToInstant();
            if (target < office.GetCurrentInstant())
            {
                return false;
            }

            await PassAsync(target, cancel);
            await KeepAsync(cancel);
            return true;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Keeps how far the clock is ahead, for the next start.</summary>
    public Task KeepAsync(CancellationToken cancel)
    {
        var ahead = ((long)office.Ahead.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
        return store.WriteAsync(
            s =>
            {
                s.Settings.Set(AheadKey, ahead);
                return true;
            },
            cancel);
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private async Task PassAsync(Instant target, CancellationToken cancel)
    {
        await pulse.BeatAsync(cancel);
        while (store.Read(s => s.Due.NextAt()) is { } next && next <= target)
        {
            office.MoveTo(next);
            await KeepAsync(cancel); // before what happens then, so that a restart in the middle does not turn the clock back behind it
            await pulse.BeatAsync(cancel);
        }

        office.MoveTo(target);
        await pulse.BeatAsync(cancel);
    }
}
