using OfficerBot.Conversation.Understanding.Names;
using OfficerBot.Conversation.Understanding.Text;

namespace OfficerBot.Conversation.Understanding.Matching;

/// <summary>Who is away and who stands in: a person named before the word of absence is away, one named after it stands in.</summary>
internal static class Absence
{
    private static readonly string[] Leading = ["我的", "我同事", "我们同事", "由", "请", "让", "找", "联系", "委托", "麻烦", "交给", "我们", "本镇", "本局", "同事", "把"];

    /// <summary>The slots with delegate and persons told apart.</summary>
    public static Slots Complete(Slots slots, Reading reading)
    {
        var away = reading.Names.Words.Find("请假") is { } id && reading.Hits[id] is [var hit, ..] ? hit.Start : 0;
        var people = reading.NameHits.Where(n => !n.IsUnit).ToList();
        var captured = slots.Other.GetValueOrDefault("delegate");
        var standIn = people.Find(n => n.Start > away);
        var name = standIn is not null ? NameOf(standIn, reading) : Trimmed(reading.Captured, captured);
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

    private static string? Trimmed(CapturedWords captured, string? words)
    {
        var tidy = words is null ? "" : captured.Tidy(words);
        foreach (var word in Leading)
        {
            tidy = tidy.Length > word.Length && tidy.StartsWith(word, StringComparison.Ordinal) ? captured.Tidy(tidy[word.Length..]) : tidy;
        }

        return (tidy.Length is >= 2 and <= 4 && tidy.All(CharTables.IsHan) && tidy.IndexOfAny(['假', '班', '天', '会', '我']) < 0) || (tidy.Length > 1 && char.IsAsciiLetter(tidy[0]) && tidy.Length <= 30) ? tidy : null;
    }
}
