using OfficerBot.Conversation.Understanding.Content;
using OfficerBot.Conversation.Understanding.Matching;
using OfficerBot.Conversation.Understanding.Text;

namespace OfficerBot.Conversation.Understanding.Items;

/// <summary>What a reporter says behind a lead to whoever reads it: a question (这条能用不？), an excuse (他们信息员不在，我转一下), a letter's end, a name.</summary>
internal static class LeadRemark
{
    private const int ShortestLead = 10;
    private const int LongestRemark = 40;
    private const int LongestEnglishRemark = 64;
    private const int LongestName = 12;

    /// <summary>Where the text ends without the remark in its last sentence; the end itself when that one belongs to the lead.</summary>
    public static int Cut(Reading reading, int start, int end)
    {
        if (Turn(reading, start, end) is { } turn)
        {
            return turn;
        }

        var text = reading.Text;
        var stop = end;
        while (stop > start && Reading.IsSoft(text[stop - 1]))
        {
            stop--;
        }

        var from = GapStart(reading, start, stop) is { } gap && Speaks(reading, gap, stop) ? gap : SentenceStart(text, start, stop);
        if (from < start + ShortestLead || end - from > (char.IsAscii(text[stop - 1]) && char.IsAscii(text[from]) ? LongestEnglishRemark : LongestRemark) || text.AsSpan(from, end - from).Contains('"'))
        {
            return end;
        }

        var asks = text.AsSpan(stop, end - stop).Contains('?');
        return asks || Speaks(reading, from, stop) || IsName(reading, from, stop) ? from : end;
    }

    /// <summary>…120座 对了那个周报哪天交: where a turn to a question of another thing begins; null when there is none.</summary>
    private static int? Turn(Reading reading, int start, int end)
    {
        var text = reading.Text;
        foreach (var hit in reading.Hits[Entity.Turn])
        {
            var isParted = hit.Start >= start + ShortestLead && hit.End <= end && end - hit.Start <= LongestRemark && (Reading.IsSoft(text[hit.Start - 1]) || reading.Folded.HasGapBefore(hit.Start));
            if (isParted && !HasAmount(reading, hit.Start, end) && (text.AsSpan(hit.End, end - hit.End).Contains('?') || reading.Content.Spots.Asking.IsIn(text.AsSpan(hit.End, end - hit.End))))
            {
                return hit.Start;
            }
        }

        return null;
    }

    /// <summary>（图3张: a bracket that is not closed any more goes with what was cut off.</summary>
    public static int BeforeOpen(string text, int start, int end)
    {
        const int LongestRest = 12;
        var open = end > start ? text.LastIndexOf('(', end - 1, end - start) : -1;
        return open > start && end - open <= LongestRest && text.IndexOf(')', open, end - open) < 0 ? open : end;
    }

    /// <summary>… 图晚点补: behind the last blank; null where none is near.</summary>
    private static int? GapStart(Reading reading, int start, int end)
    {
        const int LongestPart = 16;
        for (var at = end - 1; at > start && at > end - LongestPart; at--)
        {
            if (reading.Folded.HasGapBefore(at))
            {
                return at;
            }
        }

        return null;
    }

    private static int SentenceStart(string text, int start, int end)
    {
        var at = end;
        while (at > start && text[at - 1] is not ('。' or '!' or '?' or ';' or '\n') && !IsEnglishStop(text, at - 1))
        {
            at--;
        }

        return at;
    }

    /// <summary>… in the lake. Pls find …, but not the dot of Mr. Peng.</summary>
    private static bool IsEnglishStop(string text, int at)
        => text[at] == '.' && at > 2 && at + 1 < text.Length && text[at + 1] == ' ' && char.IsAsciiLetterOrDigit(text[at - 1]) && char.IsAsciiLetterOrDigit(text[at - 2]) && char.IsAsciiLetterOrDigit(text[at - 3]);

    private static bool Speaks(Reading reading, int from, int end)
    {
        foreach (var hit in reading.Hits[Entity.Remark])
        {
            if (hit.Start >= from && hit.End <= end && !HasAmount(reading, from, end))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasAmount(Reading reading, int from, int end)
    {
        foreach (var hit in reading.Hits[Entity.Quantity])
        {
            if (hit.Start >= from && hit.End <= end)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>网格员 钟灵: a line of its own with one blank in it.</summary>
    private static bool IsName(Reading reading, int from, int end)
    {
        if (end - from is < 4 or > LongestName || reading.Text[from - 1] != '\n')
        {
            return false;
        }

        var gaps = 0;
        for (var at = from; at < end; at++)
        {
            gaps += at > from && reading.Folded.HasGapBefore(at) ? 1 : 0;
            if (!CharTables.IsHan(reading.Text[at]))
            {
                return false;
            }
        }

        return gaps == 1;
    }
}
