using NodaTime;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.Notices;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Domain.Reports;

/// <summary>What a situation report is made from.</summary>
/// <param name="Leads">Leads in force of the period, in the order of their numbers.</param>
/// <param name="Pictures">Pictures per lead.</param>
/// <param name="Edits">What people did to the draft, in order.</param>
public sealed record SituationFacts(
    Unit Unit,
    Occurrence Occurrence,
    int Issue,
    int Revision,
    Instant From,
    Instant To,
    IReadOnlyList<Category> Categories,
    IReadOnlyList<Lead> Leads,
    ILookup<LeadId, Picture> Pictures,
    IReadOnlyList<ReportEdit> Edits)
{
    /// <summary>Gathers the facts of a report from the books.</summary>
    /// <param name="to">The cut-off: the moment of confirming, or now for a preview.</param>
    public static SituationFacts Gather(ILedger ledger, Unit unit, Occurrence occurrence, Report report, Instant to)
    {
        var leads = ReportPeriod.Leads(ledger, unit.Id, report.Slot, report.From, to);
        var pictures = leads.Where(l => l.Pictures > 0).SelectMany(l => ledger.Leads.Pictures(l.Id).Select(p => (l.Id, Picture: p)));
        return new(
            unit, occurrence, IssueNumber.Of(ledger, report, to), report.Revision, report.From, to, ledger.Notice.Categories, leads,
            pictures.ToLookup(p => p.Id, p => p.Picture), ledger.Reports.Edits(report.Id));
    }
}
