using OfficerBot.Domain.Filings;

namespace OfficerBot.Domain.RollCalls;

/// <summary>What became of a correction.</summary>
public abstract record CorrectionResult
{
    private CorrectionResult()
    {
    }

    /// <summary>Corrected: a further row stands.</summary>
    public sealed record Corrected(Standing Before, Standing After) : CorrectionResult;

    /// <summary>Refused: only the liaison or a leader corrects.</summary>
    public sealed record NotAllowed : CorrectionResult;

    /// <summary>Refused: the occurrence is still open; there is nothing to correct yet.</summary>
    public sealed record StillOpen : CorrectionResult;

    /// <summary>Refused: the unit did not owe then.</summary>
    public sealed record DidNotOwe : CorrectionResult;

    /// <summary>Refused: a correction needs a reason.</summary>
    public sealed record ReasonMissing : CorrectionResult;

    /// <summary>Refused: 迟报 needs its minutes.</summary>
    public sealed record MinutesMissing : CorrectionResult;

    /// <summary>Refused: a report duty knows no 零报; a report with nothing to say is a report.</summary>
    public sealed record NoZeroHere : CorrectionResult;

    /// <summary>It stands so already.</summary>
    public sealed record Unchanged(Standing Standing) : CorrectionResult;
}
