using OfficerBot.Domain.Leads;

namespace OfficerBot.Domain.Reports;

/// <summary>The edits of a draft applied in their order: the last word on each lead and on the title counts, paragraphs and pictures add up.</summary>
internal sealed record AppliedEdits(
    IReadOnlySet<LeadNumber> Dropped, IReadOnlyDictionary<LeadNumber, string> Titles, string? Heading, IReadOnlyList<string> Paragraphs,
    IReadOnlyList<Picture> Pictures)
{
    public static AppliedEdits Of(IReadOnlyList<ReportEdit> edits)
    {
        var dropped = new HashSet<LeadNumber>();
        foreach (var edit in edits)
        {
            _ = edit switch
            {
                ReportEdit.Drop drop => dropped.Add(drop.Number),
                ReportEdit.Restore restore => dropped.Remove(restore.Number),
                _ => false,
            };
        }

        var titles = edits.OfType<ReportEdit.Retitle>().GroupBy(e => e.Number).ToDictionary(g => g.Key, g => g.Last().Title);
        var pictures = edits.OfType<ReportEdit.AddPicture>().Select(e => e.Picture).DistinctBy(p => p.Sha256).ToList();
        return new(
            dropped, titles, edits.OfType<ReportEdit.Heading>().LastOrDefault()?.Title, edits.OfType<ReportEdit.Paragraph>().Select(e => e.Text).ToList(),
            pictures);
    }
}
