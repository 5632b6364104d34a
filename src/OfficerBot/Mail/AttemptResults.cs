using NodaTime;
using OfficerBot.Domain.Deliveries;
using OfficerBot.Mail.Smtp;

namespace OfficerBot.Mail;

/// <summary>What a submission's outcome means to its delivery.</summary>
public static class AttemptResults
{
    /// <param name="outcome">As the submission ended.</param>
    /// <param name="officeNow">Office time of the answer: for an accepted letter the instant that its standing follows.</param>
    public static AttemptResult Of(SmtpOutcome outcome, Instant officeNow) => outcome switch
    {
        SmtpOutcome.Accepted accepted => new AttemptResult.Taken(officeNow, Words(accepted)),
        SmtpOutcome.Transient transient => new AttemptResult.PutOff(transient.Pace, transient.Words),
        SmtpOutcome.Permanent => new AttemptResult.Refused(outcome.Words),
        SmtpOutcome.AuthFailed => new AttemptResult.Stopped(MailStopReason.Login, outcome.Words),
        SmtpOutcome.ConfigError error => new AttemptResult.Stopped(MailStopReason.Settings, $"{error.Mistake}: {error.Words}"),
        SmtpOutcome.Ambiguous => new AttemptResult.OpenEnd(outcome.Words),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    /// <summary>The answer to the letter, then what was said about each recipient left out.</summary>
    private static string Words(SmtpOutcome.Accepted accepted) =>
        string.Join('\n', accepted.Rejected.Select(one => $"{one.Address}: {one.Reply.Words}").Prepend(accepted.Words));
}
