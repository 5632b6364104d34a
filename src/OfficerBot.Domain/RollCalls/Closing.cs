using NodaTime;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Filings;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Domain.RollCalls;

/// <summary>
/// At the due time one standing row is written for each owing unit; what comes in later is a further row. Nothing is ever overwritten (design, facts).
/// </summary>
public static class Closing
{
    /// <summary>Reason of a row that rests on a chat record the liaison pasted after closing, in which the lead was said in time.</summary>
    public const string PastedRecord = "pasted-record";

    // Between a message's arrival and its turn; longer means that somebody brought it in afterwards.
    private static readonly Duration Turnaround = Duration.FromMinutes(1);

    /// <summary>Closes an occurrence, once: writes a standing for each owing unit. Gives the rows written; none when it was closed before.</summary>
    public static IReadOnlyList<Standing> Close(ILedger ledger, Occurrences occurrences, Duty duty, Occurrence occurrence, Instant now)
    {
        if (ledger.Filings.StandingsOf(occurrence.Slot).Count > 0)
        {
            return [];
        }

        var due = DueTimes.Of(occurrences, duty, occurrence);
        var filings = ledger.Filings.Of(occurrence.Slot).ToLookup(f => f.Unit);
        return Owing.Units(duty, ledger.Roster)
            .Select(u => RowOf(due, u.Id, Verdict.Of(due, filings[u.Id], ConfirmedAt(ledger, filings[u.Id])), null, now))
            .Select(ledger.Filings.Add)
            .ToList();
    }

    /// <summary>What a filing changes at an occurrence that is closed already: a further standing row, or null when it changes nothing (not closed yet,
    /// or the unit does not stand as missed).</summary>
    public static Standing? After(ILedger ledger, Occurrences occurrences, Duty duty, Occurrence occurrence, Filing filing, Instant now)
    {
        var before = ledger.Filings.StandingOf(occurrence.Slot, filing.Unit);
        var due = DueTimes.Of(occurrences, duty, occurrence);
        return Further(before, due, filing, KeepsBooks(ledger, filing.By), ConfirmedAt(ledger, [filing]), now) is { } row
            ? ledger.Filings.Add(row)
            : null;
    }

    /// <summary>The further row, from values; null when nothing changes.</summary>
    /// <param name="before">The standing in force; null when the occurrence is still open.</param>
    /// <param name="vouched">The filing was brought in by the liaison or a leader.</param>
    public static Standing? Further(Standing? before, DueTimes due, Filing filing, bool vouched, Instant? confirmedAt, Instant now)
    {
        if (before is not { Kind: StandingKind.Missed })
        {
            return null;
        }

        var verdict = Verdict.Of(due, [filing], confirmedAt);
        var broughtLater = filing.Kind is FilingKind.Lead && verdict.Kind == StandingKind.OnTime && filing.Recorded - filing.At > Turnaround;
        return broughtLater
            ? RowOf(due, filing.Unit, vouched ? verdict with { Reason = PastedRecord } : new(StandingKind.MadeUp), vouched ? filing.By : null, now)
            : verdict.Kind == StandingKind.Missed ? null : RowOf(due, filing.Unit, verdict, null, now);
    }

    private static Standing RowOf(DueTimes due, UnitId unit, Verdict verdict, PersonId? by, Instant now) =>
        new(0, due.Slot, unit, verdict.Kind, verdict.MinutesLate, by, verdict.Reason, now);

    // Of the report the filing rests on: a 更正版 drafted meanwhile says nothing about it.
    private static Instant? ConfirmedAt(ILedger ledger, IEnumerable<Filing> filings) =>
        filings.Select(f => f.ReportId).OfType<long>().Select(id => ledger.Reports.Get(new(id)).ConfirmedAt).Min();

    private static bool KeepsBooks(ILedger ledger, PersonId person) => ledger.Roster.Find(person) is { KeepsBooks: true };
}
