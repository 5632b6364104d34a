using OfficerBot.Conversation.Understanding.Text;

namespace OfficerBot.Conversation.Understanding.Dates;

/// <summary>Reads days, weeks, months, quarters, years, festivals, shifts and windows in Chinese, without time of day.</summary>
internal sealed class ChineseDays(DateConventions conventions)
{
    private const string WeekdayChars = "一二三四五六日天";
    private const string AfterOneNotMonday = "共直起些样旦带定般致经下并部天周个名场条家点件篇";
    private const string AfterWeekdayNotDay = "点时天个条号月十百家名项篇人次件年";
    private const string AfterNumberedNotDay = "线令文公楼窗素稿信台院门地桥车病栋房路厅机";
    private static readonly (string Word, int Shift)[] DayWords =
    [
        ("大前天", -3), ("大前日", -3), ("大后天", 3), ("今天", 0), ("今日", 0), ("今儿", 0), ("昨天", -1), ("昨日", -1), ("昨儿", -1), ("前天", -2), ("前日", -2),
        ("前儿", -2), ("明天", 1), ("明日", 1), ("明儿", 1), ("后天", 2), ("后日", 2), ("当天", 0), ("当日", 0), ("本日", 0), ("隔天", 1), ("次日", 1),
    ];

    private static readonly (string Word, int Shift)[] YearWords =
        [("大前年", -3), ("去年", -1), ("上年", -1), ("前年", -2), ("今年", 0), ("本年度", 0), ("本年", 0), ("明年", 1), ("后年", 2), ("上一年", -1), ("下一年", 1)];

    private readonly string[] _festivals = [.. conventions.Festivals.Keys.OrderByDescending(k => k.Length).ThenBy(k => k, StringComparer.Ordinal)];

    /// <summary>The date read here, or null.</summary>
    public DatePart? Read(ref Cursor c)
        => Window(ref c) ?? Shift(ref c) ?? NumericDates.Read(ref c) ?? DayWord(ref c) ?? Week(ref c) ?? Event(ref c) ?? FestivalAt(ref c, new()) ?? Yearly(ref c)
            ?? Monthly(ref c, new()) ?? QuarterAt(ref c, new()) ?? HalfAt(ref c, new()) ?? BareDay(ref c);

    /// <summary>What follows 每月 or 双月: 第一周, 10号, 上旬.</summary>
    public static DatePart? InMonth(ref Cursor c) => MonthTail(ref c, new()) ?? BareDay(ref c);

    /// <summary>One weekday character (一…六日天) that is not the start of another word; null when there is none.</summary>
    public static int? WeekdayAt(ref Cursor c)
    {
        var index = c.Here == '\0' ? -1 : WeekdayChars.IndexOf(c.Here, StringComparison.Ordinal);
        var next = c.Ahead(1);
        if (index < 0 || (index == 0 && AfterOneNotMonday.Contains(next, StringComparison.Ordinal)) || (index == 7 && next == '气') || (index == 6 && next == '常'))
        {
            return null;
        }

        c.At++;
        return Math.Min(index, 6) + 1;
    }

    /// <summary>A list of weekdays: 一三五, 一、三、五, 一、周三和周五.</summary>
    public static IReadOnlyList<int> WeekdayList(ref Cursor cursor, bool first)
    {
        var found = new List<int>();
        while (true)
        {
            var c = cursor;
            if (!(first && found.Count == 0))
            {
                c.EatOne("、", ",", "和", "及", "与", "/");
            }

            c.EatOne("星期", "礼拜", "周");
            if (AfterWeekdayNotDay.Contains(c.Ahead(1) == '\0' ? ' ' : c.Ahead(1), StringComparison.Ordinal) || WeekdayAt(ref c) is not { } weekday)
            {
                return found;
            }

            found.Add(weekday);
            cursor = c;
        }
    }

    /// <summary>A unit of time after a number: 天, 个月, 个工作日.</summary>
    public static Step? StepAt(ref Cursor c)
    {
        var index = c.EatOne("个工作日", "工作日", "天", "日", "周", "个星期", "星期", "个礼拜", "礼拜", "个月", "个季度", "年", "个小时", "小时", "个钟头", "分钟", "个钟");
        return index switch
        {
            < 0 => null,
            < 2 => Step.WorkingDay,
            < 4 => Step.Day,
            < 9 => Step.Week,
            9 => Step.Month,
            10 => Step.Quarter,
            11 => Step.Year,
            15 => Step.Minute,
            _ => Step.Hour,
        };
    }

    private static DatePart? Window(ref Cursor cursor)
    {
        var c = cursor;
        var head = c.EatOne("最近这", "最近的", "最近", "过去的", "过去", "近", "这", "前", "头");
        if (head < 0)
        {
            return null;
        }

        var half = c.EatOne("半个月", "半年");
        if (half >= 0 && head < 7)
        {
            cursor = c;
            return half == 0 ? new() { Step = Step.Day, Amount = 15, IsWindow = true } : new() { Step = Step.Month, Amount = 6, IsWindow = true };
        }

        if (c.Number() is not { } amount || StepAt(ref c) is not { } step || amount == 0 || (head == 6 && step is Step.Week && amount == 1))
        {
            return null;
        }

        cursor = c;
        return new() { Step = step, Amount = amount, IsWindow = true, ExcludesToday = head >= 7 };
    }

    private static DatePart? Shift(ref Cursor cursor)
    {
        var c = cursor;
        var (amount, step) = Amount(ref c);
        if (step == Step.None)
        {
            return null;
        }

        var sign = c.EatOne("之前", "以前", "前", "之后", "以后", "后", "过后");
        if (sign < 0)
        {
            return null;
        }

        cursor = c;
        return new() { Step = step, Amount = sign < 3 ? -amount : amount };
    }

    private static (int Amount, Step Step) Amount(ref Cursor c)
    {
        switch (c.EatOne("半个小时", "半小时", "半个钟头", "一刻钟", "一个半小时", "半个月", "半年", "一会儿"))
        {
            case 0 or 1 or 2:
                return (30, Step.Minute);
            case 3:
                return (15, Step.Minute);
            case 4:
                return (90, Step.Minute);
            case 5:
                return (15, Step.Day);
            case 6:
                return (6, Step.Month);
        }

        return c.Number() is { } n && StepAt(ref c) is { } step ? (n, step) : (0, Step.None);
    }

    private static DatePart? DayWord(ref Cursor c)
    {
        foreach (var (word, shift) in DayWords)
        {
            if (c.Eat(word))
            {
                return new() { DayShift = shift };
            }
        }

        var day = "昨今明".IndexOf(c.Here == '\0' ? ' ' : c.Here, StringComparison.Ordinal);
        if (day >= 0 && c.Ahead(1) is '早' or '晚' or '夜')
        {
            c.At++;
            return new() { DayShift = day - 1 };
        }

        return null;
    }

    private static DatePart? Week(ref Cursor cursor)
    {
        var c = cursor;
        int? shift = c.EatOne("上上", "下下", "上一", "下一", "这一", "上", "下", "这", "本", "当") switch
        {
            0 => -2,
            1 => 2,
            2 or 5 => -1,
            3 or 6 => 1,
            < 0 => null,
            _ => 0,
        };
        if (shift is not null)
        {
            c.Eat("个");
        }

        if (c.EatOne("星期", "礼拜", "周") < 0)
        {
            return null;
        }

        var weekend = c.Eat("末");
        var weekday = weekend ? null : WeekdayAt(ref c);
        if (shift is null && !weekend && weekday is null)
        {
            return null;
        }

        cursor = c;
        return new() { WeekShift = shift ?? (weekend ? 0 : null), Weekend = weekend, Weekday = weekday };
    }

    private DatePart? Event(ref Cursor c)
    {
        foreach (var name in conventions.Events)
        {
            if (c.Sees(name))
            {
                var after = c;
                after.At += name.Length;
                if (after.EatOne("以来", "至今", "以后", "后", "期间", "之后", "之前", "前") >= 0)
                {
                    c.At += name.Length;
                    return new() { Event = name };
                }
            }
        }

        return null;
    }

    private DatePart? FestivalAt(ref Cursor c, DatePart year)
    {
        foreach (var name in _festivals)
        {
            if (!c.Sees(name) || (Cursor.IsChineseNumeral(name[0]) && "号日月点时个条人万千百家名篇件分多年周位项处台天期十".Contains(c.Ahead(name.Length) == '\0' ? '?' : c.Ahead(name.Length), StringComparison.Ordinal)))
            {
                continue;
            }

            c.At += name.Length;
            return year with { Festival = name };
        }

        return null;
    }

    private DatePart? Yearly(ref Cursor cursor)
    {
        var c = cursor;
        if (YearAt(ref c) is not { } year)
        {
            return null;
        }

        c.Eat("的");
        var finer = FestivalAt(ref c, year) ?? Monthly(ref c, year) ?? QuarterAt(ref c, year) ?? HalfAt(ref c, year) ?? YearEdge(ref c, year);
        if (finer is null && c.At > 0 && c.Text[c.At - 1] == '的')
        {
            c.At--;
        }

        cursor = c;
        return finer ?? year;
    }

    private static DatePart? YearAt(ref Cursor cursor)
    {
        var c = cursor;
        foreach (var (word, shift) in YearWords)
        {
            if (c.Eat(word))
            {
                cursor = c;
                return new() { YearShift = shift };
            }
        }

        if (YearEdge(ref c, new()) is { } edge)
        {
            cursor = c;
            return edge;
        }

        var four = char.IsAsciiDigit(c.Here) ? c.Latin(4) : c.ChineseYear();
        if (four is not { } year || !c.Eat("年") || year is not ((>= 1900 and < 2100) or (>= 10 and < 60)))
        {
            return null;
        }

        c.Eat("度");
        if (year < 100 && !char.IsAsciiDigit(c.Here) && !Cursor.IsChineseNumeral(c.Here))
        {
            return null;
        }

        cursor = c;
        return new() { Year = year < 100 ? 2000 + year : year };
    }

    private static DatePart? YearEdge(ref Cursor c, DatePart year) => c.EatOne("年初", "年底", "年末", "年终", "年中") switch
    {
        0 => year with { IsEdge = true, Month = 1, YearShift = year.Year is null ? year.YearShift ?? 0 : null },
        1 or 2 or 3 => year with { IsEdge = true, Month = 12, YearShift = year.Year is null ? year.YearShift ?? 0 : null },
        _ => null,
    };

    private static DatePart? Monthly(ref Cursor cursor, DatePart year)
    {
        var c = cursor;
        var month = MonthAt(ref c, year);
        if (month is null)
        {
            return MonthTail(ref cursor, year) is { } tail ? tail with { MonthShift = 0 } : null;
        }

        var day = DayInMonth(ref c, month) ?? MonthTail(ref c, month) ?? month;
        cursor = c;
        return day;
    }

    private static DatePart? MonthAt(ref Cursor cursor, DatePart year)
    {
        var c = cursor;
        var word = c.EatOne("上上个月", "上上月", "下下个月", "上一个月", "下一个月", "上个月", "上月", "下个月", "下月", "这个月", "本月", "当月", "这月");
        if (word >= 0)
        {
            cursor = c;
            return year with { MonthShift = word switch { 0 or 1 => -2, 2 => 2, 3 or 5 or 6 => -1, 4 or 7 or 8 => 1, _ => 0 } };
        }

        if (c.Number(2) is not { } month || month is < 1 or > 12)
        {
            return null;
        }

        if (c.Eat("月"))
        {
            c.Eat("份");
            cursor = c;
            return year with { Month = month };
        }

        var right = c;
        if (right.EatOne("-", "到", "至", "~") >= 0 && right.Number(2) is <= 12 && right.Sees("月"))
        {
            cursor = c;
            return year with { Month = month };
        }

        return null;
    }

    private static DatePart? DayInMonth(ref Cursor cursor, DatePart month)
    {
        var c = cursor;
        c.Eat("的");
        if (c.Number(2) is not { } day || day is < 1 or > 31)
        {
            return null;
        }

        if (!c.Eat("日") && !c.Eat("号") && (CharTables.IsHan(c.Here) && !"到至上下前后谁的".Contains(c.Here, StringComparison.Ordinal)))
        {
            return null;
        }

        c.EatOne("那天", "当天", "这天");
        cursor = c;
        return month with { Day = day };
    }

    private static DatePart? MonthTail(ref Cursor cursor, DatePart month)
    {
        var c = cursor;
        c.Eat("的");
        int? tenDay = c.EatOne("上旬", "中旬", "下旬", "月初", "月中", "月底", "月末", "初", "底", "末") switch
        {
            0 or 3 or 7 => 1,
            1 or 4 => 2,
            < 0 => null,
            _ => 3,
        };
        if (tenDay is not null)
        {
            var oneChar = c.At - cursor.At == 1;
            if (oneChar && month.Month is null && month.MonthShift is null)
            {
                return null;
            }

            cursor = c;
            return month with { TenDay = tenDay };
        }

        if (c.Eat("第") && c.Number(1) is { } week && week is >= 1 and <= 5 && c.EatOne("个星期", "周", "星期") >= 0)
        {
            cursor = c;
            return month with { WeekOfMonth = week };
        }

        return null;
    }

    private static DatePart? QuarterAt(ref Cursor cursor, DatePart year)
    {
        var c = cursor;
        var word = c.EatOne("上个季度", "上一季度", "上季度", "本季度", "这个季度", "这季度", "下个季度", "下一季度", "下季度");
        if (word >= 0)
        {
            cursor = c;
            return year with { QuarterShift = word < 3 ? -1 : word < 6 ? 0 : 1 };
        }

        c.Eat("第");
        if (c.Number(1) is { } n && n is >= 1 and <= 4 && c.EatOne("个季度", "季度", "季") >= 0)
        {
            cursor = c;
            return year with { Quarter = n };
        }

        return null;
    }

    private static DatePart? HalfAt(ref Cursor c, DatePart year) => c.EatOne("上半年", "下半年") switch
    {
        0 => year with { Half = 1 },
        1 => year with { Half = 2 },
        _ => null,
    };

    private static DatePart? BareDay(ref Cursor cursor)
    {
        var c = cursor;
        if (c.Number(2) is not { } day || day is < 1 or > 31)
        {
            return null;
        }

        if (c.Here is '号' or '日')
        {
            if ((c.Here == '号' && AfterNumberedNotDay.Contains(c.Ahead(1) == '\0' ? ' ' : c.Ahead(1), StringComparison.Ordinal)) || (c.Here == '日' && c.Ahead(1) is '报' or '常'))
            {
                return null;
            }

            c.At++;
            c.EatOne("那天", "当天", "这天");
            cursor = c;
            return new() { Day = day };
        }

        var right = c;
        if (right.EatOne("-", "到", "至", "~") >= 0 && right.Number(2) is <= 31 && right.Here is '号' or '日')
        {
            cursor = c;
            return new() { Day = day };
        }

        return null;
    }
}
