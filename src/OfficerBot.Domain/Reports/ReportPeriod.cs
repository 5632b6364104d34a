using NodaTime;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Domain.Reports;

/// <summary>
/// Which leads a report covers, so that nothing is lost and nothing stands in two reports. From: the moment the unit's report for the slot before was
/// cut off, if it was confirmed (leads after that confirming are still to be told), else the due time before. To: the moment of confirming. A lead
/// that was written earlier and brought in later (a pasted chat record) belongs to the period in which it was brought in.
/// </summary>
public static class ReportPeriod
{
    // Chat records older than this are history, not news for a report.
    private static readonly Duration LateArrivals = Duration.FromDays(14);

    /// <summary>From when a unit's report for an occurrence covers leads.</summary>
    public static Instant From(ILedger ledger, Occurrences occurrences, Duty duty, Occurrence occurrence, UnitId unit, Instant now)
    {
        var before = occurrences.Before(duty, occurrence);
        var last = before is null ? null : NewestConfirmed(ledger, unit, before.Slot, now);
        return last?.CutOff ?? occurrences.OpensAt(occurrence);
    }

    /// <summary>The newest confirmed revision for a slot, or null; drafts of a 更正版 do not count yet.</summary>
    public static Report? NewestConfirmed(ILedger ledger, UnitId? unit, Slot slot, Instant now) => Confirmed(ledger, unit, now).FirstOrDefault(r => r.Slot == slot);

    /// <summary>Confirmed reports of a unit (null: weekly), newest first; as many as are asked for are read.</summary>
    public static IEnumerable<Report> Confirmed(ILedger ledger, UnitId? unit, Instant now)
    {
        var before = now + Duration.FromSeconds(1);
        while (ledger.Reports.LastConfirmed(unit, before) is { ConfirmedAt: { } at } report)
        {
            yield return report;
            before = at;
        }
    }

    /// <summary>The leads in force of a period, in the order of their numbers.</summary>
    /// <param name="unit">The unit; null for all (the weekly report).</param>
    /// <param name="slot">The report's own slot: what an earlier revision of it prints stays in.</param>
    public static IReadOnlyList<Lead> Leads(ILedger ledger, UnitId? unit, Slot slot, Instant from, Instant to)
    {
        var query = new LeadQuery(FiledFrom: from - LateArrivals, FiledBefore: to, Units: unit is { } one ? [one] : null);
        return ledger.Leads.Find(query).Where(l => l.FiledAt >= from || CameLater(ledger, l, unit, slot, from)).ToList();
    }

    private static bool CameLater(ILedger ledger, Lead lead, UnitId? unit, Slot slot, Instant from) =>
        ledger.Filings.OfLead(lead.Id).Any(f => f.Recorded >= from)
        && !ledger.Reports.Printing(lead.Id).Any(r => r.Unit == unit && r.Slot != slot);
}
