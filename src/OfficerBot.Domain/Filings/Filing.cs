using NodaTime;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Domain.Filings;

/// <summary>What a filing rests on.</summary>
public enum FilingKind
{
    /// <summary>A lead.</summary>
    Lead = 0,

    /// <summary>零报告: nothing today, said outright.</summary>
    Zero = 1,

    /// <summary>A report accepted by the mail server.</summary>
    Report = 2,

    /// <summary>已发邮箱: somebody says it was sent by hand.</summary>
    Tick = 3,

    /// <summary>免报: the liaison or a leader excused the unit.</summary>
    Excuse = 4,
}

/// <summary>A fact that discharges, or excuses from, an occurrence. Append-only; voided by a further row.</summary>
/// <param name="Id">Row id; 0 before it is stored.</param>
/// <param name="At">When it counts: for a lead the time it was filed, for a report when the server accepted it.</param>
/// <param name="Recorded">When the row was written.</param>
/// <param name="By">Who said or confirmed it.</param>
/// <param name="Reason">For an excuse the reason; else null.</param>
/// <param name="ReportId">Row id of the report, for <see cref="FilingKind.Report"/>.</param>
public sealed record Filing(
    long Id, Slot Slot, UnitId Unit, FilingKind Kind, PersonId By, Instant At, Instant Recorded, LeadId? Lead, long? ReportId, string? Reason);

/// <summary>Standing (状态) of a unit at an occurrence, as written at its due time or corrected after.</summary>
public enum StandingKind
{
    /// <summary>按时.</summary>
    OnTime = 0,

    /// <summary>迟报, with minutes.</summary>
    Late = 1,

    /// <summary>补报: filed after the occurrence was closed as missed.</summary>
    MadeUp = 2,

    /// <summary>漏报.</summary>
    Missed = 3,

    /// <summary>免报.</summary>
    Excused = 4,

    /// <summary>零报.</summary>
    Zero = 5,
}

/// <summary>One standing row: never overwritten; a later row for the same slot and unit stands in its place.</summary>
/// <param name="MinutesLate">For <see cref="StandingKind.Late"/>, at least 1.</param>
/// <param name="By">Who corrected it; null for the row written by the clock.</param>
/// <param name="Reason">For a correction; also 邮件故障 as <c>mail-failure</c>.</param>
public sealed record Standing(long Id, Slot Slot, UnitId Unit, StandingKind Kind, int MinutesLate, PersonId? By, string? Reason, Instant At);
