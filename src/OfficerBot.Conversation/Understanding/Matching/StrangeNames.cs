using OfficerBot.Conversation.Understanding.Scan;
using OfficerBot.Conversation.Understanding.Text;

namespace OfficerBot.Conversation.Understanding.Matching;

/// <summary>除了沙窝镇, except Shawo Town: what is left out looks like a unit and is none of the roster. Given without candidates, so that nobody is left out in silence.</summary>
internal static class StrangeNames
{
    private const int LongestName = 8;
    private const int MostWords = 3;
    private static readonly HashSet<string> EnglishEnds = ["town", "township", "subdistrict", "bureau", "district", "farm", "village"];
    private static readonly HashSet<string> NoEnglishNames = ["the", "a", "any", "every", "each", "this", "that", "my", "our", "their", "which", "what"];

    /// <summary>The names, in order.</summary>
    public static List<UnitSaid> LeftOut(Reading reading, List<Hit> before, List<Hit> after)
    {
        var places = before.Select(word => Behind(reading, word.End)).Concat(after.Select(word => Before(reading, word.Start)));
        return [.. places.OfType<(int Start, int End)>().Distinct().Select(p => new UnitSaid(reading.Folded.Slice(p.Start, p.End), []))];
    }

    private static (int Start, int End)? Behind(Reading reading, int at)
    {
        var text = reading.Text;
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        if (at < text.Length && char.IsAsciiLetter(text[at]))
        {
            return English(reading, at);
        }

        for (var end = at + 1; end <= text.Length && end - at <= LongestName && CharTables.IsHan(text[end - 1]); end++)
        {
            if (IsName(reading, at, end))
            {
                return (at, end);
            }
        }

        return null;
    }

    // 沙窝镇不算: from where the sentence part begins, or behind a day.
    private static (int Start, int End)? Before(Reading reading, int end)
    {
        var start = end;
        while (start > 0 && end - start < LongestName && CharTables.IsHan(reading.Text[start - 1]))
        {
            start--;
        }

        var day = reading.Dates.FindLast(d => d.Start >= start && d.End < end);
        start = day is null ? start : day.End;
        return IsName(reading, start, end) ? (start, end) : null;
    }

    private static (int Start, int End)? English(Reading reading, int start)
    {
        var at = start;
        for (var words = 0; words <= MostWords; words++)
        {
            var end = at;
            while (end < reading.Text.Length && char.IsAsciiLetter(reading.Text[end]))
            {
                end++;
            }

            var word = reading.Text[at..end];
            if (NoEnglishNames.Contains(word) || word.Length == 0)
            {
                return null;
            }

            if (EnglishEnds.Contains(word))
            {
                return words > 0 && !IsKnown(reading, start, end) ? (start, end) : null;
            }

            if (end >= reading.Text.Length || reading.Text[end] != ' ')
            {
                return null;
            }

            at = end + 1;
        }

        return null;
    }

    /// <summary>At least two characters and what names of units end in.</summary>
    private static bool IsName(Reading reading, int start, int end)
    {
        var name = reading.Text.AsSpan(start, end - start);
        var spots = reading.Content.Spots;
        var ending = spots.UnitEnds.Before(name);
        return ending > 0 && name.Length - ending >= 2 && spots.NoBeginning.At(name) == 0 && !spots.NoName.IsIn(name[..^ending]) && !IsKnown(reading, start, end);
    }

    private static bool IsKnown(Reading reading, int start, int end)
        => reading.NameHits.Exists(n => n.Start < end && start < n.End)
            || reading.Content.Values["groups"].Any(g => reading.Hits[g.Class].Exists(h => h.Start < end && start < h.End && h.Length > 1 && h.Start <= start));
}
