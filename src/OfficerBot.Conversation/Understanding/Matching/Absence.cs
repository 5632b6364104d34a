using OfficerBot.Conversation.Understanding.Names;
using OfficerBot.Conversation.Understanding.Text;

namespace OfficerBot.Conversation.Understanding.Matching;

/// <summary>Who is away and who stands in: a person named before the word of absence is away, one named after it stands in.</summary>
internal static class Absence
{
    /// <summary>The slots with delegate and persons told apart.</summary>
    public static Slots Complete(Slots slots, Reading reading)
    {
        var away = reading.Names.Words.Find("请假") is { } id && reading.Hits[id] is [var hit, ..] ? hit.Start : 0;
        var people = reading.NameHits.Where(n => !n.IsUnit).ToList();
        var captured = slots.Other.GetValueOrDefault("delegate");
        var standIn = people.Find(n => n.Start > away);
        var name = standIn is not null ? NameOf(standIn, reading) : Trimmed(reading, captured);
        var other = new Dictionary<string, string>(slots.Other);
        other.Remove("delegate");
        if (!string.IsNullOrEmpty(name))
        {
            other["delegate"] = name;
        }

        return slots with { Other = other, Persons = [.. slots.Persons.Where(p => standIn is null || !p.Candidates.SequenceEqual(standIn.People))] };
    }

    private static string NameOf(NameHit hit, Reading reading)
    {
        var names = hit.People.Select(p => reading.Names.Roster[p].Name).Distinct().ToList();
        return names is [var one] ? one : reading.Folded.Slice(hit.Start, hit.End);
    }

    private static string? Trimmed(Reading reading, string? words)
    {
        const int LongestEnglish = 30;
        var spots = reading.Content.Spots.Captures;
        var tidy = reading.Captured.TidyBehind(spots.StandInOpenings, words ?? "");
        var isChinese = tidy.Length is >= 2 and <= 4 && tidy.All(CharTables.IsHan) && !spots.NoStandIn.IsIn(tidy);
        return isChinese || (tidy.Length is > 1 and <= LongestEnglish && char.IsAsciiLetter(tidy[0])) ? tidy : null;
    }
}
