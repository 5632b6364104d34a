using NodaTime;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Filings;
using OfficerBot.Domain.Leads;

namespace OfficerBot.Domain.Reports;

/// <summary>What became of something asked of the report desk; each refusal has its name.</summary>
public abstract record ReportResult
{
    private protected ReportResult()
    {
    }

    /// <summary>The draft as it stands now.</summary>
    public sealed record Drafted(Report Row, SituationReport Report) : ReportResult;

    /// <summary>May be confirmed: render it, then call <see cref="Ledger.IReportRows.Confirm"/> with these leads in the same turn.</summary>
    /// <param name="MessageIdLeft">What stands left of the @ in its Message-ID: fixed per report and revision.</param>
    public sealed record Ready(Report Row, SituationReport Report, IReadOnlyList<LeadId> Leads, string MessageIdLeft) : ReportResult;

    /// <summary>Ticked 已发邮箱.</summary>
    /// <param name="Standing">The further standing row when the slot was closed; else null.</param>
    public sealed record Ticked(Filing Filing, Occurrence Occurrence, Standing? Standing) : ReportResult;

    /// <summary>Something was refused; nothing was written.</summary>
    public abstract record Refusal : ReportResult;

    /// <summary>Refused: only an officer or deputy of the unit, or the liaison for it.</summary>
    public sealed record NotYours : Refusal;

    /// <summary>Refused: the unit does not owe reports.</summary>
    public sealed record DoesNotOwe : Refusal;

    /// <summary>Refused: no report falls due in the coming weeks.</summary>
    public sealed record NothingDue : Refusal;

    /// <summary>Refused: confirmed already; what comes now goes into the next, or on request into a 更正版.</summary>
    public sealed record AlreadyConfirmed(Report Row) : Refusal;

    /// <summary>Refused: nothing was confirmed yet, so there is nothing to correct.</summary>
    public sealed record NothingToCorrect(Occurrence Occurrence) : Refusal;

    /// <summary>Refused: the lead is not one of this report's period.</summary>
    public sealed record NotInPeriod(LeadNumber Number, Instant From) : Refusal;

    /// <summary>Refused: a report or a tick is in already.</summary>
    public sealed record AlreadyIn(Filing Existing) : Refusal;

    /// <summary>Refused: the sums do not agree.</summary>
    public sealed record Unreconciled(IReadOnlyList<Mismatch> Mismatches) : Refusal;
}
