using OfficerBot.Conversation.Understanding.Dates;
using OfficerBot.Conversation.Understanding.Matching;
using OfficerBot.Conversation.Understanding.Names;

namespace OfficerBot.Conversation.Understanding.Items;

/// <summary>A unit as signature behind a lead: ——莲湖镇, or alone in the last line, with or without the day.</summary>
internal static class LeadSignature
{
    private static readonly string[] Verbs = ["报送", "上报", "供稿", "报"];

    /// <summary>Where the text ends. Unit and day of the signature are added where the header named none.</summary>
    /// <param name="start">Where the text begins.</param>
    public static int Of(Reading reading, int start, List<NameHit> units, List<DatePhrase> dates)
    {
        var text = reading.Text;
        var end = BeforeVerb(reading, Back(text, text.Length, start));
        var date = reading.Dates.Find(d => d.End == end);
        var unit = reading.NameHits.FindLast(n => n.IsUnit && n.End == (date is null ? end : Back(text, date.Start, start)));
        if (unit is null || !IsSeparate(reading, unit, start))
        {
            return text.Length;
        }

        units.AddRange(units.Count == 0 ? [unit] : []);
        dates.AddRange(date is not null && dates.Count == 0 ? [date] : []);
        var from = unit.Start;
        while (from > start && text[from - 1] is '-' or '\n' or '(' or ' ')
        {
            from--;
        }

        return from;
    }

    private static int BeforeVerb(Reading reading, int end)
    {
        foreach (var verb in Verbs)
        {
            var signed = end > verb.Length && reading.Text.AsSpan(0, end).EndsWith(verb, StringComparison.Ordinal) && reading.NameHits.Exists(n => n.IsUnit && n.End == end - verb.Length);
            end -= signed ? verb.Length : 0;
        }

        return end;
    }

    private static bool IsSeparate(Reading reading, NameHit unit, int start)
    {
        var (text, from) = (reading.Text, unit.Start);
        return from > start + 6
            && (text[from - 1] is '-' or '\n' or '(' || reading.Folded.HasGapBefore(from) || (text[from - 1] == ':' && text.AsSpan(0, from).EndsWith("单位:", StringComparison.Ordinal)));
    }

    private static int Back(string text, int at, int start)
    {
        while (at > start && text[at - 1] is ' ' or '\n' or '。' or ')' or '.' or ',')
        {
            at--;
        }

        return at;
    }
}
