namespace OfficerBot.Conversation.Understanding.Dates;

/// <summary>Reads a day or period in Chinese, without time of day: day words, weeks, festivals, events; months, years and spans by their own readers.</summary>
internal sealed class ChineseDays(DateConventions conventions, ChineseFestivals named)
{
    private static readonly WordList ListMarks = new("、", ",", "和", "及", "与", "/");
    private static readonly WordList NowWords = new("此时此刻", "现在", "目前", "此刻", "眼下", "当前");
    private static readonly WordList WeekShifts = new("上上上", "下下下", "上上", "下下", "上一", "下一", "这一", "上", "下", "这", "本", "当");
    private static readonly WordList WeekendTails = new("末", "六日", "六、日", "六周日", "六和周日", "六、周日");
    private static readonly WordList AfterOnward = new("的", "谁", "哪", "我", "每", "线索", "宣传", "截止", "报送", "停", "暂停", "恢复", "改", "由", "休", "请假", "出差", "外出", "执行", "实行", "取消", "延", "推", "调整", "不", "还", "要",
        "就", "一律", "统一", "到周", "至周", "到下", "到本", "到月", "到星期", "三天", "两天", "一周", "两周", "所有", "各", "素材", "稿件");
    private static readonly WordList DayTails = new("那天", "当天", "这天", "全天", "一整天");
    /// <summary>Every weekday twice; a longer list is nobody's, and would be read again from each of its places.</summary>
    private const int LongestWeekdayList = 14;
    private const string WeekdayChars = "一二三四五六日天";
    private const string AfterOneNotMonday = "共直起些样旦带定般致经下并部天周个名场条家点件篇次份则项户口同片切再律体步时举块度旁";
    private const string AfterWeekdayNotDay = "点时天个条号月十百家名项篇人次件年";
    private static readonly (string Word, int Shift)[] DayWords =
    [
        ("大大前天", -4), ("大大后天", 4), ("大前天", -3), ("大前日", -3), ("大后天", 3), ("大后日", 3), ("今天", 0), ("今日", 0), ("今儿个", 0), ("今儿", 0), ("今个", 0),
        ("昨天", -1), ("昨日", -1), ("昨儿个", -1), ("昨儿", -1), ("昨个", -1), ("前天", -2), ("前日", -2), ("前儿个", -2), ("前儿", -2), ("前个", -2), ("明天", 1), ("明日", 1), ("明儿个", 1), ("明儿", 1),
        ("明个", 1), ("后天", 2), ("后日", 2), ("后儿个", 2), ("后儿", 2), ("当天", 0), ("当日", 0), ("本日", 0), ("即日", 0), ("隔天", 1), ("次日", 1), ("翌日", 1),
    ];

    /// <summary>明后两天: from, to.</summary>
    private static readonly (string Word, int From, int To)[] TwinDays =
    [
        ("今明后三天", 0, 2), ("今明两天", 0, 1), ("今明两日", 0, 1), ("今天明天", 0, 1), ("今明", 0, 1), ("明后两天", 1, 2), ("明后天", 1, 2), ("明后两日", 1, 2),
        ("昨今两天", -1, 0), ("昨今两日", -1, 0), ("昨天今天", -1, 0), ("前昨两天", -2, -1), ("昨前两天", -2, -1), ("昨前天", -2, -1), ("前昨天", -2, -1),
    ];

    private static readonly WordList TwinWords = new([.. TwinDays.Select(d => d.Word)]);
    private static readonly WordList ShiftWords = new([.. DayWords.Select(d => d.Word)]);

    private readonly ChineseYears _years = new(conventions);

    /// <summary>The date read here, or null.</summary>
    public DatePart? Read(ref Cursor c)
        => Now(ref c) ?? NumericDates.Read(ref c) ?? ChineseQuarters.Read(ref c, DatePart.Nothing) ?? ChineseSpans.Read(ref c) ?? DayWord(ref c) ?? Week(ref c) ?? named.Event(ref c)
            ?? named.Festival(ref c, DatePart.Nothing) ?? _years.Read(ref c, named.Festival) ?? ChineseMonths.Read(ref c, DatePart.Nothing) ?? ChineseMonthDays.Bare(ref c);

    /// <summary>What follows 每月 or 双月: 第一周, 10号, 上旬, 最后一天.</summary>
    public static DatePart? InMonth(ref Cursor c)
    {
        var month = new DatePart { MonthShift = 0 };
        return ChineseMonths.Tail(ref c, month) ?? ChineseMonthDays.Bare(ref c);
    }

    /// <summary>One weekday character (一…六日天) that is not the start of another word; null when there is none.</summary>
    public static int? WeekdayAt(ref Cursor c)
    {
        var index = c.Here == '\0' ? -1 : WeekdayChars.IndexOf(c.Here, StringComparison.Ordinal);
        var next = c.Ahead(1);
        if (index < 0 || (index == 0 && ((AfterOneNotMonday.Contains(next, StringComparison.Ordinal) && !(next == '起' && IsOnward(c)) && !(next == '周' && IsWeekday(c.Ahead(2)))) || (next == '整' && c.Ahead(2) == '周') || (next == '半' && c.Ahead(2) != '夜'))) || (index is > 0 and < 6 && next is '类' or '篇' or '则' or '项') || (index == 7 && next == '气') || (index == 6 && next == '常'))
        {
            return null;
        }

        c.At++;
        return Math.Min(index, 6) + 1;
    }

    /// <summary>周一周三: a Monday, and no 一周.</summary>
    private static bool IsWeekday(char c) => c is '二' or '三' or '四' or '五' or '六' or '日' or '天';

    /// <summary>从下周一起, 下周一起休假 is from Monday on; 下周一起开会 is together.</summary>
    private static bool IsOnward(Cursor c)
    {
        var after = c;
        after.At += 2;
        return c.Text.AsSpan(Math.Max(0, c.At - 5), Math.Min(5, c.At)).ContainsAny("自从") || after.Here is '\0' or ',' or '。' or ':' or ' ' || char.IsAsciiDigit(after.Here) || after.EatOne(AfterOnward) >= 0;
    }

    /// <summary>A list of weekdays: 一三五, 一、三、五, 一、周三和周五; 一至五 when a range is allowed.</summary>
    public static IReadOnlyList<int> WeekdayList(ref Cursor cursor, bool first)
    {
        var found = new List<int>();
        while (found.Count < LongestWeekdayList)
        {
            var c = cursor;
            var through = false;
            if (!(first && found.Count == 0))
            {
                through = first && found.Count > 0 && c.EatOne("到", "至", "-", "~") >= 0;
                _ = through || c.EatOne(ListMarks) >= 0;
            }

            c.EatOne("星期", "礼拜", "周");
            if (AfterWeekdayNotDay.Contains(c.Ahead(1) == '\0' ? ' ' : c.Ahead(1), StringComparison.Ordinal) || WeekdayAt(ref c) is not { } weekday)
            {
                return found;
            }

            found.AddRange(through && weekday > found[^1] ? Enumerable.Range(found[^1] + 1, weekday - found[^1]) : [weekday]);
            cursor = c;
        }

        return found;
    }

    /// <summary>现在, 目前: a moment that limits nothing by itself.</summary>
    private static DatePart? Now(ref Cursor c)
        => c.EatOne(NowWords) >= 0 ? new() { IsNow = true } : null;

    private static DatePart? DayWord(ref Cursor c)
    {
        if (c.EatOne(TwinWords) is var twin and >= 0)
        {
            return new() { DayShift = TwinDays[twin].From, Through = new() { DayShift = TwinDays[twin].To } };
        }

        if (c.EatOne(ShiftWords) is var day and >= 0)
        {
            ChineseMonthDays.DayTail(ref c);
            return new() { DayShift = DayWords[day].Shift };
        }

        if (c.Here == '当' && c.Ahead(1) == '晚')
        {
            c.At++;
            return new() { DayShift = 0 };
        }

        var near = "前昨今明后".IndexOf(c.Here == '\0' ? ' ' : c.Here, StringComparison.Ordinal);
        var next = c.Ahead(1);
        if (near >= 0 && (next is '晚' || (near is > 0 and < 4 && (next is '早' or '夜' or '晨' || (next is '上' or '下' or '中' && c.Ahead(2) == '午')))))
        {
            c.At++;
            return new() { DayShift = near - 2 };
        }

        return null;
    }

    private static DatePart? Week(ref Cursor cursor)
    {
        var c = cursor;
        int? shift = c.EatOne(WeekShifts) switch
        {
            0 => -3,
            1 => 3,
            2 => -2,
            3 => 2,
            4 or 7 => -1,
            5 or 8 => 1,
            < 0 => null,
            _ => 0,
        };
        if (shift is not null)
        {
            c.Eat("个");
        }

        if (shift is -1 or 1 && c.Eat("半周"))
        {
            cursor = c;
            return new() { WeekShift = 0, Half = shift == -1 ? 1 : 2, HalfOf = Step.Week };
        }

        return c.EatOne("双休日") >= 0 || c.EatOne("星期", "礼拜", "周") >= 0 ? WeekTail(ref cursor, c, shift) : NumberedWeek(ref cursor);
    }

    private static DatePart? WeekTail(ref Cursor cursor, Cursor c, int? shift)
    {
        var weekend = c.Text[c.At - 1] == '日' || c.EatOne(WeekendTails) >= 0;
        var weekday = weekend ? null : WeekdayAt(ref c);
        if (shift is null && !weekend && weekday is null)
        {
            return null;
        }

        if (!weekend && weekday is null && c.EatOne("前半周", "上半周", "后半周", "下半周") is var half and >= 0)
        {
            cursor = c;
            return new() { WeekShift = shift ?? 0, Half = half < 2 ? 1 : 2, HalfOf = Step.Week };
        }

        if (weekday is not null)
        {
            c.EatOne(DayTails);
            cursor = c;
            return new() { WeekShift = shift, Weekday = weekday };
        }

        var inside = weekend ? null : ChineseInside.Read(ref c);
        if (inside is null && !weekend)
        {
            c.EatOne("之内", "以内", "内", "全周", "一整周", "整周");
        }

        cursor = c;
        return new() { WeekShift = shift ?? 0, Weekend = weekend, Inside = inside };
    }

    /// <summary>第38周 of this year.</summary>
    private static DatePart? NumberedWeek(ref Cursor cursor)
    {
        var c = cursor;
        if (!c.Eat("第") || c.Number(2) is not { } week || week is < 6 or > 53 || !c.Eat("周"))
        {
            return null;
        }

        cursor = c;
        return new() { YearShift = 0, Inside = new(week, 1, Step.Week) };
    }
}
