using System.Text;

namespace OfficerBot.Metrics;

/// <summary>Names as Prometheus wants them: letters, digits and underscores, the unit in words, <c>_total</c> for what only grows.</summary>
internal static class MetricName
{
    /// <summary>For example <c>officerbot.turn.duration</c> in <c>s</c> is <c>officerbot_turn_duration_seconds</c>.</summary>
    /// <param name="unit">UCUM, or a word in braces, which is left out.</param>
    public static string Of(string instrument, string? unit, FamilyKind kind)
    {
        var name = new StringBuilder(Legal(instrument));
        var word = UnitOf(unit);
        if (word.Length > 0 && !instrument.EndsWith(word, StringComparison.Ordinal))
        {
            name.Append('_').Append(word);
        }

        return kind == FamilyKind.Counter ? name.Append("_total").ToString() : name.ToString();
    }

    /// <summary>A label's name.</summary>
    public static string Label(string name) => Legal(name).Replace(':', '_');

    private static string Legal(string name)
    {
        var legal = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '_' or ':' ? c : '_'));
        return legal.Length == 0 || char.IsAsciiDigit(legal[0]) ? "_" + legal : legal;
    }

    private static string UnitOf(string? unit) => unit switch
    {
        "s" => "seconds",
        "By" => "bytes",
        null or "" or "1" or ['{', ..] => "",
        _ => Legal(unit),
    };
}
