using NodaTime;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Filings;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.Notices;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Domain.Reports;

/// <summary>What a weekly report is made from.</summary>
/// <param name="Closed">The standings in force of every occurrence that fell due in the period and was closed.</param>
public sealed record WeeklyFacts(
    Slot Slot,
    int Issue,
    int Revision,
    Instant From,
    Instant To,
    Notice Notice,
    RosterBook Roster,
    IReadOnlyList<Lead> Leads,
    IReadOnlyList<(Duty Duty, Occurrence Occurrence, Standing Standing)> Closed,
    IReadOnlyList<WeeklyNext> Next)
{
    /// <summary>Gathers the facts from the books.</summary>
    public static WeeklyFacts Gather(ILedger ledger, Occurrences occurrences, Report report, Instant now)
    {
        var (from, to) = (WeeklyPeriod.From(occurrences, report.Slot), WeeklyPeriod.To(occurrences, report.Slot));
        return new(
            report.Slot, IssueNumber.Of(ledger, report, now), report.Revision, from, to, ledger.Notice, ledger.Roster,
            ReportPeriod.Leads(ledger, null, report.Slot, from, to), Standings(ledger, occurrences, from, to), Coming(occurrences, to));
    }

    private static List<(Duty, Occurrence, Standing)> Standings(ILedger ledger, Occurrences occurrences, Instant from, Instant to) =>
        ledger.Notice.Duties
            .SelectMany(d => occurrences.DueWithin(d, from, to).Select(o => (Duty: d, Occurrence: o)))
            .SelectMany(x => ledger.Filings.StandingsOf(x.Occurrence.Slot).Select(s => (x.Duty, x.Occurrence, s)))
            .ToList();

    private static List<WeeklyNext> Coming(Occurrences occurrences, Instant to) => occurrences.Notice.Duties
        .Where(d => d.Cadence is Cadence.Weekly)
        .SelectMany(d => occurrences.DueWithin(d, to, to + Duration.FromDays(7)).Select(o => new WeeklyNext(d, o, occurrences.Calendar.MakeUpFor(o.Day))))
        .OrderBy(n => n.Occurrence.Due)
        .ToList();
}
