using System.Diagnostics.Metrics;

namespace OfficerBot.Metrics;

/// <summary>How the values of an instrument are kept.</summary>
internal enum FamilyKind
{
    /// <summary>Only ever grows.</summary>
    Counter,

    /// <summary>Goes up and down.</summary>
    Gauge,

    /// <summary>How often values fell below each of some bounds.</summary>
    Histogram,
}

/// <summary>
/// One instrument and a series for each combination of its labels. Recording allocates nothing once a series is there: the few series are gone through
/// one by one. Past <see cref="MostSeries"/> everything new is put into one series, so that no label can fill the memory.
/// </summary>
internal sealed class Family
{
    public const int MostSeries = 100;

    private static readonly KeyValuePair<string, object?>[] Overflow = [new("other", "true")];
    private static readonly double[] Seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private readonly Lock _adding = new();
    private readonly bool _isSet;
    private volatile Series[] _series = [];

    public Family(Instrument instrument)
    {
        var type = instrument.GetType().Name;
        Kind = KindOf(type);
        IsTotal = instrument.IsObservable;
        _isSet = IsTotal || type.StartsWith("Gauge", StringComparison.Ordinal);
        Bounds = Kind == FamilyKind.Histogram ? BoundsOf(instrument) : [];
        Name = MetricName.Of(instrument.Name, instrument.Unit, Kind);
        Help = instrument.Description is { Length: > 0 } words ? words : instrument.Name;
    }

    public string Name { get; }

    public string Help { get; }

    public FamilyKind Kind { get; }

    /// <summary>The instrument tells its value when asked, instead of each change.</summary>
    public bool IsTotal { get; }

    /// <summary>Upper bounds of a histogram, rising, without infinity.</summary>
    public double[] Bounds { get; }

    public IReadOnlyList<Series> All => _series;

    public void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> labels)
    {
        var series = Find(labels) ?? Add(labels);
        if (_isSet)
        {
            series.Set(value);
        }
        else
        {
            series.Add(value);
        }
    }

    /// <summary>Forgets what an observable instrument said last time: what it no longer names is gone.</summary>
    public void BeginRound()
    {
        if (IsTotal)
        {
            lock (_adding)
            {
                _series = [];
            }
        }
    }

    private Series? Find(ReadOnlySpan<KeyValuePair<string, object?>> labels)
    {
        foreach (var series in _series)
        {
            if (series.Has(labels))
            {
                return series;
            }
        }

        return null;
    }

    private Series Add(ReadOnlySpan<KeyValuePair<string, object?>> labels)
    {
        lock (_adding)
        {
            if (Find(labels) is { } known)
            {
                return known;
            }

            if (_series.Length >= MostSeries && !labels.SequenceEqual(Overflow))
            {
                return Find(Overflow) ?? Put(Overflow);
            }

            return Put(labels);
        }
    }

    private Series Put(ReadOnlySpan<KeyValuePair<string, object?>> labels)
    {
        var made = new Series(labels.ToArray(), Bounds);
        _series = [.. _series, made];
        return made;
    }

    private static FamilyKind KindOf(string type) =>
        type.StartsWith("Histogram", StringComparison.Ordinal) ? FamilyKind.Histogram
        : type.StartsWith("Counter", StringComparison.Ordinal) || type.StartsWith("ObservableCounter", StringComparison.Ordinal) ? FamilyKind.Counter
        : FamilyKind.Gauge;

    private static double[] BoundsOf(Instrument instrument) => instrument switch
    {
        Histogram<double> { Advice.HistogramBucketBoundaries: { } told } => [.. told],
        Histogram<int> { Advice.HistogramBucketBoundaries: { } told } => [.. told.Select(b => (double)b)],
        Histogram<long> { Advice.HistogramBucketBoundaries: { } told } => [.. told.Select(b => (double)b)],
        _ => Seconds,
    };
}
