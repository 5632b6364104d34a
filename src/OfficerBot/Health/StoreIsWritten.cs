using OfficerBot.Storage;

namespace OfficerBot.Health;

/// <summary>
/// The newest transaction was kept. Where nothing was written for a while, or the newest failed, a row is written now, at most one every few seconds,
/// however often is asked.
/// </summary>
internal sealed class StoreIsWritten(SqliteStore store, TimeProvider machine) : IReadinessCheck, IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _one = new(1, 1);
    private string? _found;
    private long? _triedAt;

    /// <inheritdoc/>
    public string Name => "store";

    /// <inheritdoc/>
    public async ValueTask<string?> ProblemAsync(CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            if (_triedAt is not { } tried || machine.GetElapsedTime(tried) > Fresh)
            {
                _found = await TryAsync(cancel);
                _triedAt = machine.GetTimestamp();
            }

            return _found ?? (store.Trouble is { } trouble ? Words(trouble) : null);
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<string?> TryAsync(CancellationToken cancel)
    {
        try
        {
            await store.WriteAsync(s => s.Settings.Touch("readiness"), cancel).WaitAsync(Patience, machine, cancel);
            return null;
        }
        catch (StoreUnavailableException e)
        {
            return Words(e.Reason);
        }
        catch (TimeoutException)
        {
            return "a write takes longer than two seconds";
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private static string Words(UnavailableReason reason) => reason switch
    {
        UnavailableReason.Full => "the disk is full",
        UnavailableReason.ReadOnly => "the database may not be written",
        UnavailableReason.Io => "the disk reports errors",
        UnavailableReason.Locked => "the database is locked by another program",
        UnavailableReason.Damaged => "the database is damaged",
        UnavailableReason.Stopped => "the disk did not confirm a write; the service must be started anew",
        _ => "the store is not available",
    };
}
