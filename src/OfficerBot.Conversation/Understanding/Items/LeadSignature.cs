using OfficerBot.Conversation.Understanding.Content;
using OfficerBot.Conversation.Understanding.Dates;
using OfficerBot.Conversation.Understanding.Matching;
using OfficerBot.Conversation.Understanding.Names;
using OfficerBot.Conversation.Understanding.Text;

namespace OfficerBot.Conversation.Understanding.Items;

/// <summary>A unit as signature behind a lead: ——莲湖镇, or alone in the last line, with or without the day.</summary>
internal static class LeadSignature
{
    /// <summary>Where the text ends. Unit and day of the signature are added where the header named none.</summary>
    /// <param name="start">Where the text begins.</param>
    public static int Of(Reading reading, int start, List<NameHit> units, List<DatePhrase> dates)
    {
        var text = reading.Text;
        var end = BeforeName(reading, BeforeVerb(reading, Back(text, text.Length, start)), start);
        var date = reading.Dates.Find(d => d.End == end);
        var unit = reading.NameHits.FindLast(n => n.IsUnit && n.End == (date is null ? end : Back(text, date.Start, start)));
        var from = unit is null ? 0 : Outer(reading, unit.Start);
        if (unit is null || !IsSeparate(reading, from, unit.End, start))
        {
            return text.Length;
        }

        units.AddRange(units.Count == 0 ? [unit] : []);
        dates.AddRange(date is not null && dates.Count == 0 ? [date] : []);
        while (from > start && text[from - 1] is '-' or '\n' or '(' or ' ' or '【' or '[')
        {
            from--;
        }

        return from;
    }

    /// <summary>…店家装了净化器 线索一条: where a marker begins that closes the message, with or without a unit behind it; null when none does.</summary>
    public static int? Marker(Reading reading, int start)
    {
        const int ShortestText = 12;
        var end = Back(reading.Text, reading.Text.Length, start);
        var unit = reading.NameHits.FindLast(n => n.IsUnit && n.End == end);
        end = unit is null ? end : Back(reading.Text, unit.Start, start);
        foreach (var marker in reading.Hits[Entity.LeadMarker])
        {
            if (marker.End == end && CharTables.IsHan(reading.Text[marker.Start]) && marker.Start > start + ShortestText && (Reading.IsSoft(reading.Text[marker.Start - 1]) || reading.Folded.HasGapBefore(marker.Start)))
            {
                return marker.Start;
            }
        }

        return null;
    }

    private static int BeforeVerb(Reading reading, int end)
    {
        var verb = reading.Content.Spots.Headers.Signing.Before(reading.Text.AsSpan(0, end), leaving: 1);
        return verb > 0 && reading.NameHits.Exists(n => n.IsUnit && n.End == end - verb) ? end - verb : end;
    }

    /// <summary>…当场查封。执法大队 罗文斌: the unit's end, where somebody's name closes the message behind it in a sentence of their own.</summary>
    private static int BeforeName(Reading reading, int end, int start)
    {
        var name = reading.NameHits.FindLast(n => !n.IsUnit && n.End == end);
        var before = name is null ? end : Back(reading.Text, name.Start, start);
        return name is not null && reading.NameHits.Exists(n => n.IsUnit && n.End == before && n.Start > start && reading.Text[n.Start - 1] is '。' or '!' or '\n' or '【' or '(') ? before : end;
    }

    /// <summary>分局大气科: the one the other belongs to stands before it.</summary>
    private static int Outer(Reading reading, int start) => reading.NameHits.Find(n => n.IsUnit && n.End == start)?.Start ?? start;

    private static bool IsSeparate(Reading reading, int from, int end, int start)
    {
        var text = reading.Text;
        return from > start + 6
            && (text[from - 1] is '-' or '\n' or '(' or '。' or '!' or '【' or '[' || reading.Folded.HasGapBefore(from) || text.AsSpan(0, from).EndsWith("- ", StringComparison.Ordinal) || (text[from - 1] == ':' && text.AsSpan(0, from).EndsWith("单位:", StringComparison.Ordinal)));
    }

    private static int Back(string text, int at, int start)
    {
        while (at > start && text[at - 1] is ' ' or '\n' or '。' or ')' or '.' or ',' or '】' or ']')
        {
            at--;
        }

        return at;
    }
}
