using OfficerBot.Conversation.Understanding.Content;
using OfficerBot.Conversation.Understanding.Matching;
using OfficerBot.Conversation.Understanding.Scan;
using OfficerBot.Conversation.Understanding.Text;

namespace OfficerBot.Conversation.Understanding.Items;

/// <summary>大力推进宣传工作，线索如下：… — a marker that stands further on than at the start, before a colon.</summary>
/// <param name="Marker">Where the marker stands in the folded text.</param>
/// <param name="Text">Where the lead's text begins.</param>
internal readonly record struct LeadAnnouncement(int Marker, int Text)
{
    private const int Furthest = 60;
    private const int ShortestText = 12;
    private static readonly string[] Labels = ["标题:", "题目:", "内容:", "title:"];

    /// <summary>The first announcement, or null.</summary>
    public static LeadAnnouncement? Find(Reading reading)
    {
        var markers = reading.Hits[Entity.LeadMarker];
        foreach (var marker in markers)
        {
            var refused = marker.Start > Furthest || (marker.Start > 0 && reading.Text[marker.Start - 1] == '(') || markers.Exists(m => m.Start > marker.Start && m.Start < marker.End);
            var text = refused ? -1 : AfterWords(reading, marker.End);
            if (text >= 0 && reading.Text.Length - text >= ShortestText)
            {
                return new(marker.Start, text);
            }
        }

        return null;
    }

    /// <summary>报一条喜事线索: a marker with the next one right behind a word.</summary>
    public static Hit Whole(Reading reading, Hit marker)
    {
        const int LongestWord = 4;
        foreach (var next in reading.Hits[Entity.LeadMarker])
        {
            if (next.Start > marker.End && next.Start <= marker.End + LongestWord && AfterWords(reading, next.End) >= 0 && CharTables.IsHan(reading.Text[marker.End]) && reading.Hits.At(Entity.Unit, marker.End) is null && reading.Hits.At(Entity.Date, marker.End) is null)
            {
                return marker with { End = next.End };
            }
        }

        return marker;
    }

    /// <summary>昨天的线索：, and behind a marker 昨天的：: what stands here closes a header.</summary>
    public static bool IsHeader(Reading reading, int at, bool marked)
    {
        at = reading.Hits.At(Entity.LeadMarker, at)?.End ?? (marked ? at : reading.Text.Length);
        return at < reading.Text.Length && (reading.Text[at] == ':' || reading.Folded.HasGapBefore(at));
    }

    /// <summary>标题：… 内容：…: the form of a lead without a word for it.</summary>
    public static bool IsLabelled(string text)
        => (text.StartsWith(Labels[0], StringComparison.Ordinal) || text.StartsWith(Labels[1], StringComparison.Ordinal)) && (text.Contains("内容:", StringComparison.Ordinal) || text.Contains("正文:", StringComparison.Ordinal));

    /// <summary>The place behind 标题：, which is no part of the lead; the place itself where no label stands.</summary>
    public static int BehindLabel(string text, int from)
    {
        foreach (var label in Labels)
        {
            var at = from;
            while (at < text.Length && text[at] is ' ' or '\n')
            {
                at++;
            }

            from = string.CompareOrdinal(text, at, label, 0, label.Length) == 0 ? at + label.Length : from;
        }

        return from;
    }

    /// <summary>The place behind 如下：, behind a colon, or behind a gap (an emoji); -1 when something else follows the marker.</summary>
    private static int AfterWords(Reading reading, int at)
    {
        var text = reading.Text;
        if (reading.Folded.HasGapBefore(at) && at < text.Length && text[at] != ':' && at > 3)
        {
            return at;
        }

        while (at < text.Length && (reading.Hits.At(Entity.LeadPrefix, at) ?? reading.Hits.At(Entity.Number, at) ?? reading.Hits.At(Entity.LeadMarker, at)) is { } hit && hit.End > at)
        {
            at = hit.End;
        }

        while (at < text.Length && text[at] is '】' or ')' or '(' or ' ' or '条' or '则' or '篇')
        {
            at++;
        }

        return at < text.Length && text[at] is ':' ? at + 1 : -1;
    }
}
