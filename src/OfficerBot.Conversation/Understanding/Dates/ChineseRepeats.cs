namespace OfficerBot.Conversation.Understanding.Dates;

/// <summary>Reads repetitions in Chinese: 每周一三五12点前, 每月10日、20日, 双月第一周, 隔周周三, 工作日每天上午11点.</summary>
internal sealed class ChineseRepeats(ChineseTimes times)
{
    private static readonly WordList DailyWords = new("的每一天", "的每天", "每一天", "每天", "每日", "天天");
    private static readonly WordList EvenMonths = new("每个双月", "每逢双月", "每双月", "逢双月", "双月");
    private static readonly WordList OddMonths = new("每个单月", "每逢单月", "每单月", "逢单月", "单月");
    private static readonly WordList EveryOtherWeek = new("隔周", "每隔一周", "每两周", "每2周", "每两个星期", "每双周");
    private static readonly WordList EveryOtherDay = new("每隔一天", "每两天", "每2天", "隔日", "隔一天");
    private static readonly WordList WorkingDays = new("工作日每天", "工作日每日", "工作日的每天", "每个工作日", "每工作日");
    private static readonly WordList Every = new("每逢", "每个", "每一", "每", "逢");
    private static readonly WordList DoneOnDays = new("报", "交", "发", "送", "上报", "上交", "提醒", "催", "收", "上午", "下午", "中午", "要报", "要交", "各报", "的宣传", "的线索");
    private static readonly WordList BehindDays = new("的", "谁", "要", "早", "晚", "前", "推", "汇总", "通报", "照常", "固定", "例行", "都");
    /// <summary>A month has no more days.</summary>
    private const int LongestDayList = 31;

    /// <summary>The repetition read here, or null.</summary>
    public DatePhrase? Read(ref Cursor cursor, int start)
    {
        var c = cursor;
        var bare = BareWeekdays(ref c);
        var (repeat, every) = bare.Count > 0 ? (Repeat.Weekly, 1) : RepeatOf(ref c);
        if (repeat == Repeat.None)
        {
            return null;
        }

        var detail = new DatePart();
        IReadOnlyList<int> weekdays = bare;
        List<int> monthDays = [];
        if (repeat == Repeat.Weekly && bare.Count == 0)
        {
            c.Eat("的");
            weekdays = c.Eat("末") ? [6, 7] : ChineseDays.WeekdayList(ref c, first: true);
            _ = weekdays.Count > 0 && Daily(ref c);
        }
        else if (repeat is not (Repeat.Daily or Repeat.WorkingDays))
        {
            (detail, monthDays) = Days(ref c);
        }

        if (repeat is Repeat.EvenMonths or Repeat.OddMonths && !detail.HasDate)
        {
            return null;
        }

        c.Eat("的");
        detail = times.Read(ref c, detail, afterDate: true) ?? detail;
        var bound = ChineseBounds.Read(ref c);
        cursor = c;
        return new(start, c.At, detail) { Repeat = repeat, Weekdays = weekdays, MonthDays = monthDays, Bound = bound, Every = every };
    }

    /// <summary>一三五报, 二四六上午10点: weekdays without 周, before what is done on them; days that follow one another (一二三) count something else.</summary>
    private static List<int> BareWeekdays(ref Cursor cursor)
    {
        var days = new List<int>();
        if (cursor.At > 0 && "第周期拜十百初星、".Contains(cursor.Text[cursor.At - 1], StringComparison.Ordinal))
        {
            return days;
        }

        var c = cursor;
        for (; "一二三四五六".IndexOf(c.Here == '\0' ? ' ' : c.Here, StringComparison.Ordinal) is >= 0 and var index && (days.Count == 0 || index + 1 > days[^1] + 1); c.At++)
        {
            days.Add(index + 1);
        }

        var after = c;
        if (days.Count < 2 || (after.EatOne(DoneOnDays) < 0 && (days.Count == 2 || !(char.IsAsciiDigit(c.Here) || c.Here is '\0' or ',' or '。' or '?' || after.EatOne(BehindDays) >= 0))))
        {
            return [];
        }

        cursor = c;
        return days;
    }

    /// <summary>每天 after days: 周一到周五每天.</summary>
    public static bool Daily(ref Cursor c) => c.EatOne(DailyWords) >= 0;

    private static (DatePart Detail, List<int> MonthDays) Days(ref Cursor c)
    {
        var detail = ChineseDays.InMonth(ref c) ?? new();
        List<int> days = [];
        if (detail.Day is { } first)
        {
            days.Add(first);
            days.AddRange(detail.Through?.Day is { } second ? [second] : []);
            for (var more = c; days.Count < LongestDayList && more.EatOne("、", "和", "及", ",") >= 0 && ChineseMonthDays.Bare(ref more) is { Day: { } next };)
            {
                days.Add(next);
                c = more;
            }
        }

        return (detail with { Through = null }, days);
    }

    private static (Repeat Repeat, int Every) RepeatOf(ref Cursor c)
    {
        if (c.EatOne(EvenMonths) >= 0)
        {
            return (Repeat.EvenMonths, 1);
        }

        if (c.EatOne(OddMonths) >= 0)
        {
            return (Repeat.OddMonths, 1);
        }

        if (c.EatOne(EveryOtherWeek) >= 0)
        {
            c.EatOne("的");
            c.EatOne("周", "星期", "礼拜");
            return (Repeat.Weekly, 2);
        }

        if (c.EatOne(EveryOtherDay) >= 0)
        {
            return (Repeat.Daily, 2);
        }

        if (c.EatOne(WorkingDays) >= 0)
        {
            return (Repeat.WorkingDays, 1);
        }

        return c.Sees("逢年过节") || c.EatOne(Every) < 0 ? (Repeat.None, 1) : (Unit(ref c), 1);
    }

    private static Repeat Unit(ref Cursor c) => c.EatOne("天", "日", "季度", "季", "年") switch
    {
        0 or 1 => Repeat.Daily,
        2 or 3 => Repeat.Quarterly,
        4 => Repeat.Yearly,
        _ => c.EatOne("星期", "礼拜", "周") >= 0 ? Repeat.Weekly : c.EatOne("个月", "月") >= 0 ? Repeat.Monthly : Repeat.None,
    };
}
