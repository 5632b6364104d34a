namespace OfficerBot.Metrics;

/// <summary>The values of one instrument under one set of labels. Written by many threads, without a lock.</summary>
/// <param name="labels">In the order the instrument gives them.</param>
/// <param name="bounds">Upper bounds of a histogram; empty for other kinds.</param>
internal sealed class Series(KeyValuePair<string, object?>[] labels, double[] bounds)
{
    private readonly long[] _counts = bounds.Length == 0 ? [] : new long[bounds.Length + 1];
    private double _value;

    public IReadOnlyList<KeyValuePair<string, object?>> Labels => labels;

    /// <summary>The value; of a histogram the sum of all.</summary>
    public double Value => Volatile.Read(ref _value);

    /// <summary>How many values a histogram took up to and including each bound, the last one without a bound.</summary>
    public long[] Cumulated()
    {
        var sum = 0L;
        return [.. _counts.Select((_, i) => sum += Interlocked.Read(ref _counts[i]))];
    }

    /// <summary>True when these are its labels.</summary>
    public bool Has(ReadOnlySpan<KeyValuePair<string, object?>> others)
    {
        if (others.Length != labels.Length)
        {
            return false;
        }

        for (var i = 0; i < labels.Length; i++)
        {
            if (!ReferenceEquals(labels[i].Key, others[i].Key) && labels[i].Key != others[i].Key)
            {
                return false;
            }

            if (!ReferenceEquals(labels[i].Value, others[i].Value) && !Equals(labels[i].Value, others[i].Value))
            {
                return false;
            }
        }

        return true;
    }

    public void Set(double value) => Volatile.Write(ref _value, value);

    /// <summary>Adds to the value, and for a histogram counts it in the first bucket it fits.</summary>
    public void Add(double value)
    {
        if (_counts.Length > 0)
        {
            var at = 0;
            while (at < bounds.Length && value > bounds[at])
            {
                at++;
            }

            Interlocked.Increment(ref _counts[at]);
        }

        double before;
        do
        {
            before = Volatile.Read(ref _value);
        }
        while (Interlocked.CompareExchange(ref _value, before + value, before) != before);
    }
}
