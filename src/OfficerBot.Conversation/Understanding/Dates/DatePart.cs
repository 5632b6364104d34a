namespace OfficerBot.Conversation.Understanding.Dates;

/// <summary>Unit of a shift or a window.</summary>
internal enum Step
{
    None,
    Second,
    Minute,
    Hour,
    Day,
    WorkingDay,
    Week,
    Month,
    Quarter,
    Year,
}

/// <summary>One point or period as it was said, before it is placed on the calendar. The finest field that is set decides.</summary>
internal sealed record DatePart
{
    /// <summary>Nothing said yet.</summary>
    public static DatePart Nothing { get; } = new();

    public int? Year { get; init; }

    public int? YearShift { get; init; }

    public int? Month { get; init; }

    public int? MonthShift { get; init; }

    public int? Day { get; init; }

    /// <summary>今天 = 0.</summary>
    public int? DayShift { get; init; }

    public int? WeekShift { get; init; }

    /// <summary>1 = Monday.</summary>
    public int? Weekday { get; init; }

    /// <summary>The week that holds the day: 9月15日那周, the week of 14 September.</summary>
    public bool IsWeekOf { get; init; }

    public bool Weekend { get; init; }

    /// <summary>1 上旬, 2 中旬, 3 下旬.</summary>
    public int? TenDay { get; init; }

    /// <summary>N of N月第K周: days 7K−6…7K.</summary>
    public int? WeekOfMonth { get; init; }

    /// <summary>年底, 年初: with 前 counted to its end.</summary>
    public bool IsEdge { get; init; }

    public int? Quarter { get; init; }

    public int? QuarterShift { get; init; }

    /// <summary>1 上半, 2 下半 of the year, or of <see cref="HalfOf"/>.</summary>
    public int? Half { get; init; }

    /// <summary>上个半年 = −1.</summary>
    public int? HalfShift { get; init; }

    /// <summary>Month or week for 上半月, 下半周; none for half a year.</summary>
    public Step HalfOf { get; init; }

    /// <summary>Last ten-day period of 中下旬.</summary>
    public int? TenDayTo { get; init; }

    /// <summary>A stretch within the period said: 最后一个周五, 前十天.</summary>
    public Inside? Inside { get; init; }

    /// <summary>Month and day are of the lunar calendar (农历八月十五, 腊月初八).</summary>
    public bool IsLunar { get; init; }

    /// <summary>现在.</summary>
    public bool IsNow { get; init; }

    /// <summary>Twin forms bring their own right side: 七八月, 明后两天, 15、16日.</summary>
    public DatePart? Through { get; init; }

    public string? Festival { get; init; }

    /// <summary>The festival as a period (国庆, 国庆假期) even if its bare name is a day.</summary>
    public bool AsPeriod { get; init; }

    public string? Event { get; init; }

    /// <summary>Name of a part of the day.</summary>
    public string? PartOfDay { get; init; }

    public int? Hour { get; init; }

    /// <summary>Negative for 差十分三点.</summary>
    public int? Minute { get; init; }

    public int? Second { get; init; }

    /// <summary>The hour was said in 24-hour style (03:00) or fixed by am/pm, so it is not moved to the afternoon.</summary>
    public bool ExactHour { get; init; }

    /// <summary>Unit of <see cref="Amount"/>: a shift (两周前) or, with <see cref="Window"/>, a window (近7天).</summary>
    public Step Step { get; init; }

    /// <summary>Signed: −2 weeks for 两周前.</summary>
    public int Amount { get; init; }

    /// <summary>An amount that is a window, and on which side of now it lies.</summary>
    public Window Window { get; init; }

    /// <summary>The hour and minute said, 08:50 for 差十分九点; null without an hour.</summary>
    public string? Clock => ((60 * (IsAfternoon ? Hour + 12 : Hour)) + (Minute ?? 0)) is { } minutes ? $"{minutes / 60:00}:{minutes % 60:00}" : null;

    /// <summary>下午5点, and a bare 5点, are 17.</summary>
    private bool IsAfternoon => !ExactHour && Hour is > 0 and < 12 && (PartOfDay is "下午" or "晚上" or "晚间" or "傍晚" or "晚" or "夜里" || (PartOfDay is null && Hour < 7));

    public bool HasTime => Hour is not null || PartOfDay is not null;

    public bool HasDate => Year is not null || YearShift is not null || Month is not null || MonthShift is not null || Day is not null || DayShift is not null
        || WeekShift is not null || Weekday is not null || Weekend || TenDay is not null || WeekOfMonth is not null || Quarter is not null
        || QuarterShift is not null || Half is not null || HalfShift is not null || Inside is not null || Festival is not null || Step != Step.None
        || Event is not null || IsNow;

    /// <summary>This part with what it leaves unsaid taken from the left side of a range (9月13日至20日, 上周一到周三, 上午8点到12点).</summary>
    public DatePart CarryFrom(DatePart left)
    {
        if (!HasDate)
        {
            return (left.IsNow ? new() { DayShift = 0 } : left with { Through = null }) with { Hour = Hour, Minute = Minute, Second = Second, PartOfDay = PartOfDay ?? (Hour < left.Hour || Hour is null ? null : left.PartOfDay), ExactHour = ExactHour };
        }

        var year = Year is null && YearShift is null && (Month is not null || Day is not null || Quarter is not null || TenDay is not null);
        var month = Month is null && MonthShift is null && (Day is not null || TenDay is not null);
        return this with
        {
            Year = year ? left.Year : Year,
            YearShift = year ? left.YearShift : YearShift,
            Month = month ? left.Month : Month,
            MonthShift = month ? left.MonthShift : MonthShift,
            WeekShift = Weekday is not null && WeekShift is null ? left.WeekShift : WeekShift,
            IsLunar = IsLunar || (month && left.IsLunar),
        };
    }
}

/// <summary>On which side of now a window lies.</summary>
internal enum Window
{
    None,

    /// <summary>近7天: through today.</summary>
    Back,

    /// <summary>前三天: before today.</summary>
    Earlier,

    /// <summary>未来三天: from tomorrow.</summary>
    Ahead,

    /// <summary>三天内, 24小时内: from now on; looking back when the past is preferred.</summary>
    Within,
}

/// <summary>A stretch within a period: the first is 1, the last −1.</summary>
/// <param name="First">From which one: 第二个周五 = 2, 最后三天 = −3.</param>
/// <param name="Count">How many.</param>
/// <param name="Step">Of what.</param>
/// <param name="Weekday">1 = Monday, when a weekday is counted.</param>
internal sealed record Inside(int First, int Count, Step Step, int? Weekday = null)
{
    /// <summary>Weeks from Monday to Sunday, the first being that with the first Thursday.</summary>
    public bool ByCalendar { get; init; }
}
