using OfficerBot.Domain.Deliveries;

namespace OfficerBot.Mail.Smtp;

/// <summary>How one attempt to hand over a letter ended.</summary>
public abstract record SmtpOutcome
{
    private SmtpOutcome(SmtpStage stage, string words) => (Stage, Words) = (stage, words);

    /// <summary>How far it got.</summary>
    public SmtpStage Stage { get; init; }

    /// <summary>The server's own words, or in English what broke where no server spoke. For proof and for people.</summary>
    public string Words { get; init; }

    /// <summary>The server has taken the letter on (a 2xx after the final dot).</summary>
    /// <param name="Reply">Code, enhanced code, queue id.</param>
    /// <param name="Rejected">Those of the recipients it refused; at least one was accepted.</param>
    public sealed record Accepted(SmtpReply Reply, IReadOnlyList<RejectedRecipient> Rejected)
        : SmtpOutcome(SmtpStage.FinalDot, Reply.Words)
    {
        public string? QueueId => Reply.QueueId;
    }

    /// <summary>The login is wrong. Never repeat: providers lock the account and the address after a few tries.</summary>
    public sealed record AuthFailed(SmtpStage Stage, string Words) : SmtpOutcome(Stage, Words);

    /// <summary>This letter will never be taken as it is.</summary>
    public sealed record Permanent(SmtpStage Stage, string Words) : SmtpOutcome(Stage, Words);

    /// <summary>Not now; nothing was taken.</summary>
    public sealed record Transient(SmtpStage Stage, string Words, RetryPace Pace = RetryPace.Soon) : SmtpOutcome(Stage, Words);

    /// <summary>A setting is wrong; no letter can go out before it is mended.</summary>
    public sealed record ConfigError(SmtpStage Stage, SmtpMistake Mistake, string Words) : SmtpOutcome(Stage, Words);

    /// <summary>The final dot was sent and no answer to it came: the server may or may not have the letter.</summary>
    public sealed record Ambiguous(string Words) : SmtpOutcome(SmtpStage.FinalDot, Words);
}
