using NodaTime;

namespace OfficerBot.Domain.Duties;

/// <summary>The stable id of a duty inside its notice, for example <c>mwf-report</c>.</summary>
public readonly record struct DutyId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>What discharges a duty.</summary>
public enum Evidence
{
    /// <summary>A lead, or a zero report, for the day.</summary>
    Lead,

    /// <summary>A unit's situation report accepted by the mail server, or a tick 已发邮箱.</summary>
    Report,
}

/// <summary>What a day off does to a duty. There is no default: the notice says it for each duty.</summary>
public enum HolidayPolicy
{
    /// <summary>照常: due all the same.</summary>
    AsUsual,

    /// <summary>顺延: due at the same time on the next working day; merged when that is a slot itself.</summary>
    Postpone,

    /// <summary>提前: due at the same time on the last working day before.</summary>
    Advance,

    /// <summary>免报: not due.</summary>
    Exempt,
}

/// <summary>When a duty recurs, in local time of the group's zone.</summary>
public abstract record Cadence
{
    private Cadence()
    {
    }

    /// <summary>Every day, from 00:00 to 24:00.</summary>
    public sealed record Daily : Cadence;

    /// <summary>On given days of the week, strictly before a time of day (000-01: Mon, Wed, Fri before 12:00).</summary>
    public sealed record Weekly(IReadOnlyList<IsoDayOfWeek> Days, LocalTime Before) : Cadence;
}

/// <summary>Which units owe a duty.</summary>
public abstract record DutyUnits
{
    private DutyUnits()
    {
    }

    /// <summary>The units of these full names.</summary>
    public sealed record Named(IReadOnlyList<string> Names) : DutyUnits;

    /// <summary>Every unit that has an officer.</summary>
    public sealed record WithOfficer : DutyUnits;
}

/// <summary>A duty (任务): unit × what × when × to whom × which phase × evidence × what a holiday does.</summary>
/// <param name="Id">Stable across revisions of the notice.</param>
/// <param name="Name">For people, per locale (<c>zh</c>, <c>en</c>).</param>
/// <param name="Clause">The clause that orders it, for example 五、3.</param>
/// <param name="Ladder">The rungs of its reminders and closings, in order of time.</param>
public sealed record Duty(
    DutyId Id,
    IReadOnlyDictionary<string, string> Name,
    string Clause,
    DutyUnits Units,
    Cadence Cadence,
    Evidence Evidence,
    HolidayPolicy Holidays,
    IReadOnlyList<Rung> Ladder);

/// <summary>What happens on a rung of the ladder.</summary>
public enum RungAct
{
    /// <summary>Private, to units that owe, the working day before: the draft is ready.</summary>
    DraftReady,

    /// <summary>To the group, only if someone owes: one card, later updated in place.</summary>
    GroupCard,

    /// <summary>Private, to units that still owe.</summary>
    Nudge,

    /// <summary>Private, to units that still owe and their deputies: the last call.</summary>
    LastCall,

    /// <summary>Confirmed reports not yet accepted by the server: unit and liaison are told, with the file.</summary>
    UndeliveredWarning,

    /// <summary>The due time: standings are written, the group card becomes the result.</summary>
    Close,

    /// <summary>Private, to the liaison: who is missing, with phone numbers.</summary>
    LiaisonNote,

    /// <summary>Not a reminder: the liaison's weekly report is compiled.</summary>
    WeeklyReport,
}

/// <summary>One rung: an act at a local time of the due day, or so many working days before it.</summary>
/// <param name="Id">Stable inside the duty; part of the due row's key.</param>
/// <param name="WorkingDaysBefore">0 = the due day itself.</param>
/// <param name="At">Local time of day; null = at the due instant itself.</param>
/// <param name="Grace">How late, after an outage, the rung is still worth sending.</param>
public sealed record Rung(string Id, RungAct Act, int WorkingDaysBefore, LocalTime? At, Duration Grace);
