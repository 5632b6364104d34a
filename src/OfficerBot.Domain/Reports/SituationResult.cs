namespace OfficerBot.Domain.Reports;

/// <summary>A composed report, or the sums that do not agree.</summary>
public abstract record SituationResult
{
    private SituationResult()
    {
    }

    /// <summary>Composed; every total reconciles.</summary>
    public sealed record Composed(SituationReport Report) : SituationResult;

    /// <summary>Refused: no paper is made from sums that do not agree.</summary>
    public sealed record Unreconciled(IReadOnlyList<Mismatch> Mismatches) : SituationResult;
}
