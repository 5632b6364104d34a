using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Notices;
using OfficerBot.Domain.Reports;

namespace OfficerBot.Domain.Papers;

/// <summary>Words a unit's situation report (000-01).</summary>
public static class SituationPaper
{
    /// <summary>The paper of a composed report, dated by its cut-off.</summary>
    /// <exception cref="InvalidOperationException">The notice lacks a phrase; the checker says so when it is loaded.</exception>
    public static OfficePaper Of(SituationReport report, Notice notice)
    {
        var words = new PaperWords(notice);
        var subject = new PaperSubject(report.Unit.Name, report.Issue, report.Revision, words.DayOf(report.To), report.From, report.To);
        var head = words.Head(subject, report.Unit.Name, notice.Papers.SituationName, "situation-title");
        return new(
            report.Heading is { } given ? head with { Title = given } : head, Parts(report, words), words.Foot(subject.Day, report.Unit.Name),
            words.Mail(subject, report.Unit.ShortName, "situation"));
    }

    private static List<PaperPart> Parts(SituationReport report, PaperWords words)
    {
        var parts = new List<PaperPart> { new PaperPart.Paragraph(report.IsOneLine ? OneLine(report, words) : Summary(report, words)) };
        var number = 1;
        foreach (var section in report.Sections)
        {
            parts.Add(words.Heading(number++, section.Category.Heading));
            parts.AddRange(section.Items.SelectMany(ItemParts));
        }

        if (report.Paragraphs.Count + report.Pictures.Count > 0)
        {
            var notes = words.Phrases.Fill("situation-notes");
            parts.Add(words.Heading(number, notes));
            parts.AddRange(report.Paragraphs.Select(p => new PaperPart.Paragraph(p)));
            parts.AddRange(Images(report.Pictures, notes));
        }

        return parts;
    }

    private static IEnumerable<PaperPart> ItemParts(ReportItem item) =>
        [new PaperPart.Item(item.Number.ToString(), item.Title, item.Text), .. Images(item.Pictures, item.Title)];

    private static IEnumerable<PaperPart> Images(IReadOnlyList<Picture> pictures, string caption) => pictures.Select(p => new PaperPart.Image(p, caption));

    private static string OneLine(SituationReport report, PaperWords words) =>
        words.Phrases.Fill("situation-zero", ("unit", report.Unit.Name), ("period", words.Period(report.From, report.To)));

    private static string Summary(SituationReport report, PaperWords words)
    {
        var counts = report.Sections.Select(s => words.Phrases.Fill("category-count", ("heading", s.Category.Heading), ("count", s.Items.Count)));
        return words.Phrases.Fill(
            report.Sections.Count > 0 ? "situation-summary" : "situation-no-leads", ("unit", report.Unit.Name), ("period", words.Period(report.From, report.To)),
            ("leads", report.Totals.Leads), ("categories", string.Join(words.Phrases.Fill("comma"), counts)), ("pictures", report.Totals.Pictures));
    }
}
