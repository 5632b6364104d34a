using System.Text.RegularExpressions;

namespace OfficerBot.Domain.Notices;

/// <summary>
/// The fixed sentences of a group's papers and mails, from its notice (<c>papers: phrases:</c>), with places in braces. Each key has its fixed places;
/// a phrase may leave some out and may not use others, so that a mistake is found when the notice is loaded and not on a Friday at 16:00.
/// </summary>
public sealed partial class PaperPhrases
{
    private static readonly string[] Paper = ["unit", "group", "issue", "year", "date", "weekday", "period", "mailbox"];

    // One character per weekday; one per category and one for what was added by hand.
    private static readonly (string Key, int Least)[] Lengths = [("weekdays", 7), ("numerals", 8)];

    private static readonly (string Key, int Count)[] Columns =
        [("columns-units", 9), ("columns-categories", 2), ("columns-days", 2), ("columns-missing", 6), ("columns-leads", 9), ("columns-roster", 9)];

    private readonly IReadOnlyDictionary<string, string> _phrases;

    /// <summary>Takes phrases as the notice gives them; ask <see cref="Problems"/> first.</summary>
    public PaperPhrases(IReadOnlyDictionary<string, string> phrases) => _phrases = phrases;

    /// <summary>No phrases: a group that makes no papers.</summary>
    public static PaperPhrases None { get; } = new(new Dictionary<string, string>());

    /// <summary>Every key with the places it may use.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Keys { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["issue"] = ["issue", "year"],
        ["correction"] = [],
        ["date"] = ["year", "month", "day"],
        ["moment"] = ["year", "month", "day", "time"],
        ["period"] = ["from", "to"],
        ["numerals"] = [],
        ["weekdays"] = [],
        ["comma"] = [],
        ["section"] = ["numeral", "heading"],
        ["category-count"] = ["heading", "count"],
        ["to"] = ["to"],
        ["copy"] = ["copy"],
        ["printed"] = ["date"],
        ["situation-title"] = Paper,
        ["situation-summary"] = ["unit", "period", "leads", "categories", "pictures"],
        ["situation-no-leads"] = ["unit", "period", "pictures"],
        ["situation-zero"] = ["unit", "period"],
        ["situation-notes"] = [],
        ["situation-file"] = Paper,
        ["situation-subject"] = Paper,
        ["situation-letter"] = Paper,
        ["weekly-title"] = Paper,
        ["weekly-summary"] = ["period", "expected", "on_time", "late", "made_up", "zero", "excused", "missed", "leads"],
        ["weekly-file"] = Paper,
        ["weekly-subject"] = Paper,
        ["weekly-letter"] = Paper,
        ["weekly-units"] = [],
        ["weekly-categories"] = [],
        ["weekly-days"] = [],
        ["weekly-missing"] = [],
        ["weekly-all-in"] = [],
        ["weekly-next"] = [],
        ["next-due"] = ["date", "weekday", "time", "duty"],
        ["next-holiday"] = ["date", "holiday"],
        ["next-moved"] = ["date", "holiday"],
        ["columns-units"] = [],
        ["columns-categories"] = [],
        ["columns-days"] = [],
        ["columns-missing"] = [],
        ["total"] = [],
        ["standing-missed"] = [],
        ["standing-late"] = ["minutes"],
        ["standing-made-up"] = [],
        ["reason-mail-failure"] = [],
        ["leads-sheet"] = ["group", "from", "to"],
        ["columns-leads"] = [],
        ["roster-sheet"] = ["group"],
        ["columns-roster"] = [],
        ["sheet-note"] = ["unit", "name", "time"],
        ["print-footer"] = [],
    };

    /// <summary>What is wrong with phrases, in words a clerk understands: a missing key, an unknown one, a place the key does not have.</summary>
    public static IReadOnlyList<string> Problems(IReadOnlyDictionary<string, string> phrases)
    {
        var missing = Keys.Keys.Where(k => !phrases.ContainsKey(k)).Select(k => $"The phrase \"{k}\" is missing.");
        var unknown = phrases.Keys.Where(k => !Keys.ContainsKey(k)).Select(k => $"There is no phrase \"{k}\". Allowed: {string.Join(", ", Keys.Keys)}.");
        var places = phrases.Where(p => Keys.ContainsKey(p.Key)).SelectMany(p => Place().Matches(p.Value).Select(m => m.Groups[1].Value)
            .Where(place => !Keys[p.Key].Contains(place))
            .Select(place => $"The phrase \"{p.Key}\" has no place {{{place}}}. Allowed: {string.Join(", ", Keys[p.Key])}."));
        var lengths = Lengths.Where(l => phrases.TryGetValue(l.Key, out var text) && text.Length < l.Least)
            .Select(l => $"The phrase \"{l.Key}\" needs {l.Least} characters, one for each.");
        var columns = Columns.Where(c => phrases.TryGetValue(c.Key, out var text) && text.Split('|').Length != c.Count)
            .Select(c => $"The phrase \"{c.Key}\" needs {c.Count} column names with | between.");
        return [.. missing, .. unknown, .. places, .. lengths, .. columns];
    }

    /// <summary>The phrase with its places filled.</summary>
    /// <exception cref="InvalidOperationException">The notice has no such phrase.</exception>
    public string Fill(string key, params (string Place, object Value)[] values)
    {
        if (!_phrases.TryGetValue(key, out var phrase))
        {
            throw new InvalidOperationException($"The notice has no phrase '{key}' under papers.");
        }

        return values.Length == 0 ? phrase : Place().Replace(phrase, m => ValueOf(m.Groups[1].Value, values) ?? m.Value);
    }

    private static string? ValueOf(string place, (string Place, object Value)[] values) =>
        values.Where(v => v.Place == place).Select(v => v.Value.ToString()).FirstOrDefault();

    [GeneratedRegex(@"\{([a-z_]+)\}")]
    private static partial Regex Place();
}
