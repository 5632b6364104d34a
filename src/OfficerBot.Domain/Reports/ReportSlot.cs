using NodaTime;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Filings;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.Roster;
using OfficerBot.Domain.Time;

namespace OfficerBot.Domain.Reports;

/// <summary>Which report people mean when they say "confirm" without a date: the one that fell due earlier today, as long as the unit still owes it;
/// else the one open now.</summary>
public static class ReportSlot
{
    /// <summary>The occurrence meant, or null when none falls due in the coming weeks.</summary>
    public static Occurrence? Meant(ILedger ledger, Occurrences occurrences, Duty duty, UnitId unit, Instant now)
    {
        var last = occurrences.LastDue(duty, now);
        return last is not null && IsOfToday(occurrences, last, now) && StillOwed(ledger, last.Slot, unit) ? last : occurrences.NextAfter(duty, now);
    }

    /// <summary>True when a revision of the unit's report is confirmed and not accepted yet, also while a 更正版 of it is being drafted.</summary>
    public static bool IsOnItsWay(ILedger ledger, Slot slot, UnitId unit) => ledger.Reports.Undelivered(slot).Any(r => r.Unit == unit);

    private static bool IsOfToday(Occurrences occurrences, Occurrence last, Instant now) => last.Day == LocalTimes.DateOf(now, occurrences.Notice.Zone);

    // Nothing came in, and its standing (if it was closed) says so: excused units, and those corrected, are done with it.
    private static bool StillOwed(ILedger ledger, Slot slot, UnitId unit) =>
        !ledger.Filings.Of(slot, unit).Any(f => f.Kind is FilingKind.Report or FilingKind.Tick or FilingKind.Excuse)
        && ledger.Reports.Newest(slot, unit) is null or { State: ReportState.Draft, Revision: 1 }
        && ledger.Filings.StandingOf(slot, unit) is null or { Kind: StandingKind.Missed };
}
