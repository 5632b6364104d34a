using NodaTime;
using OfficerBot.Domain.Deliveries;
using OfficerBot.Mail;
using OfficerBot.Mail.Smtp;
using OfficerBot.Mailing;

namespace OfficerBot.Tests.Mail;

public sealed class AttemptResultsTests
{
    private static readonly Instant Now = Instant.FromUtc(2020, 9, 16, 3, 20);

    public static TheoryData<SmtpOutcome, AttemptResult> Outcomes => new()
    {
        { new SmtpOutcome.Accepted(new SmtpReply(250, ["Ok"]), []), new AttemptResult.Taken(Now, "250 Ok") },
        { new SmtpOutcome.Accepted(new SmtpReply(250, ["Ok"]), [new RejectedRecipient(SampleLetter.Office, new SmtpReply(550, ["no"]))]),
            new AttemptResult.Taken(Now, "250 Ok\nduban@example.org: 550 no") },
        { new SmtpOutcome.Transient(SmtpStage.Sender, "451", RetryPace.Hour), new AttemptResult.PutOff(RetryPace.Hour, "451") },
        { new SmtpOutcome.Permanent(SmtpStage.Sender, "552"), new AttemptResult.Refused("552") },
        { new SmtpOutcome.AuthFailed(SmtpStage.Login, "535"), new AttemptResult.Stopped(MailStopReason.Login, "535") },
        { new SmtpOutcome.ConfigError(SmtpStage.Tls, SmtpMistake.Certificate, "x"), new AttemptResult.Stopped(MailStopReason.Settings, "Certificate: x") },
        { new SmtpOutcome.Ambiguous("gone"), new AttemptResult.OpenEnd("gone") },
    };

    [Theory]
    [MemberData(nameof(Outcomes))]
    public void Every_outcome_means_one_thing_to_the_delivery(SmtpOutcome outcome, AttemptResult result) =>
        AttemptResults.Of(outcome, Now).Should().Be(result);
}
