using OfficerBot.Conversation.Understanding.Content;

namespace OfficerBot.Conversation.Understanding.Matching;

/// <summary>Tidies words that a capture took: outer punctuation and the small words that hang on.</summary>
internal sealed class CapturedWords(CaptureSpots spots)
{
    private static readonly char[] Outer =
    [
        ' ', '，', '。', '、', '：', ':', ',', '“', '”', '"', '「', '」', '《', '》', '.', '!', '！', '?', '？', '\n', '；', ';', '\'', '-', '—', '(', ')', '（', '）', '～', '~',
    ];

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
    public string AsTyped(string words) => WithoutEnd(spots.Courtesies, words.Trim(Outer));

    /// <summary>The words looked for: 找找跟水葫芦有关的 looks for 水葫芦.</summary>
    public string AsSearched(string words) => WithoutStart(spots.SearchOpenings, FirstSentence(words).Trim(Outer), leaving: 2);

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
    public string AsNamed(string words)
    {
        var tidy = Tidy(words);
        var ending = spots.EventEnds.Before(tidy);
        tidy = ending > 0 && spots.Events.Before(tidy.AsSpan(0, tidy.Length - ending)) > 0 ? tidy[..^ending] : tidy;
        while (spots.Pointing.At(tidy, leaving: 2) is > 0 and var pointing)
        {
            tidy = Tidy(tidy[pointing..]);
        }

        return tidy;
    }

    /// <summary>A reason as given: 太空了 keeps its 了.</summary>
    public string AsGiven(string words) => WithoutStart(spots.ReasonOpenings, AsTyped(words), leaving: 1);

    /// <summary>The words that remain; may be empty.</summary>
    public string Tidy(string words) => WithoutEnd(spots.Trailing, WithoutStart(spots.Leading, words.Trim(Outer), leaving: 1));

    /// <summary>Tidied, and tidied again behind every word of a class.</summary>
    public string TidyBehind(Spot spot, string words)
    {
        var tidy = Tidy(words);
        while (spot.At(tidy, leaving: 1) is > 0 and var length)
        {
            tidy = Tidy(tidy[length..]);
        }

        return tidy;
    }

    /// <summary>Tidied, and tidied again before every word of a class.</summary>
    public string TidyBefore(Spot spot, string words)
    {
        var tidy = Tidy(words);
        while (spot.Before(tidy, leaving: 1) is > 0 and var length)
        {
            tidy = Tidy(tidy[..^length]);
        }

        return tidy;
    }

    private static string WithoutStart(Spot spot, string words, int leaving)
    {
        while (spot.At(words, leaving) is > 0 and var length)
        {
            words = words[length..].TrimStart(Outer);
        }

        return words;
    }

    private static string WithoutEnd(Spot spot, string words)
    {
        while (spot.Before(words, leaving: 1) is > 0 and var length)
        {
            words = words[..^length].TrimEnd(Outer);
        }

        return words;
    }
}
