namespace OfficerBot.Conversation.Understanding.Dates;

/// <summary>Unit of a shift or a window.</summary>
internal enum Step
{
    None,
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

    public bool Weekend { get; init; }

    /// <summary>1 上旬, 2 中旬, 3 下旬.</summary>
    public int? TenDay { get; init; }

    /// <summary>N of N月第K周: days 7K−6…7K.</summary>
    public int? WeekOfMonth { get; init; }

    /// <summary>年底, 年初: with 前 counted to its end.</summary>
    public bool IsEdge { get; init; }

    public int? Quarter { get; init; }

    public int? QuarterShift { get; init; }

    public int? Half { get; init; }

    public string? Festival { get; init; }

    /// <summary>The festival as a period (国庆, 国庆假期) even if its bare name is a day.</summary>
    public bool AsPeriod { get; init; }

    public string? Event { get; init; }

    /// <summary>Name of a part of the day.</summary>
    public string? PartOfDay { get; init; }

    public int? Hour { get; init; }

    public int? Minute { get; init; }

    /// <summary>The hour was said in 24-hour style (03:00) or fixed by am/pm, so it is not moved to the afternoon.</summary>
    public bool ExactHour { get; init; }

    /// <summary>Unit of <see cref="Amount"/>: a shift (两周前) or, with <see cref="IsWindow"/>, a window (近7天).</summary>
    public Step Step { get; init; }

    /// <summary>Signed: −2 weeks for 两周前.</summary>
    public int Amount { get; init; }

    /// <summary>Half steps in minutes beside (半小时 = 30).</summary>
    public bool IsWindow { get; init; }

    /// <summary>The window leaves today out (前三天).</summary>
    public bool ExcludesToday { get; init; }

    public bool HasTime => Hour is not null || PartOfDay is not null;

    public bool HasDate => Year is not null || YearShift is not null || Month is not null || MonthShift is not null || Day is not null || DayShift is not null
        || WeekShift is not null || Weekday is not null || Weekend || TenDay is not null || WeekOfMonth is not null || Quarter is not null
        || QuarterShift is not null || Half is not null || Festival is not null || Step != Step.None || Event is not null;

    /// <summary>This part with what it leaves unsaid taken from the left side of a range (9月13日至20日, 上周一到周三, 上午8点到12点).</summary>
    public DatePart CarryFrom(DatePart left)
    {
        if (!HasDate)
        {
            return left with { Hour = Hour, Minute = Minute, PartOfDay = PartOfDay ?? (Hour < left.Hour || Hour is null ? null : left.PartOfDay), ExactHour = ExactHour };
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
        };
    }
}

/// <summary>How a date phrase bounds.</summary>
internal enum Bound
{
    None,

    /// <summary>前, 之前, 截至, by.</summary>
    Before,

    /// <summary>后, 之后, after.</summary>
    After,

    /// <summary>起, 开始, from: open end.</summary>
    From,

    /// <summary>以来, 至今: through today.</summary>
    Since,
}

/// <summary>A date phrase as said.</summary>
/// <param name="Start">Position in the folded text.</param>
/// <param name="End">Position after it.</param>
internal sealed record DatePhrase(int Start, int End, DatePart From)
{
    /// <summary>The right side of a range, already carrying what the left said.</summary>
    public DatePart? To { get; init; }

    public Bound Bound { get; init; }

    /// <summary>国庆前一周: so much before or after the bound.</summary>
    public (int Amount, Step Step)? BoundWindow { get; init; }

    /// <summary>Weekdays of a list (周一三五) or a repetition.</summary>
    public IReadOnlyList<int> Weekdays { get; init; } = [];

    /// <summary>Repeated (每周五, 双月第一周, 周一三五).</summary>
    public Repeat Repeat { get; init; }
}

/// <summary>What is repeated.</summary>
internal enum Repeat
{
    None,
    Daily,
    WorkingDays,
    Weekly,
    Monthly,
    EvenMonths,
    OddMonths,
    Quarterly,
    Yearly,
}
