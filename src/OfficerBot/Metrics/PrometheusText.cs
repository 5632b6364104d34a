using System.Text;

namespace OfficerBot.Metrics;

/// <summary>Prometheus' text form, version 0.0.4 (prometheus.io, "Exposition formats").</summary>
internal static class PrometheusText
{
    /// <summary>What the text is sent as.</summary>
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    /// <summary>Families in the order of their names; those of one name, from several meters, under one heading.</summary>
    public static string Of(IEnumerable<Family> families)
    {
        var text = new StringBuilder();
        foreach (var named in families.GroupBy(f => f.Name, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var first = named.First();
            var series = named.Where(f => f.Kind == first.Kind).SelectMany(f => f.All.Select(s => (Family: f, Series: s))).ToList();
            if (series.Count > 0)
            {
                text.Append("# HELP ").Append(first.Name).Append(' ').Append(Help(first.Help)).Append('\n');
                text.Append("# TYPE ").Append(first.Name).Append(' ').Append(Word(first.Kind)).Append('\n');
                series.ForEach(s => Write(text, s.Family, s.Series));
            }
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, Family family, Series series)
    {
        if (family.Kind != FamilyKind.Histogram)
        {
            Line(text, family.Name, series, null, Number(series.Value));
            return;
        }

        var counts = series.Cumulated();
        for (var i = 0; i < counts.Length; i++)
        {
            var bound = i < family.Bounds.Length ? Number(family.Bounds[i]) : "+Inf";
            Line(text, family.Name + "_bucket", series, bound, Number(counts[i]));
        }

        Line(text, family.Name + "_sum", series, null, Number(series.Value));
        Line(text, family.Name + "_count", series, null, Number(counts[^1]));
    }

    private static void Line(StringBuilder text, string name, Series series, string? bound, string value)
    {
        var labels = series.Labels.Select(l => $"{MetricName.Label(l.Key)}=\"{Label(l.Value)}\"").Concat(bound is null ? [] : [$"le=\"{bound}\""]).ToList();
        text.Append(name);
        if (labels.Count > 0)
        {
            text.Append('{').AppendJoin(',', labels).Append('}');
        }

        text.Append(' ').Append(value).Append('\n');
    }

    private static string Number(double value) => value switch
    {
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "-Inf",
        double.NaN => "NaN",
        _ => value.ToString("R", CultureInfo.InvariantCulture).Replace('E', 'e'),
    };

    private static string Help(string words) => words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Label(object? value) =>
        Help(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "").Replace("\"", "\\\"", StringComparison.Ordinal);

    private static string Word(FamilyKind kind) => kind switch
    {
        FamilyKind.Counter => "counter",
        FamilyKind.Gauge => "gauge",
        FamilyKind.Histogram => "histogram",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
