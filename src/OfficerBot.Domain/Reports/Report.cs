using NodaTime;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Domain.Reports;

/// <summary>Row id of a report.</summary>
public readonly record struct ReportId(long Value);

/// <summary>Kinds of report.</summary>
public enum ReportKind
{
    /// <summary>A unit's situation report (情况报告) for one slot.</summary>
    Situation = 0,

    /// <summary>The liaison's weekly report (周报); has no standing.</summary>
    Weekly = 1,
}

/// <summary>Where a report stands. Draft → Confirmed → Accepted; nothing unconfirmed is mailed.</summary>
public enum ReportState
{
    /// <summary>May still be changed; its leads are those in force at the moment it is looked at.</summary>
    Draft = 0,

    /// <summary>Frozen, with its bytes and its Message-ID; a mail is on its way.</summary>
    Confirmed = 1,

    /// <summary>The mail server answered 250.</summary>
    Accepted = 2,
}

/// <summary>A report and its two instants.</summary>
/// <param name="Unit">The unit; null for the weekly report.</param>
/// <param name="Slot">The occurrence it is for; for a weekly report the duty id is <c>weekly</c> and the time that of its compiling.</param>
/// <param name="Revision">1, or 2 and up for a 更正版.</param>
/// <param name="From">Leads filed from here on belong to it.</param>
/// <param name="CutOff">Leads filed before here; null while a draft (then: now).</param>
/// <param name="MessageId">Fixed once confirmed; null before.</param>
/// <param name="AcceptedWords">The server's own answer; null until accepted.</param>
public sealed record Report(
    ReportId Id, ReportKind Kind, UnitId? Unit, Slot Slot, int Revision, ReportState State, Instant From, Instant? CutOff,
    PersonId? ConfirmedBy, Instant? ConfirmedAt, string? MessageId, Instant? AcceptedAt, string? AcceptedWords);

/// <summary>What people did to a draft, in order; applied when the report is composed.</summary>
public abstract record ReportEdit
{
    private ReportEdit()
    {
    }

    /// <summary>The lead it is about; null when it is about none.</summary>
    public LeadNumber? Lead => this switch
    {
        Drop drop => drop.Number,
        Restore restore => restore.Number,
        Retitle retitle => retitle.Number,
        _ => null,
    };

    /// <summary>Leave a lead out.</summary>
    public sealed record Drop(LeadNumber Number) : ReportEdit;

    /// <summary>Take a lead back in.</summary>
    public sealed record Restore(LeadNumber Number) : ReportEdit;

    /// <summary>Print another title for a lead; the lead itself is untouched.</summary>
    public sealed record Retitle(LeadNumber Number, string Title) : ReportEdit;

    /// <summary>Print another title for the whole report.</summary>
    public sealed record Heading(string Title) : ReportEdit;

    /// <summary>Add a paragraph.</summary>
    public sealed record Paragraph(string Text) : ReportEdit;

    /// <summary>Add a picture of its own.</summary>
    public sealed record AddPicture(Picture Picture) : ReportEdit;
}

/// <summary>A file of a confirmed report, as mailed.</summary>
public sealed record ReportFile(string Name, string ContentType, byte[] Bytes);
