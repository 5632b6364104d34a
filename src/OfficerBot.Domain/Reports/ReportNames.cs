namespace OfficerBot.Domain.Reports;

/// <summary>Names that must not change between attempts.</summary>
public static class ReportNames
{
    /// <summary>Left of the @ in a report's Message-ID, and its ENVID: one per report and revision, for example <c>mwf-report.2020-09-16T1200.u2.r1</c>.</summary>
    public static string MessageIdLeft(Report report)
    {
        var unit = report.Unit is { } id ? $"u{id.Value}" : "group";
        return $"{report.Slot.Duty.Value}.{report.Slot.AtText.Replace(":", "", StringComparison.Ordinal)}.{unit}.r{report.Revision}";
    }
}
