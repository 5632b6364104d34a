using OfficerBot.Conversation.Understanding.Content;
using OfficerBot.Conversation.Understanding.Scan;
using OfficerBot.Conversation.Understanding.Text;

namespace OfficerBot.Conversation.Understanding.Matching;

/// <summary>Which medium used a lead: a 《title》, or the name that ends in a word of the class 媒体 (湖南 + 日报), or what the rule captured.</summary>
internal static class Publication
{
    private const int LongestName = 8;

    /// <summary>The slots with the outlet.</summary>
    public static Slots Complete(Slots slots, Reading reading)
    {
        var captured = slots.Other.GetValueOrDefault("outlet");
        var outlet = Titled(reading) ?? Named(reading) ?? (captured is null ? null : Trimmed(reading, captured));
        var other = new Dictionary<string, string>(slots.Other);
        other.Remove("outlet");
        if (!string.IsNullOrEmpty(outlet))
        {
            other["outlet"] = outlet;
        }

        // 益阳电视台 names the medium, not a unit.
        return slots with { Other = other, Units = outlet is null ? slots.Units : [.. slots.Units.Where(u => !outlet.Contains(u.Words, StringComparison.Ordinal))] };
    }

    private static string? Titled(Reading reading)
        => reading.Hits[Entity.Title] is [var title] && title.Length <= LongestName + 4 ? reading.Folded.Slice(title.Start + 1, title.End - 1) : null;

    private static string? Named(Reading reading)
    {
        var media = reading.Names.Words.Find("媒体") is { } id ? reading.Hits[id] : [];
        if (media.Count == 0 || !CharTables.IsHan(reading.Text[media[0].Start]))
        {
            return null;
        }

        var last = media[0];
        foreach (var hit in media)
        {
            last = hit.Start <= last.End ? hit : last;
        }

        var (start, stops) = (media[0].Start, reading.Content.Spots.Outlets.Stops);
        while (start > 0 && last.End - start < LongestName && CharTables.IsHan(reading.Text[start - 1]) && stops.Before(reading.Text.AsSpan(0, start)) == 0 && !Ends(reading, start))
        {
            start--;
        }

        return Trimmed(reading, reading.Folded.Slice(start, last.End));
    }

    private static bool Ends(Reading reading, int at)
        => reading.Dates.Exists(d => d.End == at) || reading.Leads.Exists(l => l.End == at) || reading.NameHits.Exists(n => n.End == at && n.IsUnit && at - n.Start > 1 && reading.Text[at - 1] is '镇' or '局')
            || Covers(reading.Hits[Entity.Date], at);

    private static bool Covers(List<Hit> hits, int at) => hits.Exists(h => h.End == at);

    /// <summary>Yiyang Daily, page three: behind the comma no name goes on.</summary>
    private static string BeforeAside(string words)
    {
        var at = words.IndexOf(", ", StringComparison.Ordinal);
        return at > 2 && at + 2 < words.Length && char.IsAsciiLetterLower(words[at + 2]) && char.IsAsciiLetter(words[0]) ? words[..at] : words;
    }

    private static string Trimmed(Reading reading, string words)
    {
        var spots = reading.Content.Spots.Outlets;
        var tidy = reading.Captured.TidyBefore(spots.Trailing, reading.Captured.TidyBehind(spots.Openings, BeforeAside(words)));
        return spots.Nothing.Is(tidy) ? "" : tidy;
    }
}
