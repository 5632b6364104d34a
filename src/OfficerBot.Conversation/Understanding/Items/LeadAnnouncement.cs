using System.Buffers;
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
    private const int LongestCheer = 5;
    private static readonly SearchValues<char> Submitting = SearchValues.Create("报发提供推补分上汇爆交来有要");
    private static readonly string[] Labels = ["标题:", "题目:", "内容:", "title:"];

    /// <summary>The first announcement, or null.</summary>
    public static LeadAnnouncement? Find(Reading reading)
    {
        var markers = reading.Hits[Entity.LeadMarker];
        foreach (var marker in markers)
        {
            var refused = marker.Start > Furthest || (marker.Start > 0 && reading.Text[marker.Start - 1] == '(') || markers.Exists(m => m.Start > marker.Start && m.Start < marker.End);
            var text = refused ? -1 : AfterWords(reading, marker.End);
            text = refused || text >= 0 ? text : Spoken(reading, marker);
            if (text >= 0 && reading.Text.Length - text >= ShortestText)
            {
                return new(marker.Start, text);
            }
        }

        return null;
    }

    /// <summary>各单位今天的线索我汇到一起了： above lines with a unit as header each; or null.</summary>
    public static LeadAnnouncement? Above(Reading reading)
    {
        var line = reading.Text.AsSpan(0, Math.Min(reading.Text.Length, Furthest)).IndexOf('\n');
        var marker = line < 0 ? -1 : reading.Hits[Entity.LeadMarker].FindIndex(m => m.End <= line);
        return marker >= 0 && Digest.IsHeaded(reading, line + 1) ? new(reading.Hits[Entity.LeadMarker][marker].Start, line + 1) : null;
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
        var late = at < reading.Text.Length && reading.Text[at] == '补'; // 昨天的补一下哈，水利局：…
        var named = reading.Hits.At(Entity.LeadMarker, at) is not null; // 今天的线索，水利局：…
        at = reading.Hits.At(Entity.LeadMarker, at)?.End ?? (marked || late ? at : reading.Text.Length);
        while (reading.Hits.At(Entity.LeadPrefix, at) is { } word)
        {
            at = word.End; // 昨天的线索来啦
        }

        return at < reading.Text.Length && (reading.Text[at] == ':' || (late && reading.Text[at] == ',') || (named && IsUnitBehind(reading, at)) || reading.Folded.HasGapBefore(at));
    }

    private static bool IsUnitBehind(Reading reading, int at)
        => reading.Text[at] == ',' && reading.NameHits.Exists(n => n.IsUnit && n.Start == at + 1 && n.End < reading.Text.Length && reading.Text[n.End] == ':');

    /// <summary>替隔壁发一条，莲湖镇线索：: a unit right before the marker or colon that closes the announcement.</summary>
    public bool HasHeader(Reading reading, Names.NameHit unit)
        => unit.Start >= Marker && unit.End < Text && Reading.IsSoft(reading.Text[unit.Start - 1]) && (reading.Text[unit.End] == ':' || reading.Hits.At(Entity.LeadMarker, unit.End) is not null);

    /// <summary>报个料：素材一则。…: the place behind further markers that stand right at the text's begin.</summary>
    public static int BehindMarkers(Reading reading, int from)
    {
        var text = reading.Text;
        while (from < text.Length && reading.Hits.At(Entity.LeadMarker, text[from] == ' ' ? from + 1 : from) is { } marker)
        {
            var end = marker.End;
            while (end < text.Length && (text[end] is '条' or '则' or '篇' or '个' || reading.Hits.At(Entity.Number, end) is not null))
            {
                end++;
            }

            if (end + ShortestText > text.Length || text[end] is not (':' or ',' or '。' or '!'))
            {
                break;
            }

            from = end + 1;
        }

        return from;
    }

    /// <summary>我下午在河口镇走了走，…: where the speaker was is no header.</summary>
    public static bool IsPlace(string text, int at) => at > 0 && text[at - 1] is '在' or '到' or '去' or '从' or '往' or '跑' or '路' or '经';

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

    /// <summary>我口头报一条线索啊，…; 今有线索一则，愿与贵处分享：…: said in a sentence of its own before the text; -1 when it is not.</summary>
    public static int Spoken(Reading reading, Hit marker)
    {
        const int LongestOpening = 16;
        var text = reading.Text;
        var at = marker.End;
        while (at < text.Length && text[at] is not (',' or '。' or '!' or '~' or ':' or '\n' or '"') && at - marker.End <= LongestCheer && (at == marker.End || !reading.Folded.HasGapBefore(at)))
        {
            at = reading.Hits.At(Entity.LeadPrefix, at)?.End ?? at + 1;
        }

        if (marker.End - marker.Start > 2 && text.IndexOf(':', marker.End) is var colon && colon >= 0 && !(colon + 1 < text.Length && char.IsAsciiDigit(text[colon - 1]) && char.IsAsciiDigit(text[colon + 1])) && colon - marker.End <= LongestOpening && text.AsSpan(marker.End, colon - marker.End).IndexOfAny("。?!;\n") < 0)
        {
            return colon + 1;
        }

        var begins = at < text.Length && text[at] is ',' or '!' or '~' or '。' ? at + 1 : at;
        if (marker.Start > LongestOpening || begins >= text.Length || Asks(reading, marker.End))
        {
            return -1;
        }

        var ofUnit = reading.NameHits.Exists(n => n.IsUnit && n.Start == begins);
        var submits = text.AsSpan(marker.Start, Math.Min(3, marker.End - marker.Start)).IndexOfAny(Submitting) >= 0 && !reading.NameHits.Exists(n => n.Start < marker.Start);
        return (ofUnit && (submits || text[begins - 1] is '~' or '!' || reading.Folded.HasGapBefore(begins))) || (submits && begins > at && at - marker.End <= 1) ? begins : -1;
    }

    /// <summary>我想报一条线索，怎么操作: asks for help, and brings no lead.</summary>
    private static bool Asks(Reading reading, int from)
    {
        var rest = reading.Text.AsSpan(from);
        return reading.Hits.Has(Entity.Question) || rest.Contains("怎么", StringComparison.Ordinal) || rest.Contains("几点", StringComparison.Ordinal) || rest.Contains("什么", StringComparison.Ordinal) || rest.EndsWith("吗", StringComparison.Ordinal);
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

        var isTime = at + 1 < text.Length && at > 0 && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]); // 4:30
        return at < text.Length && text[at] is ':' && !isTime ? at + 1 : -1;
    }
}
