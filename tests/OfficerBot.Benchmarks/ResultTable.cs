namespace OfficerBot.Benchmarks;

/// <summary>Figures with their aims.</summary>
internal sealed class ResultTable
{
    private readonly List<(string What, double Value, string Unit, double? Aim)> _rows = [];

    /// <summary>True when every figure with an aim is below it.</summary>
    public bool IsWithinAims => _rows.TrueForAll(r => r.Aim is null || r.Value < r.Aim);

    /// <summary>Adds a figure.</summary>
    /// <param name="aim">It should be below this; null: for information.</param>
    public void Add(string what, double value, string unit, double? aim = null) => _rows.Add((what, value, unit, aim));

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
        foreach (var (what, value, unit, aim) in _rows)
        {
            to.WriteLine($"{what,-62} {value,10:0.000} {unit,-3} {(aim is null ? "" : $"aim < {aim} {unit}  {(value < aim ? "yes" : "NO")}")}");
        }
    }
}
