using NodaTime;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Filings;
using OfficerBot.Domain.Notices;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Domain.Reports;

/// <summary>How often each standing occurred. Expected = the sum of the other six, always.</summary>
public sealed record StandingCounts(int Expected, int OnTime, int Late, int MadeUp, int Zero, int Excused, int Missed)
{
    /// <summary>The sum of the six.</summary>
    public int Sum => OnTime + Late + MadeUp + Zero + Excused + Missed;

    /// <summary>Counts standings.</summary>
    public static StandingCounts Of(IReadOnlyCollection<Standing> standings)
    {
        int Count(StandingKind kind) => standings.Count(s => s.Kind == kind);
        return new(
            standings.Count, Count(StandingKind.OnTime), Count(StandingKind.Late), Count(StandingKind.MadeUp), Count(StandingKind.Zero),
            Count(StandingKind.Excused), Count(StandingKind.Missed));
    }
}

/// <summary>One unit's row: its standings over all duties, and its leads.</summary>
public sealed record WeeklyUnit(Unit Unit, StandingCounts Counts, int Leads);

/// <summary>One duty's line: all units together.</summary>
public sealed record WeeklyDuty(Duty Duty, StandingCounts Counts);

/// <summary>A standing that was not in time: missed, late or made up, with its reason.</summary>
/// <param name="Officer">The unit's officer now; null where none is named.</param>
public sealed record WeeklyLack(Unit Unit, Person? Officer, Duty Duty, LocalDate Day, Standing Standing);

/// <summary>An occurrence of the coming week.</summary>
/// <param name="MakeUpFor">The holiday its day makes up for (调休), or null.</param>
public sealed record WeeklyNext(Duty Duty, Occurrence Occurrence, string? MakeUpFor);

/// <summary>
/// The liaison's weekly report (周报) as a neutral structure. It covers from the compiling time of the week before (the last working day, 16:00) to its
/// own, whenever it is confirmed: the figures he looks at are those that are mailed, and the weekend goes into the next one.
/// </summary>
/// <param name="Units">Units that owed or filed anything, in roster order.</param>
/// <param name="Categories">Leads per category of the notice, zeros too.</param>
/// <param name="Days">Leads per local day of filing, in order; every day of the period, and days before it on which leads were filed that came in late.</param>
/// <param name="Lacks">In order of day and roster.</param>
/// <param name="Next">Timed occurrences of the next seven days.</param>
public sealed record WeeklyReport(
    Slot Slot,
    int Issue,
    int Revision,
    Instant From,
    Instant To,
    int Leads,
    StandingCounts Totals,
    IReadOnlyList<WeeklyUnit> Units,
    IReadOnlyList<WeeklyDuty> Duties,
    IReadOnlyList<(Category Category, int Leads)> Categories,
    IReadOnlyList<(LocalDate Day, int Leads)> Days,
    IReadOnlyList<WeeklyLack> Lacks,
    IReadOnlyList<WeeklyNext> Next);

/// <summary>A composed weekly report, or the sums that do not agree.</summary>
public abstract record WeeklyResult
{
    private WeeklyResult()
    {
    }

    /// <summary>Composed; every total reconciles.</summary>
    public sealed record Composed(WeeklyReport Report) : WeeklyResult;

    /// <summary>Refused: no paper is made from sums that do not agree.</summary>
    public sealed record Unreconciled(IReadOnlyList<Mismatch> Mismatches) : WeeklyResult;
}
