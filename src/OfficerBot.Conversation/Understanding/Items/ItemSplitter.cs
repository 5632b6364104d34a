using System.Buffers;
using OfficerBot.Conversation.Understanding.Content;
using OfficerBot.Conversation.Understanding.Matching;
using OfficerBot.Conversation.Understanding.Scan;
using OfficerBot.Conversation.Understanding.Text;

namespace OfficerBot.Conversation.Understanding.Items;

/// <summary>A stretch of the folded text that is one item, with the unit of its own header.</summary>
internal readonly record struct ItemStretch(int Start, int End, Names.NameHit? Unit);

/// <summary>Splits a lead message into its items by the first numbering found (at least two consecutive marks), and cuts off what is not the lead.</summary>
internal static class ItemSplitter
{
    private const string Circled = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";
    private const string Counters = "个名人次公平吨件起家处座亩条篇场辆台套份户号月日点年万";
    private static readonly string[] Labels = ["标题:", "题目:", "title:"];
    private const string Chinese = "一二三四五六七八九十";
    private const string Digits = "0123456789";

    /// <summary>How many styles of numbering there are.</summary>
    private const int Styles = 9;

    /// <summary>A bare figure at the start of a line: 1全镇….</summary>
    private const int LineDigits = 6;

    /// <summary>一是 … 二是 …, where the text begins with it; further in it numbers the points of one lead.</summary>
    private const int Firstly = 7;

    /// <summary>一个是 … 再一个是 …, where the text begins with it.</summary>
    private const int OneIs = 8;

    private static readonly string[] Others = ["再一个是", "另一个是", "还有一个是", "另外一个是", "第二个是", "第三个是", "再有一个是", "再就是", "还一个是", "一个是", "再一条是", "另一条是", "还有一条是", "另外一条是", "第二条是", "一条是"];

    /// <summary>What the marks of each style begin with.</summary>
    private static readonly SearchValues<char>[] Beginnings =
        [.. new[] { "线l", Digits, Chinese, "【[(" + Digits + Chinese, Circled, "第其", Digits, Chinese, "一再另还第头" }.Select(b => SearchValues.Create(b))];

    /// <summary>The items; one when there is no numbering.</summary>
    public static List<ItemStretch> Split(Reading reading, LeadFrame frame)
    {
        var text = reading.Text;
        var marks = Enumerable.Range(0, Styles).Select(style => Marks(reading, style is LineDigits or Firstly or OneIs ? frame.Start : frame.ItemsFrom, style)).Where(m => m.Count >= 2).MinBy(m => m[0].Start);
        if (marks is null)
        {
            return Digest.Lines(reading, frame) is { Count: > 1 } lines
                ? [.. lines.Select((l, i) => WithHeader(reading, l.Start, l.End, i + 1 == lines.Count)).Where(i => i.End > i.Start)]
                : [Trim(reading, frame.Start, frame.End, null)];
        }

        var items = new List<ItemStretch>();
        for (var i = 0; i < marks.Count; i++)
        {
            var end = i + 1 < marks.Count ? marks[i + 1].Start : frame.End;
            items.Add(WithHeader(reading, marks[i].End, end, i + 1 == marks.Count));
        }

        return [.. items.Where(i => i.End > i.Start)];
    }

    private static ItemStretch WithHeader(Reading reading, int start, int end, bool isLast)
    {
        while (start < end && reading.Text[start] is ' ' or '\n')
        {
            start++;
        }

        var bracket = start < end && reading.Text[start] is '【' or '[' ? 1 : 0;
        var header = reading.NameHits.Find(n => n.IsUnit && n.Start == start + bracket && n.End < end && reading.Text[n.End] is ':' or '】' or ']' or '-');
        var from = header is null ? start : header.End + 1;
        from = from < end && header is not null && reading.Text[from] is ':' or '-' ? from + 1 : from;
        foreach (var label in Labels.Where(l => string.CompareOrdinal(reading.Text, from, l, 0, l.Length) == 0))
        {
            from += label.Length;
        }

        return isLast ? Trim(reading, from, end, header) : Tidy(reading.Text, from, end, header);
    }

    private static ItemStretch Trim(Reading reading, int start, int end, Names.NameHit? unit)
    {
        var tails = reading.Hits[Entity.LeadTail].Concat(reading.Hits[Entity.Signature]).Where(h => h.Start > start).OrderBy(h => h.Start).ToList();
        for (var cut = LeadRemark.Cut(reading, start, Cut(reading, tails, end)); cut < end; cut = LeadRemark.Cut(reading, start, Cut(reading, tails, end)))
        {
            end = cut; // 请审阅。联系人：王琳: the name first, then what asks for approval before it
        }

        return Tidy(reading.Text, start, end, unit);
    }

    private static int Cut(Reading reading, List<Hit> tails, int end)
    {
        var text = reading.Text;
        foreach (var tail in tails)
        {
            var bounded = tail.Start == 0 || Reading.IsSoft(text[tail.Start - 1]) || reading.Folded.HasGapBefore(tail.Start);
            bounded &= !(tail.Id == Entity.Signature && tail.Start > 0 && text[tail.Start - 1] == ' ' && char.IsAsciiLetter(text[tail.Start])) || IsSigned(text, tail);
            var longest = tail.Id == Entity.Signature ? 60 : char.IsAsciiLetter(text[tail.Start]) ? 24 : 16;
            if (bounded && tail.Start < end && end - tail.Start <= longest && !text.AsSpan(tail.Start, end - tail.Start).Contains('"'))
            {
                return tail.Start;
            }
        }

        return end;
    }

    /// <summary>Behind a blank in a sentence (a weekly phone line) an English word signs only with a stop before it or a colon behind.</summary>
    private static bool IsSigned(string text, Hit tail)
        => (tail.Start > 1 && !char.IsLetterOrDigit(text[tail.Start - 2])) || (tail.End < text.Length && text[tail.End] == ':');

    /// <summary>[图片] [视频]: what the channel writes for a picture that came along.</summary>
    private static int BeforePictures(string text, int start, int end)
    {
        const int LongestWord = 6;
        while (end > start && text[end - 1] == ']' && text.LastIndexOf('[', end - 1) is var open && open > start && end - open - 2 <= LongestWord && !text.AsSpan(open + 1, end - open - 2).ContainsAnyInRange('0', '9'))
        {
            end = open;
            end -= text[end - 1] == ' ' ? 1 : 0;
        }

        return end;
    }

    private static ItemStretch Tidy(string text, int start, int end, Names.NameHit? unit)
    {
        end = BeforePictures(text, start, end);
        while (start < end && text[start] is ' ' or '\n' or ',' or ':' or ')' or '、')
        {
            start++;
        }

        end = LeadRemark.BeforeOpen(text, start, end);
        while (end > start && text[end - 1] is ' ' or '\n' or ',' or '(' or '【' or '[' or ':' or '-')
        {
            end--;
        }

        if (end - start > 2 && text[start] == '《' && text.IndexOf('》', start) == end - 1)
        {
            return new(start + 1, end - 1, unit);
        }

        return new(start, end, unit);
    }

    private static List<(int Start, int End)> Marks(Reading reading, int from, int style)
    {
        var text = reading.Text;
        var found = new List<(int Start, int End)>();
        from = style is Firstly or OneIs ? reading.SkipFrom(from) : from;
        for (var i = NextBeginning(text, from, style); i >= 0 && found.Count < 60; i = NextBeginning(text, i + 1, style))
        {
            if (style is Firstly or OneIs && found.Count == 0 && i > from)
            {
                break;
            }

            if ((IsBoundary(text, i, from, style) || IsParted(reading, i, style)) && (MarkAt(text, i, found.Count + 1, style) ?? Spaced(reading, i, found.Count + 1, style)) is { } end)
            {
                found.Add((i, end));
                i = end - 1;
            }
        }

        return found;
    }

    /// <summary>Marks are made up to be compared only where one can begin: most characters of a long text begin none. −1: nowhere more.</summary>
    private static int NextBeginning(string text, int from, int style)
    {
        var next = from >= text.Length ? -1 : text.AsSpan(from).IndexOfAny(Beginnings[style]);
        return next < 0 ? -1 : from + next;
    }

    /// <summary>A blank in the original parts too, where a figure is no amount.</summary>
    private static bool IsParted(Reading reading, int at, int style) => style is 1 or 2 or 5 or Firstly or OneIs && reading.Folded.HasGapBefore(at);

    /// <summary>第一条 with a blank behind it, which the folded text has lost.</summary>
    private static int? Spaced(Reading reading, int at, int number, int style)
        => style == 5 && After(reading.Text, at, "第" + Numeral(number) + "条", "") is { } end && reading.Folded.HasGapBefore(end) ? end : null;

    private static bool IsBoundary(string text, int at, int from, int style)
    {
        if (at == from || at == 0 || style is 0 or 4)
        {
            return true;
        }

        var before = text[at - 1];
        return style switch
        {
            LineDigits => before == '\n',
            3 when text[at] is '(' or '【' or '[' => true,
            _ => before is '\n' or '。' or ';' or ':' or ' ' or '!' or ')' or '"' || (before == ',' && style is 3 or 5 or Firstly or OneIs),
        };
    }

    private static int? MarkAt(string text, int at, int number, int style) => style switch
    {
        0 => After(text, at, "线索" + number, ":.、") ?? After(text, at, "线索" + Numeral(number), ":.、") ?? After(text, at, "lead " + number, ":."),
        1 => After(text, at, number.ToString(), ".、:,\u20e3") is { } end && !(number == 1 && end < text.Length && char.IsAsciiDigit(text[end]) && text[end - 1] != '、') ? end : null,
        2 => After(text, at, Numeral(number), "、.,"),
        3 => After(text, at, "【" + number + "】", "") ?? After(text, at, "【" + Numeral(number) + "】", "") ?? After(text, at, "[" + number + "]", "") ?? After(text, at, "(" + number + ")", "") ?? After(text, at, "(" + Numeral(number) + ")", "") ?? After(text, at, number + ")", "") ?? After(text, at, Numeral(number) + ")", ""),
        4 => number <= Circled.Length && text[at] == Circled[number - 1] ? at + 1 : null,
        LineDigits => After(text, at, number.ToString(), "") is { } digits && digits < text.Length && CharTables.IsHan(text[digits]) && !Counters.Contains(text[digits], StringComparison.Ordinal) ? digits : null,
        OneIs => Other(text, at, number),
        Firstly => After(text, at, Numeral(number) + "是", ""),
        _ => After(text, at, "第" + Numeral(number), ",、:") ?? After(text, at, "第" + Numeral(number) + "条", ",、:") ?? After(text, at, "其" + Numeral(number), ",、:"),
    };

    private static int? Other(string text, int at, int number)
    {
        if (number == 1)
        {
            return After(text, at, "一个是", "") ?? After(text, at, "一条是", "") ?? After(text, at, "头一个是", "") ?? After(text, at, "第一个是", "") ?? After(text, at, "第一条是", "");
        }

        foreach (var word in Others)
        {
            if (After(text, at, word, "") is { } end)
            {
                return end;
            }
        }

        return null;
    }

    private static string Numeral(int n) => n <= 10 ? Chinese[n - 1].ToString() : n < 20 ? "十" + Chinese[n - 11] : Chinese[(n / 10) - 1] + "十" + (n % 10 == 0 ? "" : Chinese[(n % 10) - 1]);

    /// <summary>The end of the mark when it stands here and one of the closing characters follows (none needed for an empty list).</summary>
    private static int? After(string text, int at, string mark, string closing)
    {
        if (string.CompareOrdinal(text, at, mark, 0, mark.Length) != 0)
        {
            return null;
        }

        var end = at + mark.Length;
        return closing.Length == 0 ? end : end < text.Length && closing.Contains(text[end], StringComparison.Ordinal) ? end + 1 : null;
    }
}
