using System.Text;
using OfficerBot.Documents.Mail;
using OfficerBot.Domain.Deliveries;
using OfficerBot.Mail;
using OfficerBot.Mail.Smtp;
using OfficerBot.Mailing;
using OfficerBot.Settings;

namespace OfficerBot.Tests.Mail;

/// <summary>What the client says to a server, and what it makes of its refusals.</summary>
public sealed class SmtpSubmissionTests
{
    private static readonly MailAddress Second = MailAddress.Parse("second@example.org");

    [Fact]
    public async Task A_well_behaved_server_takes_the_letter_and_its_words_are_kept()
    {
        await using var server = new ScriptedSmtpServer(new SmtpScript());

        var outcome = await SubmitAsync(server);

        var accepted = outcome.Should().BeOfType<SmtpOutcome.Accepted>().Subject;
        accepted.Words.Should().Be("250 2.0.0 Ok: queued as 4XyZ0123");
        (accepted.Reply.Code, accepted.Reply.EnhancedCode, accepted.QueueId).Should().Be((250, "2.0.0", "4XyZ0123"));
        accepted.Rejected.Should().BeEmpty();
        server.Taken.Should().ContainSingle().Which.MessageId.Should().Be("<report.2020-09-16.rmt.r1@bot.example.org>");
    }

    [Fact]
    public async Task The_envelope_asks_for_a_notice_that_names_the_letter()
    {
        await using var server = new ScriptedSmtpServer(new SmtpScript { Offers = ["DSN", "SIZE 20000000"] });

        await SubmitAsync(server, login: false);

        server.Commands.Should().ContainSingle(line => line.StartsWith("MAIL FROM:<officerbot@example.org> SIZE=")
            && line.EndsWith(" RET=HDRS ENVID=weekly+3D2020+2BW38.r1"));
        server.Commands.Should().Contain("RCPT TO:<duban@example.org> NOTIFY=FAILURE,DELAY ORCPT=rfc822;duban@example.org");
        server.Commands.Should().Contain("EHLO [127.0.0.1]");
    }

    [Fact]
    public async Task What_the_server_does_not_offer_is_not_asked_of_it()
    {
        await using var server = new ScriptedSmtpServer(new SmtpScript { Offers = [] });

        await SubmitAsync(server, login: false);

        server.Commands.Should().Contain("MAIL FROM:<officerbot@example.org>").And.Contain("RCPT TO:<duban@example.org>");
    }

    [Theory]
    [InlineData("AUTH PLAIN", "AUTH PLAIN AG9mZmljZXJib3RAZXhhbXBsZS5vcmcA5a+G56CBMQ==")]
    [InlineData("AUTH=LOGIN PLAIN", "AUTH PLAIN AG9mZmljZXJib3RAZXhhbXBsZS5vcmcA5a+G56CBMQ==")]
    [InlineData("AUTH LOGIN", "AUTH LOGIN")]
    [InlineData("AUTH=LOGIN", "b2ZmaWNlcmJvdEBleGFtcGxlLm9yZw==")]
    public async Task Both_ways_to_log_in_are_spoken_however_they_are_offered(string offer, string said)
    {
        await using var server = new ScriptedSmtpServer(new SmtpScript { Offers = [offer] });

        (await SubmitAsync(server)).Should().BeOfType<SmtpOutcome.Accepted>();

        server.Commands.Should().Contain(said);
    }

    [Theory]
    [InlineData("AUTH", "535 Error: authentication failed, system busy")]
    [InlineData("AUTH", "550 User has no permission")]
    [InlineData("AUTH", "526 Authentication failure")]
    [InlineData("AUTH", "451 Requested mail action not taken: too much fail authentication")]
    [InlineData("MAIL", "553 authentication is required")]
    [InlineData("MAIL", "530 5.7.0 Must issue a STARTTLS command first")]
    [InlineData("connect", "554 IP is rejected, smtp auth error limit exceed")]
    public async Task A_wrong_login_is_told_apart_whatever_its_code(string point, string reply)
    {
        await using var server = new ScriptedSmtpServer(new SmtpScript().At(point, reply));

        var outcome = await SubmitAsync(server);

        outcome.Should().BeOfType<SmtpOutcome.AuthFailed>().Which.Words.Should().Be(reply);
        server.Taken.Should().BeEmpty();
        server.Commands.Count(line => line.StartsWith("AUTH")).Should().BeLessThanOrEqualTo(1, "repeats lock the account");
    }

    [Theory]
    [InlineData("MAIL", "553 Mail from must equal authorized user")]
    [InlineData("MAIL", "501 mail from address must be same as authorization user")]
    [InlineData("MAIL", "553 5.7.1 <officerbot@example.org>: Sender address rejected: not owned by user someone")]
    [InlineData("dot", "554 DT:SUM smtp1,DtGowADn 信封发件人和信头发件人不匹配")]
    [InlineData("dot", "550 The \"From\" header is missing or invalid")]
    public async Task A_sender_that_is_not_the_account_is_a_wrong_setting(string point, string reply)
    {
        await using var server = new ScriptedSmtpServer(new SmtpScript().At(point, reply));

        var outcome = await SubmitAsync(server);

        outcome.Should().BeOfType<SmtpOutcome.ConfigError>().Which.Mistake.Should().Be(SmtpMistake.SenderIsNotTheAccount);
        outcome.Words.Should().Be(reply);
    }

    [Theory]
    [InlineData("RCPT", "550 5.1.1 User unknown", SmtpStage.Recipients)]
    [InlineData("RCPT", "553 mailbox name not allowed", SmtpStage.Recipients)]
    [InlineData("RCPT", "554 5.7.1 Relay access denied", SmtpStage.Recipients)]
    [InlineData("MAIL", "552 Requested mail action aborted: exceeded mailsize limit", SmtpStage.Sender)]
    [InlineData("dot", "552 Illegal Attachment", SmtpStage.FinalDot)]
    [InlineData("dot", "554 DT:SPM 163 smtp14", SmtpStage.FinalDot)]
    [InlineData("dot", "550 HL:IHU", SmtpStage.FinalDot)]
    public async Task A_letter_that_will_never_be_taken_is_not_tried_again(string point, string reply, SmtpStage stage)
    {
        await using var server = new ScriptedSmtpServer(new SmtpScript().At(point, reply));

        (await SubmitAsync(server)).Should().Be(new SmtpOutcome.Permanent(stage, reply));
    }

    [Theory]
    [InlineData("connect", "421 4.3.2 shutting down", RetryPace.Soon)]
    [InlineData("connect", "421 HL:ICC 163 smtp1", RetryPace.QuarterHour)]
    [InlineData("connect", "554 5.7.1 no service here", RetryPace.QuarterHour)]
    [InlineData("EHLO", "550 bad name", RetryPace.QuarterHour)]
    [InlineData("AUTH", "454 4.7.0 Temporary authentication failure", RetryPace.Soon)]
    [InlineData("MAIL", "450 MI:DMC", RetryPace.QuarterHour)]
    [InlineData("MAIL", "451 MI:SFQ", RetryPace.QuarterHour)]
    [InlineData("MAIL", "451 RP:QRC", RetryPace.Hour)]
    [InlineData("MAIL", "550 MI:STC", RetryPace.Tomorrow)]
    [InlineData("RCPT", "550 RP:TRC", RetryPace.Tomorrow)]
    [InlineData("RCPT", "452 4.2.2 mailbox full", RetryPace.QuarterHour)]
    [InlineData("RCPT", "450 4.2.0 greylisted", RetryPace.Soon)]
    [InlineData("DATA", "451 4.3.0 try later", RetryPace.Soon)]
    [InlineData("DATA", "250 what", RetryPace.Soon)]
    [InlineData("dot", "451 DT:SPM 请两分钟后重投", RetryPace.Soon)]
    [InlineData("dot", "421 4.7.0 too many", RetryPace.Soon)]
    [InlineData("dot", "452 4.3.1 disk full", RetryPace.QuarterHour)]
    public async Task A_letter_that_is_not_taken_now_waits_as_long_as_the_server_means(string point, string reply, RetryPace pace)
    {
        await using var server = new ScriptedSmtpServer(new SmtpScript().At(point, reply));

        var outcome = await SubmitAsync(server);

        outcome.Should().BeOfType<SmtpOutcome.Transient>().Which.Pace.Should().Be(pace);
        outcome.Words.Should().Be(reply);
    }

    [Fact]
    public async Task Too_large_a_letter_is_known_before_it_is_sent()
    {
        await using var server = new ScriptedSmtpServer(new SmtpScript { Offers = ["AUTH PLAIN", "SIZE 1000"] });

        (await SubmitAsync(server)).Should().BeOfType<SmtpOutcome.Permanent>().Which.Words.Should().Contain("SIZE 1000");

        server.Commands.Should().NotContain(line => line.StartsWith("MAIL"));
    }

    [Fact]
    public async Task One_bad_recipient_of_two_does_not_stop_the_other()
    {
        await using var server = new ScriptedSmtpServer(new SmtpScript().At("RCPT TO:<second@example.org>", "550 5.1.1 unknown"));

        var outcome = await SubmitAsync(server, to: [SampleLetter.Office, Second]);

        var rejected = outcome.Should().BeOfType<SmtpOutcome.Accepted>().Which.Rejected.Should().ContainSingle().Subject;
        (rejected.Address, rejected.Reply.Words).Should().Be((Second, "550 5.1.1 unknown"));
    }

    [Fact]
    public async Task With_one_recipient_refused_and_one_put_off_the_letter_waits()
    {
        var script = new SmtpScript().At("RCPT TO:<second@example.org>", "450 4.2.0 later").At("RCPT TO:<duban", "550 5.1.1 unknown");
        await using var server = new ScriptedSmtpServer(script);

        (await SubmitAsync(server, to: [SampleLetter.Office, Second])).Should().BeOfType<SmtpOutcome.Transient>();

        server.Commands.Should().NotContain("DATA");
    }

    [Fact]
    public async Task Words_in_GB18030_are_readable()
    {
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
        var act = new PeerAct(gbk.GetBytes("550 用户不存在：䲁𠮷\r\n"));
        await using var server = new ScriptedSmtpServer(new SmtpScript().At("RCPT", act));

        (await SubmitAsync(server)).Should().Be(new SmtpOutcome.Permanent(SmtpStage.Recipients, "550 用户不存在：䲁𠮷"));
    }

    [Theory]
    [InlineData("535 Error: authentication failed", null)]
    [InlineData("250 OK id=1kIQ3x-0006Vd-8A", "1kIQ3x-0006Vd-8A")]
    [InlineData("250 Mail OK queued as smtp1,DtGowAD3z6rJ5WFf,11 1600226403", "smtp1,DtGowAD3z6rJ5WFf,11")]
    [InlineData("250 2.0.0 08G3K3xx012345 Message accepted for delivery", "08G3K3xx012345")]
    public void The_queue_id_is_read_from_every_common_server(string reply, string? id) =>
        new SmtpReply(int.Parse(reply[..3]), [reply[4..]]).QueueId.Should().Be(id);

    [Fact]
    public void A_password_is_never_printed() =>
        new SmtpSettings("h", 465, MailSecurity.Tls, "u", "geheim").ToString().Should().NotContain("geheim");

    private static Task<SmtpOutcome> SubmitAsync(ScriptedSmtpServer server, IReadOnlyList<MailAddress>? to = null, bool login = true)
    {
        var settings = new SmtpSettings("127.0.0.1", server.Port, MailSecurity.None, login ? "officerbot@example.org" : null, "密码1");
        return new SmtpSubmission(settings, new ManualTime()).SubmitAsync(
            new Envelope(SampleLetter.Bot, to ?? [SampleLetter.Office], "weekly=2020+W38.r1"), MimeWriter.Write(SampleLetter.Report()), default);
    }
}
