using OfficerBot.Conversation.Understanding.Content;
using OfficerBot.Conversation.Understanding.Matching;
using OfficerBot.Conversation.Understanding.Text;

namespace OfficerBot.Conversation.Understanding.Items;

/// <summary>
/// The lines of a digest without numbers: each line with a unit as header, or with the same bullet (✅, 🔹, -, •), or plain lines below a header of which
/// each tells something. A title line above its text is no digest.
/// </summary>
internal static class Digest
{
    /// <summary>The lines, or fewer than two when the text is no digest.</summary>
    public static List<(int Start, int End)> Lines(Reading reading, LeadFrame frame)
    {
        if (!reading.Text.AsSpan(frame.Start).Contains('\n'))
        {
            return [];
        }

        var whole = Parted(reading.Text[..frame.End], Begin(reading, frame));
        var headed = whole.Where(l => HasUnitHeader(reading, l.Start)).ToList();
        if (headed.Count >= 2)
        {
            return WithFollowing(headed, whole);
        }

        var lines = Parted(reading.Text[..frame.End], frame.Start);

        var bulleted = lines.Where(l => HasBullet(reading.Folded, l.Start)).ToList();
        if (bulleted.Count >= 2)
        {
            return WithFollowing(bulleted, lines);
        }

        return frame.IsClosed && lines.Count >= 2 && !IsTitle(reading, lines) && lines.TrueForAll(l => Tells(reading, l.Start, l.End) || IsTail(reading, l, lines)) ? [.. lines.Where(l => !IsTail(reading, l, lines))] : [];
    }

    /// <summary>True when two lines from here on have a unit as header each.</summary>
    public static bool IsHeaded(Reading reading, int from)
    {
        var count = 0;
        for (var at = from; at > 0 && at < reading.Text.Length && count < 2; at = reading.Text.IndexOf('\n', at) + 1)
        {
            count += HasUnitHeader(reading, at) ? 1 : 0;
        }

        return count >= 2;
    }

    /// <summary>城东街道：…\n双桥镇：…: the header read first belongs to the first line.</summary>
    private static int Begin(Reading reading, LeadFrame frame)
        => !frame.IsMarked && frame.Units is [{ Start: 0 } unit] && frame.Start == unit.End + 1 && HasUnitHeader(reading, 0) ? 0 : frame.Start;

    private static List<(int Start, int End)> Parted(string text, int from)
    {
        var lines = new List<(int Start, int End)>();
        for (var start = from; start < text.Length && lines.Count < 60;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (end > start)
            {
                lines.Add((start, end));
            }

            start = end + 1;
        }

        return lines;
    }

    /// <summary>Lines up to the next marked one belong to the marked one before; closing words behind the last do not.</summary>
    private static List<(int Start, int End)> WithFollowing(List<(int Start, int End)> marked, List<(int Start, int End)> lines)
    {
        var items = new List<(int Start, int End)>();
        for (var i = 0; i < marked.Count; i++)
        {
            var end = i + 1 < marked.Count ? lines.Last(l => l.Start < marked[i + 1].Start).End : lines.Last().End;
            items.Add((marked[i].Start, end));
        }

        return items;
    }

    private static bool HasUnitHeader(Reading reading, int start)
    {
        var at = start + (reading.Text[start] is '【' or '[' ? 1 : 0);
        return reading.NameHits.Exists(n => n.IsUnit && n.Start == at && n.End < reading.Text.Length && (reading.Text[n.End] is ':' or '】' or ']' || IsDash(reading.Text, n.End)));
    }

    private static bool IsDash(string text, int at) => string.CompareOrdinal(text, at, "--", 0, 2) == 0;

    private static bool HasBullet(Folded folded, int start)
    {
        if (folded.Text[start] is '-' or '*' or '+' or '·' or '.' or '~' or '>')
        {
            return true;
        }

        var at = folded.OriginOf(start);
        while (at > 0 && folded.Original[at - 1] == ' ')
        {
            at--;
        }

        return at > 0 && folded.Original[at - 1] is not ('\n' or '\r' or '\u3000' or '\t');
    }

    private static bool Tells(Reading reading, int start, int end)
        => end - start >= 8 && (Inside(reading, reading.Names.Words.Find("新闻动词"), start, end) || Inside(reading, Entity.Quantity, start, end) || Inside(reading, reading.Names.Words.Find("环保词"), start, end));

    private static bool Inside(Reading reading, int? id, int start, int end) => id is { } known && reading.Hits[known].Exists(h => h.Start >= start && h.End <= end);

    private static bool IsTail(Reading reading, (int Start, int End) line, List<(int Start, int End)> lines)
        => line == lines[^1] && line.End - line.Start <= 40 && reading.Hits[Entity.LeadTail].Concat(reading.Hits[Entity.Signature]).Any(h => h.Start == line.Start);

    /// <summary>A short first line without a full stop above one with it.</summary>
    private static bool IsTitle(Reading reading, List<(int Start, int End)> lines)
    {
        var (first, second) = (lines[0], lines[1]);
        return reading.Text[first.End - 1] is not ('。' or ';' or '!' or '.') && (reading.Text[second.End - 1] is '。' or ';' or '!' or '.' || second.End - second.Start > 2 * (first.End - first.Start));
    }
}
