using OfficerBot.Health;
using OfficerBot.Metrics;
using OfficerBot.Protocol;

namespace OfficerBot.Jobs;

/// <summary>
/// The only timer: once a second, and whenever somebody says there is work, every job is asked to do what is due. Jobs find their work as rows, so a
/// missed or doubled beat does no harm.
/// </summary>
internal sealed partial class Pulse(IEnumerable<IJob> jobs, TimeProvider machine, OfficeMeter meter, ServiceManager manager, ILogger<Pulse> log) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _one = new(1, 1);
    private long _beatAt = machine.GetTimestamp();

    /// <summary>How long ago the last whole beat, or else the start, was.</summary>
    public TimeSpan SinceLastBeat => machine.GetElapsedTime(Interlocked.Read(ref _beatAt));

    /// <summary>Runs every job until none finds work. Returns when all that is due now is done; a beat under way is waited for.</summary>
    public async Task BeatAsync(CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        var began = machine.GetTimestamp();
        try
        {
            while (await OnceAsync(cancel))
            {
                // some job did something, which may have made work for another
            }

            Interlocked.Exchange(ref _beatAt, machine.GetTimestamp());
            meter.Beaten(machine.GetElapsedTime(began));
            manager.Alive();
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Beat, machine);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await BeatAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // the end, also of a start that failed
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _one.Dispose();
        base.Dispose();
    }

    private async Task<bool> OnceAsync(CancellationToken cancel)
    {
        var any = false;
        foreach (var job in jobs)
        {
            any |= await SafelyAsync(job, cancel);
        }

        return any;
    }

    private async Task<bool> SafelyAsync(IJob job, CancellationToken cancel)
    {
        try
        {
            return await job.RunAsync(cancel);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            JobFailed(job.GetType().Name, LoggedCause.Of(e)); // one of the four edges: the rows stay open, the next beat tries again
            return false;
        }
    }

    [LoggerMessage(201, LogLevel.Error, "Job {Job} failed; what it left open is tried again. {Cause}")]
    private partial void JobFailed(string job, string cause);
}

/// <summary>Work that lies in rows.</summary>
internal interface IJob
{
    /// <summary>Does what is due now. True when it did something.</summary>
    Task<bool> RunAsync(CancellationToken cancel);
}
