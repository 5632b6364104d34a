using OfficerBot.Conversation.Understanding.Content;
using OfficerBot.Conversation.Understanding.Text;

namespace OfficerBot.Conversation.Understanding.Matching;

/// <summary>
/// 沙窝子信息员电话, 桃花岭街道报了没: a place or unit that is not on the roster, where one is asked about. It is given as a unit without candidates, so that the
/// answer is that it is not known, and not the list of everybody.
/// </summary>
internal static class StrangeUnit
{
    private const int LongestName = 8;
    private const int LongestMessage = 30;

    /// <summary>Classes of what is asked, and of how asking begins.</summary>
    private static readonly string[] Stops = ["电话", "找人", "通讯录", "经手"];
    private static readonly string[] Openings = ["找", "谁", "列", "发出"];

    /// <summary>The slots with the strange unit, where there is one.</summary>
    public static Slots Complete(string intent, Slots slots, Reading reading)
    {
        if (slots.Units.Count + slots.Persons.Count > 0 || slots.Phone is not null || reading.NameHits.Count > 0 || reading.Text.Length > LongestMessage)
        {
            return slots;
        }

        var asks = intent == "find_contact";
        var stop = asks ? Math.Min(First(reading, Stops), reading.Hits[Entity.Post] is [var post, ..] ? post.Start : reading.Text.Length)
            : Math.Min(First(reading, ["报了没"]), reading.Dates is [var date, ..] ? date.Start : reading.Text.Length);
        var start = Begin(reading, stop);
        var end = End(reading, start, stop);
        return stop < reading.Text.Length && IsName(reading, start, end, !asks)
            ? slots with { Units = [new(reading.Folded.Slice(start, end), [])], Groups = [] }
            : slots;
    }

    private static int First(Reading reading, string[] classes)
    {
        var first = reading.Text.Length;
        foreach (var name in classes)
        {
            first = reading.Names.Words.Find(name) is { } id && reading.Hits[id] is [var hit, ..] && hit.Start > 0 ? Math.Min(first, hit.Start) : first;
        }

        return first;
    }

    /// <summary>Behind what asks: 帮我查一下, 谁是.</summary>
    private static int Begin(Reading reading, int stop)
    {
        var at = 0;
        for (var moved = true; moved && at < stop;)
        {
            var from = reading.SkipFrom(at);
            moved = from > at;
            at = from;
            foreach (var name in Openings)
            {
                if (reading.Names.Words.Find(name) is { } id && reading.Hits.At(id, at) is { } hit && hit.End <= stop)
                {
                    (at, moved) = (hit.End, true);
                }
            }

            (at, moved) = at < stop && reading.Text[at] == '是' ? (at + 1, true) : (at, moved);
        }

        return Math.Min(at, stop);
    }

    private static int End(Reading reading, int start, int stop)
    {
        var hanging = 1;
        while (hanging > 0 && stop > start)
        {
            hanging = reading.Content.Spots.Hanging.Before(reading.Text.AsSpan(start + 1, stop - start - 1)); // of a name something stays
            stop -= hanging;
        }

        return stop;
    }

    /// <summary>Chinese characters of which no longer part is a word we know, but for its last: 桃花岭街道.</summary>
    /// <param name="ofUnit">Only with the ending of a unit.</param>
    private static bool IsName(Reading reading, int start, int end, bool ofUnit)
    {
        var name = reading.Text.AsSpan(start, end - start);
        var spots = reading.Content.Spots;
        if (name.Length is < 2 or > LongestName || spots.NoBeginning.At(name) > 0 || spots.NoEnding.Before(name) > 0)
        {
            return false;
        }

        var ending = spots.UnitEnds.Before(name);
        foreach (var c in name)
        {
            if (!CharTables.IsHan(c))
            {
                return false;
            }
        }

        return name.Length - ending >= 2 && (!ofUnit || ending > 0) && !reading.Hits.Found.Exists(id => reading.Hits[id].Exists(h => h.Length > 1 && h.Start < end - ending && h.End > start));
    }
}
