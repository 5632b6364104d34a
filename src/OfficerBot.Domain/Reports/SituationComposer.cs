using OfficerBot.Domain.Leads;

namespace OfficerBot.Domain.Reports;

/// <summary>Composes a unit's situation report from its facts.</summary>
public static class SituationComposer
{
    /// <summary>Composes, and counts everything twice.</summary>
    public static SituationResult Compose(SituationFacts facts)
    {
        var edits = AppliedEdits.Of(facts.Edits);
        var kept = facts.Leads.Where(l => !edits.Dropped.Contains(l.Number)).ToList();
        var left = facts.Leads.Where(l => edits.Dropped.Contains(l.Number)).Select(l => l.Number).ToList();
        var totals = new ReportTotals(kept.Count, left.Count, kept.Sum(l => l.Pictures) + edits.Pictures.Count);
        var report = new SituationReport(
            facts.Unit, facts.Occurrence, facts.Issue, facts.Revision, facts.From, facts.To, edits.Heading, Sections(facts, kept, edits),
            edits.Paragraphs, edits.Pictures, left, totals);
        var wrong = Check(report, facts);
        return wrong.Count == 0 ? new SituationResult.Composed(report) : new SituationResult.Unreconciled(wrong);
    }

    private static List<ReportSection> Sections(SituationFacts facts, List<Lead> kept, AppliedEdits edits) => facts.Categories
        .Select(c => new ReportSection(c, kept.Where(l => l.Category == c.Number).Select(l => ItemOf(l, facts, edits)).ToList()))
        .Where(s => s.Items.Count > 0)
        .ToList();

    private static ReportItem ItemOf(Lead lead, SituationFacts facts, AppliedEdits edits) => new(
        lead.Id, lead.Number, edits.Titles.GetValueOrDefault(lead.Number, lead.Title), lead.Text, lead.FiledAt, facts.Pictures[lead.Id].ToList());

    private static IReadOnlyList<Mismatch> Check(SituationReport report, SituationFacts facts)
    {
        var items = report.Items.ToList();
        return Mismatch.Among(
            new("items", facts.Leads.Count - report.Totals.Dropped, report.Totals.Leads),
            new("categories", report.Totals.Leads, report.Sections.Sum(s => s.Items.Count)),
            new("twice", items.Count, items.Select(i => i.Number).Distinct().Count()),
            new("pictures", report.Totals.Pictures, items.Sum(i => i.Pictures.Count) + report.Pictures.Count));
    }
}
