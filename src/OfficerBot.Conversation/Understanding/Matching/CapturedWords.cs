using OfficerBot.Conversation.Understanding.Content;

namespace OfficerBot.Conversation.Understanding.Matching;

/// <summary>Tidies words that a capture took: outer punctuation and the small words that hang on.</summary>
internal static class CapturedWords
{
    private static readonly char[] Outer =
    [
        ' ', '，', '。', '、', '：', ':', ',', '“', '”', '"', '「', '」', '《', '》', '.', '!', '！', '?', '？', '\n', '；', ';', '\'', '-', '—', '(', ')', '（', '）', '～', '~',
    ];

    private static readonly string[] Leading = ["了", "的", "请", "the ", "a ", "an ", "this ", "that "];
    private static readonly string[] Trailing = ["吧", "哈", "哦", "谢谢", "那个", "这个", "那项", "那一项", "这一项", "该", "的", "这项", "了", " please"];

    /// <summary>Where a captured task begins: whose it is and when stand before it and are no part of its name.</summary>
    public static int TaskStart(Reading reading, int start, int end)
    {
        start += reading.Text.AsSpan(start, end - start).LastIndexOfAny('。', '!', '\n') + 1; // 总算松口气。开放日…
        start = start == 0 && reading.Hits[Entity.BotName] is [{ Start: <= 1 } bot, ..] && bot.End < end ? bot.End : start;
        for (var moved = true; moved;)
        {
            var from = reading.SkipFrom(start);
            var stop = reading.NameHits.Find(n => n.IsUnit && n.Start <= from && n.End > start)?.End ?? reading.Dates.Find(d => d.Start <= from && d.End > start && d.From.Festival is null)?.End ?? 0;
            moved = stop > start && stop <= end;
            start = moved ? BehindJoin(reading, stop) : start;
        }

        return start;
    }

    /// <summary>大气科和|水环境科的任务: behind what joins two units.</summary>
    private static int BehindJoin(Reading reading, int at)
        => at + reading.Content.Spots.Joins.At(reading.Text.AsSpan(at)) is var next && reading.NameHits.Exists(n => n.IsUnit && n.Start == next) ? next : at;

    /// <summary>A new text as typed, outer punctuation and closing politeness aside.</summary>
    public static string AsTyped(string words)
    {
        var tidy = words.Trim(Outer);
        foreach (var word in new[] { "谢谢", "吧", "哈", " please", " thanks" })
        {
            tidy = tidy.Length > word.Length && tidy.EndsWith(word, StringComparison.OrdinalIgnoreCase) ? tidy[..^word.Length].TrimEnd(Outer) : tidy;
        }

        return tidy;
    }

    /// <summary>The words looked for: 找找跟水葫芦有关的 looks for 水葫芦.</summary>
    public static string AsSearched(string words)
    {
        var tidy = FirstSentence(words).Trim(Outer);
        for (var moved = true; moved;)
        {
            moved = false;
            foreach (var word in (ReadOnlySpan<string>)["有没有", "有无", "有没", "有木有", "有啥", "有什么", "还有", "都有", "给我", "把", "一下", "找", "搜", "查", "信息员助手", "小助手", "机器人", "助手", "跟", "和", "与", "同", "关于", "有关", "提到", "带", "那个", "那些", "所有", "the "])
            {
                if (tidy.Length > word.Length + 1 && tidy.StartsWith(word, StringComparison.Ordinal))
                {
                    (tidy, moved) = (tidy[word.Length..].TrimStart(Outer), true);
                }
            }
        }

        return tidy;
    }

    /// <summary>sandbags? the paper is asking: what is said behind the question is no part of the words looked for.</summary>
    private static string FirstSentence(string words)
    {
        if (words.Length < 2)
        {
            return words;
        }

        var end = words.AsSpan(1).IndexOfAny("?？。!");
        end = end < 0 && char.IsAsciiLetter(words[0]) ? words.AsSpan(1).IndexOf(',') : end;
        return end < 0 ? words : words[..(end + 1)];
    }

    /// <summary>The name of a task: 那个危废管理 is named 危废管理.</summary>
    public static string AsNamed(string words)
    {
        var tidy = Tidy(words);
        tidy = tidy.EndsWith("开放日活动", StringComparison.Ordinal) || tidy.EndsWith("开放活动", StringComparison.Ordinal) ? tidy[..^2] : tidy;
        foreach (var word in (ReadOnlySpan<string>)["那个", "这个", "那项", "这项"])
        {
            tidy = tidy.Length > word.Length + 1 && tidy.StartsWith(word, StringComparison.Ordinal) ? Tidy(tidy[word.Length..]) : tidy;
        }

        return tidy;
    }

    /// <summary>A reason as given: 太空了 keeps its 了.</summary>
    public static string AsGiven(string words)
    {
        var tidy = AsTyped(words);
        foreach (var word in (ReadOnlySpan<string>)["了", "的", "请"])
        {
            tidy = tidy.Length > word.Length && tidy.StartsWith(word, StringComparison.Ordinal) ? tidy[word.Length..].TrimStart(Outer) : tidy;
        }

        return tidy;
    }

    /// <summary>The words that remain; may be empty.</summary>
    public static string Tidy(string words)
    {
        var tidy = words.Trim(Outer);
        foreach (var word in Leading)
        {
            tidy = tidy.Length > word.Length && tidy.StartsWith(word, StringComparison.OrdinalIgnoreCase) ? tidy[word.Length..].TrimStart(Outer) : tidy;
        }

        foreach (var word in Trailing)
        {
            tidy = tidy.Length > word.Length && tidy.EndsWith(word, StringComparison.OrdinalIgnoreCase) ? tidy[..^word.Length].TrimEnd(Outer) : tidy;
        }

        return tidy;
    }
}
