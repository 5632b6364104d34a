using OfficerBot.Conversation.Understanding.Content;
using OfficerBot.Conversation.Understanding.Scan;

namespace OfficerBot.Conversation.Understanding.Matching;

/// <summary>The reason of a returned lead: what follows the verdict, without the words of the verdict itself (打回去重写 gives no reason).</summary>
internal static class Verdict
{
    /// <summary>The slots with the reason tidied, or taken from what follows the verdict.</summary>
    public static Slots Complete(Slots slots, Reading reading, Match match)
    {
        var from = match.Captures.FirstOrDefault(c => c.Slot == "reason") is { Slot: not null } captured ? captured.Start : match.End;
        var verdicts = reading.Names.Words.Find("退回") is { } id ? reading.Hits[id] : [];
        for (var moved = true; moved;)
        {
            moved = false;
            from = Start(reading, from);
            foreach (var hit in verdicts.Where(h => h.Start <= from && h.End > from))
            {
                (from, moved) = (hit.End, true);
            }

            if (reading.NameHits.Find(n => n.IsUnit && n.Start == from) is { } unit)
            {
                (from, moved) = (unit.End, true); // 退给柳林镇重写
            }

            while (reading.Content.Spots.Verdicts.Openings.At(reading.Text.AsSpan(from)) is > 0 and var opening)
            {
                (from, moved) = (from + opening, true);
            }
        }

        var reason = Words(reading, verdicts, from, reading.Text.Length);
        reason = reason.Length > 1 ? reason : Before(reading, verdicts, match);
        return slots with { Reason = reason.Length > 1 ? reason : null };
    }

    /// <summary>English words that fill elsewhere belong to a reason: it has no numbers.</summary>
    private static int Start(Reading reading, int from)
    {
        while (from < reading.Text.Length && Reading.IsSoft(reading.Text[from]))
        {
            from++;
        }

        return from < reading.Text.Length && (char.IsAsciiLetter(reading.Text[from]) || reading.Content.Spots.Verdicts.Taking.At(reading.Text.AsSpan(from)) > 0) ? from : reading.SkipFrom(from);
    }

    /// <summary>缺时间，退回去改: what stands between the lead and the verdict.</summary>
    private static string Before(Reading reading, List<Hit> verdicts, Match match)
        => Unread(reading.Content.Spots.Verdicts, Between(reading, verdicts, match));

    /// <summary>我看过了，太短: what has been read is no reason, what follows is.</summary>
    private static string Unread(VerdictSpots spots, string words)
        => spots.Seen.At(words) is > 0 and var seen ? words[seen..].TrimStart(',', '，', '。', ' ', '、', '.') : words;

    private static string Between(Reading reading, List<Hit> verdicts, Match match)
    {
        var lead = reading.Leads.Find(l => l.Start >= match.Start && l.End <= match.End)?.End ?? (reading.Names.Words.Find("最近一条") is { } last && reading.Hits[last] is [var hit, ..] ? hit.End : -1);
        var verdict = verdicts.Find(v => v.Start >= lead);
        return lead < 0 || verdict.Length == 0 ? "" : Words(reading, verdicts, PastCount(reading, lead), verdict.Start);
    }

    /// <summary>4号、9号两条都不采用: how many they are is no reason.</summary>
    private static int PastCount(Reading reading, int at)
    {
        var (spots, from) = (reading.Content.Spots.Verdicts, reading.SkipFrom(at));
        var counted = spots.Counted.At(reading.Text.AsSpan(from));
        if (counted == 0)
        {
            return from;
        }

        from = reading.SkipFrom(from + counted);
        return spots.All.At(reading.Text.AsSpan(from)) is > 0 and var all ? reading.SkipFrom(from + all) : from;
    }

    /// <summary>The words of a stretch without the verdict's clause at its end: 数字不对，退给他们改.</summary>
    private static string Words(Reading reading, List<Hit> verdicts, int from, int to)
    {
        const int LongestClause = 10;
        foreach (var hit in verdicts)
        {
            var begins = hit.Start > from + 1 && hit.End <= to && to - hit.Start <= LongestClause && (Reading.IsSoft(reading.Text[hit.Start - 1]) || reading.Folded.HasGapBefore(hit.Start));
            to = begins ? hit.Start : to;
        }

        return to <= from ? "" : reading.Captured.AsGiven(reading.Folded.Slice(from, to));
    }
}
