using NodaTime;

namespace OfficerBot.Domain.Deliveries;

/// <summary>How one attempt ended, as far as the delivery cares.</summary>
public abstract record AttemptResult
{
    private AttemptResult(string words) => Words = words;

    /// <summary>The server's own.</summary>
    public string Words { get; init; }

    /// <summary>The server has it.</summary>
    /// <param name="At">Office time.</param>
    public sealed record Taken(Instant At, string Words) : AttemptResult(Words);

    /// <summary>It has nothing, and may be asked again.</summary>
    public sealed record PutOff(RetryPace Pace, string Words) : AttemptResult(Words);

    /// <summary>It will never take this letter.</summary>
    public sealed record Refused(string Words) : AttemptResult(Words);

    /// <summary>No letter can go out with these settings.</summary>
    public sealed record Stopped(MailStopReason Reason, string Words) : AttemptResult(Words);

    /// <summary>The whole letter was out and no answer came.</summary>
    public sealed record OpenEnd(string Words) : AttemptResult(Words);
}
