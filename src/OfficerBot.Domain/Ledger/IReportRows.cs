using NodaTime;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Reports;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Domain.Ledger;

/// <summary>Reports.</summary>
public interface IReportRows
{
    /// <summary>The newest revision for a slot and unit (null unit: weekly), or null.</summary>
    Report? Newest(Slot slot, UnitId? unit);

    /// <summary>The report; throws when unknown.</summary>
    Report Get(ReportId id);

    /// <summary>The newest confirmed report of a unit (null: weekly) confirmed before an instant, or null.</summary>
    Report? LastConfirmed(UnitId? unit, Instant before);

    /// <summary>How many reports of a kind and unit were confirmed in the calendar year up to now (the 期号 of the next one, less one).</summary>
    int ConfirmedInYear(ReportKind kind, UnitId? unit, int year);

    /// <summary>Opens a draft.</summary>
    Report Open(ReportKind kind, UnitId? unit, Slot slot, int revision, Instant from, Instant now);

    /// <summary>The edits of a report, in order.</summary>
    IReadOnlyList<ReportEdit> Edits(ReportId id);

    /// <summary>Appends an edit.</summary>
    void Edit(ReportId id, ReportEdit edit, PersonId by, Instant at);

    /// <summary>Freezes it: confirmed, with files and letter. The delivery row is made in the same transaction.</summary>
    /// <param name="letter">The final .eml bytes.</param>
    Report Confirm(ReportId id, PersonId by, Instant at, string messageId, IReadOnlyList<ReportFile> files, byte[] letter, IReadOnlyList<LeadId> leads);

    /// <summary>The mail server took it.</summary>
    Report Accept(ReportId id, Instant at, string words);

    /// <summary>Files of a confirmed report.</summary>
    IReadOnlyList<ReportFile> Files(ReportId id);

    /// <summary>Leads printed in a confirmed report.</summary>
    IReadOnlyList<LeadId> LeadsIn(ReportId id);

    /// <summary>The confirmed reports that print a lead.</summary>
    IReadOnlyList<Report> Printing(LeadId lead);

    /// <summary>The attempt history of its mail in the server's words, oldest first.</summary>
    IReadOnlyList<DeliveryLine> Deliveries(ReportId id);

    /// <summary>Confirmed and not yet accepted reports of a slot.</summary>
    IReadOnlyList<Report> Undelivered(Slot slot);
}
