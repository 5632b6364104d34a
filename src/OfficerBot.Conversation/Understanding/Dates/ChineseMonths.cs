namespace OfficerBot.Conversation.Understanding.Dates;

/// <summary>Reads months in Chinese and what lies in them: 9月, 上个月, 9月15日, 9月上旬, 10月第一周, 本月最后一个周五.</summary>
internal static class ChineseMonths
{
    private static readonly WordList MonthWords = new("上上个月", "上上月", "下下个月", "下下月", "上一个月", "下一个月", "上个月", "上月", "下个月", "下月", "这个月", "本月", "当月", "这月", "同月");
    private static readonly WordList TenDayWords = new("上中旬", "上、中旬", "中下旬", "中、下旬", "上旬", "中旬", "下旬", "月初", "月中", "月底", "月末", "初", "底", "末", "中");
    /// <summary>A month with what follows, 上旬 of this month, or a bare day.</summary>
    public static DatePart? Read(ref Cursor cursor, DatePart year)
    {
        var c = cursor;
        if (MonthAt(ref c, year) is not { } month)
        {
            return year.HasDate ? null : Tail(ref cursor, DatePart.Nothing) is { } tail ? tail with { MonthShift = 0 } : null;
        }

        if (month.Through is null)
        {
            month = ChineseMonthDays.In(ref c, month) ?? Tail(ref c, month) ?? month;
        }

        cursor = c;
        return month;
    }

    /// <summary>上旬, 中下旬, 底, 第一周, 上半月, 最后一个周五 within a month.</summary>
    public static DatePart? Tail(ref Cursor cursor, DatePart month)
    {
        var c = cursor;
        c.Eat("的");
        if (TenDays(ref c, month, c.At) is { } ten)
        {
            cursor = c;
            return ten;
        }

        var known = month.Month is not null || month.MonthShift is not null;
        if (c.EatOne(known ? "上半" : "上半月", known ? "下半" : "下半月", "前半月", "后半月") is var half and >= 0)
        {
            c.Eat("月");
            cursor = c;
            return month with { Half = half % 2 == 0 ? 1 : 2, HalfOf = Step.Month };
        }

        if (Week(ref c, month) is { } week)
        {
            cursor = c;
            return week;
        }

        return known && ChineseInside.Read(ref cursor) is { } inside ? month with { Inside = inside } : null;
    }

    private static DatePart? MonthAt(ref Cursor cursor, DatePart year)
    {
        var c = cursor;
        var word = c.EatOne(MonthWords);
        if (word >= 0)
        {
            c.EatOne("份", "内", "里");
            cursor = c;
            return year.HasDate
                ? year with { MonthShift = 0 }
                : year with { MonthShift = word switch { < 2 => -2, < 4 => 2, 4 or 6 or 7 => -1, 5 or 8 or 9 => 1, _ => 0 } };
        }

        return Lunar(ref cursor, year) ?? Numbered(ref cursor, year);
    }

    private static DatePart? Numbered(ref Cursor cursor, DatePart year)
    {
        var c = cursor;
        if (c.Number(2) is not { } month || month is < 1 or > 12)
        {
            return null;
        }

        if (c.Eat("月"))
        {
            if (c.Here is '龄' or '嫂' or '薪' or '兰' || (c.Here == '一' && c.Ahead(1) is '次' or '报' or '更' or '评' or '换' or '查' or '考' or '结' or '调'))
            {
                return null; // 3月龄, 一月一次
            }

            c.Eat("份");
            cursor = c;
            return year with { Month = month };
        }

        var right = c;
        var twin = right.EatOne("、", "和") >= 0 || Cursor.IsChineseNumeral(c.Here);
        if ((!twin && right.EatOne("-", "到", "至", "~") < 0) || right.Number(2) is not { } upper || upper is < 1 or > 12 || right.EatOne("两月", "两个月", "月") < 0)
        {
            return null;
        }

        if (twin && upper == month + 1)
        {
            right.Eat("份");
            cursor = right;
            return year with { Month = month, Through = new() { Month = upper } };
        }

        cursor = twin ? cursor : c;
        return twin ? null : year with { Month = month };
    }

    /// <summary>农历八月十五, 正月初五, 腊月二十三, 九月初九.</summary>
    private static DatePart? Lunar(ref Cursor cursor, DatePart year)
    {
        var c = cursor;
        var said = c.EatOne("农历", "阴历", "旧历") >= 0;
        var named = c.EatOne("正月", "冬月", "腊月");
        int? month = named switch { 0 => 1, 1 => 11, 2 => 12, _ => c.Number(2) is >= 1 and <= 12 and var n && c.Eat("月") ? n : null };
        if (month is null)
        {
            return null;
        }

        var first = c.Eat("初");
        var day = c.Number(2);
        if (!(said || named >= 0 || first) || (day is < 1 or > 30) || (first && day is not (>= 1 and <= 10)))
        {
            return null;
        }

        c.EatOne("日", "那天", "当天");
        cursor = c;
        return year with { Month = month, Day = day, IsLunar = true };
    }

    private static DatePart? TenDays(ref Cursor c, DatePart month, int from)
    {
        var known = month.Month is not null || month.MonthShift is not null;
        var word = c.EatOne(TenDayWords);
        if (word < 0 || (word >= 11 && (!known || c.At - from != 1)) || (word == 14 && (c.Here != '\0' && !"前之以到至,。?、".Contains(c.Here, StringComparison.Ordinal))))
        {
            return null;
        }

        return word switch
        {
            0 or 1 => month with { TenDay = 1, TenDayTo = 2 },
            2 or 3 => month with { TenDay = 2, TenDayTo = 3 },
            4 or 7 or 11 => month with { TenDay = 1 },
            5 or 8 or 14 => month with { TenDay = 2 },
            _ => month with { TenDay = 3 },
        };
    }

    private static DatePart? Week(ref Cursor cursor, DatePart month)
    {
        var c = cursor;
        if (!c.Eat("第") || c.Number(1) is not { } week || week is < 1 or > 5)
        {
            return null;
        }

        c.Eat("个");
        if (c.EatOne("星期", "礼拜", "周") < 0 || ChineseDays.WeekdayAt(ref c) is not null)
        {
            return null;
        }

        cursor = c;
        return month with { WeekOfMonth = week };
    }
}
