using OfficerBot.Conversation.Understanding.Content;
using OfficerBot.Conversation.Understanding.Dates;
using OfficerBot.Conversation.Understanding.Matching;
using OfficerBot.Conversation.Understanding.Names;

namespace OfficerBot.Conversation.Understanding.Items;

/// <summary>What stands in brackets around a lead's header.</summary>
/// <param name="End">Behind the closing bracket.</param>
/// <param name="Units">Empty for a picture of the channel ([送花花]).</param>
internal readonly record struct LeadBracket(int End, IReadOnlyList<NameHit> Units, IReadOnlyList<DatePhrase> Dates)
{
    private const int LongestBracket = 30;
    private const int LongestFace = 8;

    /// <summary>The bracket at the start: 【城西街道·一日一报】 or [送花花]; null when there is none, or one that belongs to the text.</summary>
    public static LeadBracket? Find(Reading reading)
    {
        var text = reading.Text;
        var head = text.AsSpan(0, Math.Min(LongestBracket, text.Length));
        var close = text.Length > 1 && text[0] is '【' or '[' ? head.IndexOfAny('】', ']') : text.Length > 1 && text[0] == '(' ? head.IndexOf(')') : -1;
        // （柳林镇供稿）: round brackets are a header only with a word for handing in.
        close = close > 0 && text[0] == '(' && reading.Content.Spots.Headers.Contributing.Before(head[..close]) == 0 ? -1 : close;
        if (close < 0)
        {
            return null;
        }

        var units = reading.NameHits.FindAll(n => n.IsUnit && n.End <= close && n.Start <= 3);
        var isFace = close is > 0 and <= LongestFace && text[0] == '[' && reading.Hits.At(Entity.LeadMarker, 1) is null;
        return units.Count > 0 ? new(close + 1, units, reading.Dates.FindAll(d => d.End <= close && !Cursor.IsChineseNumeral(text[d.Start])))
            : isFace ? new(close + 1, [], []) : null;
    }

    /// <summary>Where a picture of the channel ([呲牙]) ends that stands here; null when none does.</summary>
    public static int? Face(Reading reading, int at)
    {
        var close = reading.Text.AsSpan(at, Math.Min(LongestFace, reading.Text.Length - at)).IndexOf(']');
        return close > 1 && reading.Hits.At(Entity.LeadMarker, at + 1) is null && !reading.Text.AsSpan(at, close).ContainsAnyInRange('0', '9') ? at + close + 1 : null;
    }

    /// <summary>A category said in the header, with where it ends: 典型案例线索：, 线索（群众获得感类）：, 报一条典型案例。, 类别：整改; null when none stands here.</summary>
    /// <param name="isBehindMarker">What was read last is a marker.</param>
    public static (int Number, int End)? Category(Reading reading, int at, bool marked, bool isBehindMarker)
    {
        var text = reading.Text;
        var value = at + reading.Content.Spots.Headers.CategoryLabels.At(text.AsSpan(at));
        if (value > at && value < text.Length && text[value] is >= '1' and <= '7' && (value + 1 == text.Length || !char.IsLetterOrDigit(text[value + 1])))
        {
            return (text[value] - '0', value + 1);
        }

        return Named(reading, value, marked, value > at || (marked && isBehindMarker));
    }

    private static (int Number, int End)? Named(Reading reading, int at, bool marked, bool isLabelled)
    {
        var text = reading.Text;
        foreach (var (value, id) in reading.Categories)
        {
            if (reading.Hits.At(id, at) is { } hit && int.TryParse(value, out var number))
            {
                var end = hit.End + (hit.End < text.Length && text[hit.End] == '类' ? 1 : 0);
                var marker = end + (end < text.Length && text[end] == ' ' ? 1 : 0); // typical case lead:
                if (at == 0 && BehindTail(reading, end) is var tail && tail > end)
                {
                    return (number, tail);
                }

                var framed = (marked && at > 0 && text[at - 1] is '(' or '-' or '·') || (end < text.Length && (reading.Hits.At(Entity.LeadMarker, marker) is not null || text[end] is '】' or ')'))
                    || (IsLabel(text, at, end) && reading.Hits.At(Entity.LeadMarker, end + 1) is null) || (isLabelled && end < text.Length && text[end] is ':' or '。' or ',' or '\n' or '!' or ';');
                if (framed)
                {
                    return (number, end);
                }
            }
        }

        return null;
    }

    /// <summary>典型案例：, 获得感类：, 【典型案例】: at the start, and long enough to be no word of a sentence (整改：).</summary>
    public static bool IsLabel(string text, int at, int end)
        => at <= 1 && end < text.Length && end - at > 2 && (at == 0 ? text[end] is ':' or '-' : text[0] == '【' && text[end] == '】');

    /// <summary>典型案例|报送——…: where the words end that make a category a label; the place itself when none stand here.</summary>
    private static int BehindTail(Reading reading, int at)
    {
        var end = at + reading.Content.Spots.Headers.CategoryTails.At(reading.Text.AsSpan(at));
        return end < reading.Text.Length && reading.Text[end] is ':' or '-' ? end : at;
    }

    /// <summary>代东山镇报： — where the name of a unit ends that is on no roster; filing it for the speaker's own would be wrong. Null when none stands here.</summary>
    public static int? StrangeUnit(Reading reading, int at)
    {
        const int LongestName = 12;
        var end = reading.Text.IndexOf("报:", at, Math.Min(LongestName, reading.Text.Length - at), StringComparison.Ordinal);
        return end <= at || reading.Hits.At(Entity.LeadPrefix, at) is not null ? null : end;
    }
}
