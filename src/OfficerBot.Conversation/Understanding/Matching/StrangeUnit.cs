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

    /// <summary>A name does not begin with these: 我们信息员, 各村信息员, 哪个信息员.</summary>
    private const string NoBeginning = "我咱俺你您他她它这那哪各全本贵某是把跟和与给有没不还也都谁请新原前现每几多所其";

    /// <summary>县里, 上面: no name.</summary>
    private const string NoEnding = "里面内上下前后员人";
    private static readonly string[] Stops = ["电话", "找人", "通讯录", "经手"];
    private static readonly string[] Openings = ["找", "谁", "列", "发出"];
    private static readonly string[] Hanging = ["的", "那边", "这边", "那里", "那儿", "方面", "单位", "联系人", "对接人"];
    private static readonly string[] Endings = ["街道", "社区", "集团", "公司", "中心", "镇", "乡", "村", "局", "场", "科", "所", "站", "委", "办", "队", "处"];

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
        var end = End(reading.Text, start, stop);
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

    private static int End(string text, int start, int stop)
    {
        for (var moved = true; moved;)
        {
            moved = false;
            foreach (var word in Hanging)
            {
                if (stop - word.Length > start && text.AsSpan(start, stop - start).EndsWith(word, StringComparison.Ordinal))
                {
                    (stop, moved) = (stop - word.Length, true);
                }
            }
        }

        return stop;
    }

    /// <summary>Chinese characters of which no longer part is a word we know, but for its last: 桃花岭街道.</summary>
    /// <param name="ofUnit">Only with the ending of a unit.</param>
    private static bool IsName(Reading reading, int start, int end, bool ofUnit)
    {
        var name = reading.Text.AsSpan(start, end - start);
        if (name.Length is < 2 or > LongestName || NoBeginning.Contains(name[0], StringComparison.Ordinal) || NoEnding.Contains(name[^1], StringComparison.Ordinal))
        {
            return false;
        }

        var ending = 0;
        foreach (var word in Endings)
        {
            ending = ending == 0 && name.EndsWith(word, StringComparison.Ordinal) ? word.Length : ending;
        }

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
