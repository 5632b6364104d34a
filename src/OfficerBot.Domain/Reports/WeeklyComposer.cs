using NodaTime;
using OfficerBot.Domain.Filings;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Time;

namespace OfficerBot.Domain.Reports;

/// <summary>Composes the weekly report from its facts.</summary>
public static class WeeklyComposer
{
    /// <summary>Composes, and counts everything by unit, duty, category and day.</summary>
    public static WeeklyResult Compose(WeeklyFacts facts)
    {
        var report = new WeeklyReport(
            facts.Slot, facts.Issue, facts.Revision, facts.From, facts.To, facts.Leads.Count, StandingCounts.Of(facts.Closed.Select(c => c.Standing).ToList()),
            Units(facts), Duties(facts), Categories(facts), Days(facts), Lacks(facts), facts.Next);
        var wrong = Check(report, facts);
        return wrong.Count == 0 ? new WeeklyResult.Composed(report) : new WeeklyResult.Unreconciled(wrong);
    }

    private static List<WeeklyUnit> Units(WeeklyFacts facts)
    {
        var standings = facts.Closed.ToLookup(c => c.Standing.Unit, c => c.Standing);
        var leads = facts.Leads.CountBy(l => l.Unit).ToDictionary();
        return facts.Roster.Units
            .Where(u => standings.Contains(u.Id) || leads.ContainsKey(u.Id))
            .Select(u => new WeeklyUnit(u, StandingCounts.Of(standings[u.Id].ToList()), leads.GetValueOrDefault(u.Id)))
            .ToList();
    }

    private static List<WeeklyDuty> Duties(WeeklyFacts facts) => facts.Notice.Duties
        .Select(d => new WeeklyDuty(d, StandingCounts.Of(facts.Closed.Where(c => c.Duty.Id == d.Id).Select(c => c.Standing).ToList())))
        .ToList();

    private static List<(Notices.Category, int)> Categories(WeeklyFacts facts) =>
        facts.Notice.Categories.Select(c => (c, facts.Leads.Count(l => l.Category == c.Number))).ToList();

    // Every day of the period, those without a lead too; a lead that came in late keeps the day it was filed on.
    private static List<(LocalDate, int)> Days(WeeklyFacts facts)
    {
        var zone = facts.Notice.Zone;
        var leads = facts.Leads.CountBy(l => LocalTimes.DateOf(l.FiledAt, zone)).ToDictionary();
        var (first, last) = (LocalTimes.DateOf(facts.From, zone), LocalTimes.DateOf(facts.To, zone));
        return Enumerable.Range(0, Period.DaysBetween(first, last) + 1).Select(first.PlusDays).Union(leads.Keys).Order()
            .Select(day => (day, leads.GetValueOrDefault(day))).ToList();
    }

    private static List<WeeklyLack> Lacks(WeeklyFacts facts) => facts.Closed
        .Where(c => c.Standing.Kind is StandingKind.Missed or StandingKind.Late or StandingKind.MadeUp && facts.Roster.Find(c.Standing.Unit) is not null)
        .OrderBy(c => c.Occurrence.Due)
        .Select(c => new WeeklyLack(
            facts.Roster[c.Standing.Unit], facts.Roster.OfficerOf(c.Standing.Unit), c.Duty, c.Occurrence.Day, c.Standing))
        .ToList();

    private static IReadOnlyList<Mismatch> Check(WeeklyReport report, WeeklyFacts facts) => Mismatch.Among(
    [
        new("units", report.Leads, report.Units.Sum(u => u.Leads)),
        new("categories", report.Leads, report.Categories.Sum(c => c.Leads)),
        new("days", report.Leads, report.Days.Sum(d => d.Leads)),
        new("twice", report.Leads, facts.Leads.Select(l => l.Number).Distinct().Count()),
        new("standings", report.Totals.Expected, report.Totals.Sum),
        new("standings", report.Totals.Expected, report.Units.Sum(u => u.Counts.Expected)),
        new("standings", report.Totals.Expected, report.Duties.Sum(d => d.Counts.Expected)),
        new("lacks", report.Totals.Missed + report.Totals.Late + report.Totals.MadeUp, report.Lacks.Count),
        .. report.Units.Select(u => new Mismatch("row", u.Counts.Expected, u.Counts.Sum)),
    ]);
}
