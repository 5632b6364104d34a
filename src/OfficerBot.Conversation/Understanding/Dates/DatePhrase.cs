namespace OfficerBot.Conversation.Understanding.Dates;

/// <summary>How a date phrase bounds.</summary>
internal enum Bound
{
    None,

    /// <summary>前, 之前, 截至, by.</summary>
    Before,

    /// <summary>或之前, 及以前, on or before: with the whole of it, whatever it is.</summary>
    Until,

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

    /// <summary>3月和5月之间, 从3月到5月: from one point to another, so whether the last month or year counts is open.</summary>
    public bool IsBetween { get; init; }

    /// <summary>Read with its edge the other way: 9月15日之后 with that day, 9月15日前 without it, 从3月到5月 without May.</summary>
    public bool EdgeOtherwise { get; init; }

    /// <summary>The second bound of 9月8日之后20日之前.</summary>
    public DatePhrase? Closing { get; init; }

    /// <summary>国庆前一周: so much before or after the bound.</summary>
    public (int Amount, Step Step)? BoundWindow { get; init; }

    /// <summary>The window counts to one day: 国庆后第一个工作日.</summary>
    public bool IsNthAfter { get; init; }

    /// <summary>Weekdays of a list (周一三五) or a repetition.</summary>
    public IReadOnlyList<int> Weekdays { get; init; } = [];

    /// <summary>Days of the month of a repetition: 每月5日、15日.</summary>
    public IReadOnlyList<int> MonthDays { get; init; } = [];

    /// <summary>Repeated (每周五, 双月第一周, 周一三五).</summary>
    public Repeat Repeat { get; init; }

    /// <summary>Every so many (隔周, 每两周 = 2).</summary>
    public int Every { get; init; } = 1;

    /// <summary>Nothing but 现在, 目前: limits no request.</summary>
    public bool IsNow => From.IsNow && To is null;
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
