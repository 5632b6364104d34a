using NodaTime;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Notices;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Domain.Reports;

/// <summary>One lead in a report.</summary>
/// <param name="Title">As printed; the lead's own unless retitled.</param>
public sealed record ReportItem(LeadId Lead, LeadNumber Number, string Title, string Text, Instant FiledAt, IReadOnlyList<Picture> Pictures);

/// <summary>The leads of one category; sections without items are left out.</summary>
public sealed record ReportSection(Category Category, IReadOnlyList<ReportItem> Items);

/// <summary>Headline figures. They are counted apart from the sections and must agree with them.</summary>
/// <param name="Leads">Leads printed.</param>
/// <param name="Dropped">Leads of the period left out by hand.</param>
/// <param name="Pictures">Pictures of the printed leads and the report's own.</param>
public sealed record ReportTotals(int Leads, int Dropped, int Pictures);

/// <summary>A unit's situation report (情况报告, 000-01) as a neutral structure: the preview and every file are made from it.</summary>
/// <param name="Issue">第N期 of the unit in the year.</param>
/// <param name="Revision">From 2 on a 更正版.</param>
/// <param name="Heading">A title given by hand; null for the usual one.</param>
/// <param name="Paragraphs">Added by hand.</param>
/// <param name="Pictures">The report's own.</param>
/// <param name="Left">Leads of the period left out by hand, in order, for the preview.</param>
public sealed record SituationReport(
    Unit Unit,
    Occurrence Occurrence,
    int Issue,
    int Revision,
    Instant From,
    Instant To,
    string? Heading,
    IReadOnlyList<ReportSection> Sections,
    IReadOnlyList<string> Paragraphs,
    IReadOnlyList<Picture> Pictures,
    IReadOnlyList<LeadNumber> Left,
    ReportTotals Totals)
{
    /// <summary>一句话报告: nothing to say, and still mailed.</summary>
    public bool IsOneLine => Sections.Count == 0 && Paragraphs.Count == 0 && Pictures.Count == 0;

    /// <summary>All printed items in order.</summary>
    public IEnumerable<ReportItem> Items => Sections.SelectMany(s => s.Items);
}
