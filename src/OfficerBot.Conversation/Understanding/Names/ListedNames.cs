using OfficerBot.Conversation.Understanding.Content;
using OfficerBot.Conversation.Understanding.Text;

namespace OfficerBot.Conversation.Understanding.Names;

/// <summary>Names beside names that were read: 城东、湖宾 (by sound), 水利和林业两个局 (without 局), 白沙湖镇 and 白沙镇、桃花岭镇 (unknown, and no other unit).</summary>
internal static class ListedNames
{
    private const int LongestMessage = 60;
    private const int LongestStrange = 3;

    /// <summary>Where the name of a strange place ends that begins like a short name of a unit (白沙|湖镇); <paramref name="end"/> when it is the unit itself.</summary>
    public static int StrangeEnd(Spots spots, string text, int start, int end)
    {
        for (var at = end; at < text.Length && at < end + 2 && end - start == 2 && spots.Places.At(text.AsSpan(at)) > 0; at++)
        {
            if (spots.TownEnds.At(text.AsSpan(at + 1)) is > 0 and var ending)
            {
                return at + 1 + ending;
            }
        }

        return end;
    }

    /// <summary>The names with those a short message lists beside them.</summary>
    public static List<NameHit> With(List<NameHit> names, string text, Gazetteer gazetteer)
    {
        if (text.Length > LongestMessage || !gazetteer.Spots.Joins.IsIn(text))
        {
            return names;
        }

        var before = names.Count;
        for (var i = 0; i < names.Count; i++)
        {
            Behind(names, i, text, gazetteer);
            Ahead(names, i, text, gazetteer);
        }

        Stems(names, text, gazetteer);
        if (names.Count > before)
        {
            names.Sort((a, b) => a.Start.CompareTo(b.Start));
        }

        return names;
    }

    private static void Behind(List<NameHit> names, int which, string text, Gazetteer gazetteer)
    {
        var hit = names[which];
        var at = hit.End + gazetteer.Spots.Joins.At(text.AsSpan(hit.End));
        if (at == hit.End || at + 1 >= text.Length || IsTaken(names, at, at + 1))
        {
            return;
        }

        var next = gazetteer.Fuzzy.At(text, at, !hit.IsUnit, backwards: false) ?? (hit.IsUnit ? Strange(gazetteer.Spots, text, at) : null);
        if (next is not null && !IsTaken(names, next.Start, next.End))
        {
            names.Add(next);
        }
    }

    private static void Ahead(List<NameHit> names, int which, string text, Gazetteer gazetteer)
    {
        var hit = names[which];
        var end = hit.Start - gazetteer.Spots.Joins.Before(text.AsSpan(0, hit.Start));
        if (end < hit.Start && end > 1 && !IsTaken(names, end - 1, end) && gazetteer.Fuzzy.At(text, end, !hit.IsUnit, backwards: true) is { } previous && !IsTaken(names, previous.Start, previous.End))
        {
            names.Add(previous);
        }
    }

    private static bool IsTaken(List<NameHit> names, int start, int end) => names.Exists(n => n.Start < end && start < n.End);

    /// <summary>桃花岭镇: a place the roster does not know.</summary>
    private static NameHit? Strange(Spots spots, string text, int start)
    {
        for (var at = start; at < text.Length && at - start <= LongestStrange && CharTables.IsHan(text[at]) && spots.NoName.At(text.AsSpan(at)) == 0; at++)
        {
            if (at > start && spots.TownEnds.At(text.AsSpan(at + 1)) is > 0 and var ending && spots.Places.At(text.AsSpan(at + 1 + ending)) == 0)
            {
                return new(start, at + 1 + ending, [], [], false);
            }
        }

        return null;
    }

    /// <summary>水利和林业两个局, 水利局、林业昨天报了没: bureaus without their 局, in a list that is spoken of as of somebody.</summary>
    private static void Stems(List<NameHit> names, string text, Gazetteer gazetteer)
    {
        List<NameHit>? found = null;
        foreach (var (stem, unit) in gazetteer.Stems)
        {
            var at = text.IndexOf(stem, StringComparison.Ordinal);
            if (at >= 0 && !IsTaken(names, at, at + stem.Length) && (found is null || !IsTaken(found, at, at + stem.Length)))
            {
                (found ??= []).Add(new(at, at + stem.Length, [unit], [], true));
            }
        }

        foreach (var hit in found ?? [])
        {
            if (IsListed(gazetteer.Spots, hit, names, found!, text) && IsSpokenOf(gazetteer.Spots, hit, names, found!, text))
            {
                names.Add(hit);
            }
        }
    }

    private static bool IsListed(Spots spots, NameHit hit, List<NameHit> names, List<NameHit> stems, string text)
    {
        var before = hit.Start - spots.Joins.Before(text.AsSpan(0, hit.Start));
        var behind = hit.End + spots.Joins.At(text.AsSpan(hit.End));
        return (before < hit.Start && (EndsAt(names, before) || EndsAt(stems, before))) || (behind > hit.End && (BeginsAt(names, behind) || BeginsAt(stems, behind)));
    }

    private static bool EndsAt(List<NameHit> hits, int at) => hits.Exists(h => h.End == at && h.IsUnit);

    private static bool BeginsAt(List<NameHit> hits, int at) => hits.Exists(h => h.Start == at && h.IsUnit);

    /// <summary>What follows the list is how many they are, or what they did: not 水利和林业方面的线索.</summary>
    private static bool IsSpokenOf(Spots spots, NameHit hit, List<NameHit> names, List<NameHit> stems, string text)
    {
        var at = hit.End;
        while (spots.Joins.At(text.AsSpan(at)) is > 0 and var join && (names.Find(n => n.Start == at + join) ?? stems.Find(n => n.Start == at + join)) is { } next)
        {
            at = next.End;
        }

        var counted = at < text.Length && (Dates.Cursor.IsChineseNumeral(text[at]) || text[at] is '两' or '几' || char.IsAsciiDigit(text[at])) ? at + 1 : text.Length;
        return spots.Acting.At(text.AsSpan(at)) > 0 || spots.Counted.At(text.AsSpan(counted)) > 0 || (at > hit.End && EndsAt(names, at));
    }
}
