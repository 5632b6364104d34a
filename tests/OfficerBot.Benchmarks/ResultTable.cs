namespace OfficerBot.Benchmarks;

/// <summary>Figures with their aims.</summary>
internal sealed class ResultTable
{
    private readonly List<Row> _rows = [];

    /// <summary>True when every figure with an aim meets it.</summary>
    public bool IsWithinAims => _rows.TrueForAll(r => r.IsMet);

    /// <summary>Adds a figure.</summary>
    /// <param name="aim">It should be below this; null: for information.</param>
    public void Add(string what, double value, string unit, double? aim = null) => _rows.Add(new(what, value, unit, aim, null));

    /// <summary>Adds a figure that should be this or more.</summary>
    public void AddAtLeast(string what, double value, string unit, double floor) => _rows.Add(new(what, value, unit, null, floor));

    /// <summary>Adds median and 99th percentile of times.</summary>
    public void AddTimes(string what, IReadOnlyCollection<double> milliseconds, double aim)
    {
        var sorted = milliseconds.Order().ToList();
        Add($"{what}, p50 of {sorted.Count}", sorted[sorted.Count / 2], "ms");
        Add($"{what}, p99 of {sorted.Count}", sorted[sorted.Count * 99 / 100], "ms", aim);
    }

    /// <summary>Prints all of them.</summary>
    public void Print(TextWriter to)
    {
        foreach (var row in _rows)
        {
            to.WriteLine($"{row.What,-62} {row.Value,10:0.000} {row.Unit,-3} {row.Wish}");
        }
    }

    private sealed record Row(string What, double Value, string Unit, double? Below, double? AtLeast)
    {
        public bool IsMet => !(Value >= Below) && !(Value < AtLeast);

        public string Wish => (Below, AtLeast) switch
        {
            ({ } most, _) => $"aim < {most} {Unit}  {(IsMet ? "yes" : "NO")}",
            (_, { } least) => $"at least {least} {Unit}  {(IsMet ? "yes" : "NO")}",
            _ => "",
        };
    }
}
