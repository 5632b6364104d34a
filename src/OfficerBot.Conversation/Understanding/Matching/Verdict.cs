using OfficerBot.Conversation.Understanding.Scan;

namespace OfficerBot.Conversation.Understanding.Matching;

/// <summary>The reason of a returned lead: what follows the verdict, without the words of the verdict itself (打回去重写 gives no reason).</summary>
internal static class Verdict
{
    private static readonly string[] Openings = ["理由是", "理由", "原因是", "原因", "因为", "主要是", "请", "让他们", "叫他们", "喊他们", "让他", "叫他", "给他们", "给", "他们", "对方", "去改", "去补", "改一下", "改改", "修改一下", "完善一下", "重拍", "重照", "重新拍", "because of", "because", "reason", "for "];

    /// <summary>看过了，退回: what tells no reason.</summary>
    private static readonly string[] Seen = ["看过了", "看了", "我看了", "我看过了", "看完了", "看过", "我都看了", "都看了", "看过一遍", "审过了", "我审了"];

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

            foreach (var opening in Openings.Where(o => string.CompareOrdinal(reading.Text, from, o, 0, o.Length) == 0))
            {
                (from, moved) = (from + opening.Length, true);
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

        return from < reading.Text.Length && (char.IsAsciiLetter(reading.Text[from]) || reading.Text[from] is '把' or '将') ? from : reading.SkipFrom(from);
    }

    /// <summary>缺时间，退回去改: what stands between the lead and the verdict.</summary>
    private static string Before(Reading reading, List<Hit> verdicts, Match match)
        => Unread(Between(reading, verdicts, match));

    /// <summary>我看过了，太短: what has been read is no reason, what follows is.</summary>
    private static string Unread(string words)
    {
        var seen = Seen.Where(s => words.StartsWith(s, StringComparison.Ordinal)).MaxBy(s => s.Length);
        return seen is null ? words : words[seen.Length..].TrimStart(',', '，', '。', ' ', '、', '.');
    }

    private static string Between(Reading reading, List<Hit> verdicts, Match match)
    {
        var lead = reading.Leads.Find(l => l.Start >= match.Start && l.End <= match.End)?.End ?? (reading.Names.Words.Find("最近一条") is { } last && reading.Hits[last] is [var hit, ..] ? hit.End : -1);
        var verdict = verdicts.Find(v => v.Start >= lead);
        return lead < 0 || verdict.Length == 0 ? "" : Words(reading, verdicts, PastCount(reading, lead), verdict.Start);
    }

    /// <summary>4号、9号两条都不采用: how many they are is no reason.</summary>
    private static int PastCount(Reading reading, int at)
    {
        var from = reading.SkipFrom(at);
        var number = reading.Text.AsSpan(from) is ['这', ..] ? from + 1 : from;
        var counted = number + 1 < reading.Text.Length && "两二三四五六七八几".Contains(reading.Text[number], StringComparison.Ordinal) && "条篇个则".Contains(reading.Text[number + 1], StringComparison.Ordinal);
        from = counted ? reading.SkipFrom(number + 2) : from;
        return counted && from < reading.Text.Length && reading.Text[from] is '都' or '全' or '均' or '皆' ? reading.SkipFrom(from + 1) : from;
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

        return to <= from ? "" : CapturedWords.AsGiven(reading.Folded.Slice(from, to));
    }
}
