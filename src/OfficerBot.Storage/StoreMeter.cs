using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace OfficerBot.Storage;

/// <summary>How the writer fares. Without a meter, and while nobody listens, it asks no clock.</summary>
internal sealed class StoreMeter
{
    private static readonly InstrumentAdvice<double> Fast =
        new() { HistogramBucketBoundaries = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5] };

    private static readonly InstrumentAdvice<int> Sizes = new() { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64] };

    private readonly Histogram<double>? _commit;
    private readonly Histogram<double>? _wait;
    private readonly Histogram<int>? _jobs;
    private readonly Counter<long>? _failed;

    public StoreMeter(Meter? meter)
    {
        _commit = meter?.CreateHistogram("officerbot.store.commit.duration", "s", "Time until the disk confirmed a transaction.", null, Fast);
        _wait = meter?.CreateHistogram("officerbot.store.job.duration", "s", "Time from asking the writer until the answer is on the disk.", null, Fast);
        _jobs = meter?.CreateHistogram("officerbot.store.commit.jobs", "{job}", "Jobs that shared one transaction.", null, Sizes);
        _failed = meter?.CreateCounter<long>("officerbot.store.failures", "{transaction}", "Transactions that could not be kept, by reason.");
    }

    /// <summary>A moment to measure from; 0 while nobody listens.</summary>
    public long Moment() => _commit?.Enabled == true ? Stopwatch.GetTimestamp() : 0;

    public void Committed(long since, int jobs)
    {
        if (since != 0)
        {
            _commit?.Record(Stopwatch.GetElapsedTime(since).TotalSeconds);
            _jobs?.Record(jobs);
        }
    }

    public void Answered(long since)
    {
        if (since != 0)
        {
            _wait?.Record(Stopwatch.GetElapsedTime(since).TotalSeconds);
        }
    }

    public void Failed(UnavailableReason reason) => _failed?.Add(1, new KeyValuePair<string, object?>("reason", Word(reason)));

    // Enum.ToString makes a new text each time.
    private static string Word(UnavailableReason reason) => reason switch
    {
        UnavailableReason.Full => "full",
        UnavailableReason.ReadOnly => "read-only",
        UnavailableReason.Io => "io",
        UnavailableReason.Locked => "locked",
        UnavailableReason.Damaged => "damaged",
        UnavailableReason.Stopped => "stopped",
        _ => "other",
    };
}
