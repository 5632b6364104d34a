using NodaTime;

namespace OfficerBot.Conversation.Understanding.Dates;

/// <summary>Reads parts of the day and clock times in Chinese: 下午, 下午3点半, 12:00, 下班.</summary>
internal sealed class ChineseTimes(DateConventions conventions)
{
    private static readonly WordList PartsOfHour = new("半", "一刻", "三刻", "整", "钟", "差五分", "差5分", "差十分", "差10分", "差一刻");
    private static readonly string[] NotAnHour = ["意见", "建议", "要求", "体会", "做法", "以上", "名", "钱", "击", "赞", "儿", "问题", "说明", "想法", "思考", "启示", "好处", "原因", "措施", "经验", "看法", "感受", "希望", "不足", "情况", "提示", "心得", "小", "点", "一线", "论", "半会"];
    /// <summary>九点零五公里 is no time.</summary>
    private static readonly WordList Measures = new("公里", "亩", "吨", "万", "亿", "倍", "平方", "立方", "公斤", "公顷", "个百分点", "%");

    private readonly WordList _parts = new([.. conventions.Parts.Keys.OrderByDescending(k => k.Length).ThenBy(k => k, StringComparer.Ordinal)]);
    private readonly WordList _clock = new([.. conventions.Clock.Keys]);
    private readonly LocalTime[] _times = [.. conventions.Clock.Values];

    /// <summary>The part with the time read here, or null when there is none.</summary>
    public DatePart? Read(ref Cursor cursor, DatePart date, bool afterDate)
    {
        var c = cursor;
        var part = PartName(ref c);
        if (part is { Length: 1 } && !afterDate && !char.IsAsciiDigit(c.Here) && !Cursor.IsChineseNumeral(c.Here))
        {
            return null;
        }

        c.Blank();
        var timed = Clock(ref c, date, part is not null || afterDate);
        if (timed is null && part is null)
        {
            return null;
        }

        cursor = c;
        return (timed ?? date) with { PartOfDay = part };
    }

    private string? PartName(ref Cursor c)
    {
        foreach (var (name, _) in _parts.Of(c.Here))
        {
            if (c.Sees(name) && c.Ahead(name.Length) is not ('好' or '安' or '饭' or '餐' or '班' or '会') && !(name.Length == 1 && IsInWord(c)))
            {
                c.At += name.Length;
                return name;
            }
        }

        return null;
    }

    /// <summary>早些, 早报: of a word, and no part of the day; 今早报 is one.</summary>
    private static bool IsInWord(Cursor c) => c.Ahead(1) is '些' or '点' or '日' or '就' or '已' || (c.Ahead(1) == '报' && !IsOfDay(c)) || IsLaterBy(c);

    private static bool IsOfDay(Cursor c) => c.At > 0 && c.Text[c.At - 1] is '今' or '昨' or '明' or '前' or '当';

    /// <summary>晚一个小时, 早半小时: by so much, and no part of the day; 今晚 is one.</summary>
    private static bool IsLaterBy(Cursor c)
    {
        if (c.Here is not ('晚' or '早') || (c.At > 0 && c.Text[c.At - 1] is '今' or '明' or '昨' or '当'))
        {
            return false;
        }

        if (c.Ahead(1) == '一' && c.Ahead(2) == '点')
        {
            return true; // 晚一点报
        }

        c.At++;
        c.Eat("了");
        return ChineseSpans.Amount(ref c).Step is Step.Hour or Step.Minute;
    }

    private DatePart? Clock(ref Cursor cursor, DatePart part, bool certain)
    {
        if (cursor.EatOne(_clock) is var word and >= 0)
        {
            return part with { Hour = _times[word].Hour, Minute = _times[word].Minute, ExactHour = true };
        }

        return Digital(ref cursor, part) ?? Spoken(ref cursor, part, certain) ?? Lacking(ref cursor, part);
    }

    private static DatePart? Digital(ref Cursor cursor, DatePart part)
    {
        var c = cursor;
        var padded = c.Here == '0';
        if (!char.IsAsciiDigit(c.Here) || c.Latin(2) is not { } hour || hour > 24 || !c.Eat(":"))
        {
            return null;
        }

        c.Blank();
        if (!char.IsAsciiDigit(c.Ahead(1)) || c.Latin(2) is not { } minute || minute > 59)
        {
            return null;
        }

        int? second = null;
        if (c.Here == ':' && char.IsAsciiDigit(c.Ahead(1)) && char.IsAsciiDigit(c.Ahead(2)))
        {
            c.At++;
            second = c.Latin(2) is < 60 and var value ? value : null;
        }

        var meridiem = c;
        meridiem.Blank();
        if (meridiem.EatOne("a.m.", "p.m.", "am", "pm") is var half and >= 0 && hour <= 12)
        {
            cursor = meridiem;
            return part with { Hour = (hour % 12) + (half % 2 == 0 ? 0 : 12), Minute = minute, Second = second, ExactHour = true };
        }

        cursor = c;
        return part with { Hour = hour, Minute = minute, Second = second, ExactHour = padded || hour > 12 };
    }

    /// <summary>差十分三点, 差一刻五点.</summary>
    private static DatePart? Lacking(ref Cursor cursor, DatePart part)
    {
        var c = cursor;
        if (!c.Eat("差"))
        {
            return null;
        }

        var minutes = c.Eat("一刻") ? 15 : c.Number(2) is > 0 and < 60 and var said && c.Eat("分") ? said : 0;
        c.EatOne("钟", "到");
        if (minutes == 0 || c.Number(2) is not (>= 1 and <= 24 and var hour) || !c.Eat("点"))
        {
            return null;
        }

        c.EatOne("整", "钟");
        cursor = c;
        return part with { Hour = hour, Minute = -minutes };
    }

    private static DatePart? Spoken(ref Cursor cursor, DatePart part, bool certain)
    {
        var c = cursor;
        var latin = char.IsAsciiDigit(c.Here);
        if (c.Number(2) is not { } hour || hour > 24)
        {
            return null;
        }

        if (!c.Eat("点") && !(c.Here == '时' && c.Ahead(1) is not ('候' or '间' or '期') && c.Eat("时")))
        {
            return HourOfRange(ref cursor, c, part, hour);
        }

        if (Array.Exists(NotAnHour, c.Sees) || (!certain && !latin && hour == 1 && !ContinuesAsTime(c)))
        {
            return null;
        }

        var minute = MinuteAfter(ref c);
        var measured = c;
        if (measured.EatOne(Measures) >= 0)
        {
            return null;
        }

        var seconds = c;
        int? second = seconds.Number(2) is < 60 and var value && seconds.Eat("秒") ? value : null;
        cursor = second is null ? c : seconds;
        return part with { Hour = hour, Minute = minute, Second = second };
    }

    /// <summary>The left side of 8到12点, 9-11点.</summary>
    private static DatePart? HourOfRange(ref Cursor cursor, Cursor after, DatePart part, int hour)
    {
        var right = after;
        if (right.EatOne("到", "至", "-", "~") < 0 || right.Number(2) is not { } upper || upper > 24 || upper <= hour || !(right.Sees("点") || right.Sees("时")))
        {
            return null;
        }

        cursor = after;
        return part with { Hour = hour, Minute = 0 };
    }

    private static bool ContinuesAsTime(Cursor c) => c.Here is '钟' or '半' or '前' or '后' or '整' or '到' or '之' or '以' or '\0' || char.IsAsciiDigit(c.Here);

    private static int MinuteAfter(ref Cursor c)
    {
        switch (c.EatOne(PartsOfHour))
        {
            case 5 or 6:
                return -5;
            case 7 or 8:
                return -10;
            case 9:
                return -15;
            case 0:
                return 30;
            case 1:
                return 15;
            case 2:
                return 45;
            case 3 or 4:
                return 0;
        }

        var m = c;
        m.Eat("过");
        var padded = m.Here is '零' or '〇' or '0'; // 九点零五, 8点05
        if (m.Number(2) is { } minute && minute < 60 && (m.Eat("分") || minute >= 10 || padded))
        {
            c = m;
            return minute;
        }

        return 0;
    }
}
