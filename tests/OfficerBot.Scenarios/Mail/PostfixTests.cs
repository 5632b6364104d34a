using System.Security.Cryptography;
using System.Text.Json;
using OfficerBot.Documents.Mail;
using OfficerBot.Mail;
using OfficerBot.Mail.Smtp;
using OfficerBot.Mailing;
using OfficerBot.Settings;

namespace OfficerBot.Scenarios.Mail;

/// <summary>A report letter through a real mail server, read back by Python.</summary>
public sealed class PostfixTests(PostfixFixture postfix) : IClassFixture<PostfixFixture>
{
    [Theory]
    [InlineData(MailSecurity.Tls)]
    [InlineData(MailSecurity.StartTls)]
    public async Task A_report_arrives_whole_over_TLS_and_the_proof_is_the_servers_own(MailSecurity security)
    {
        var letter = SampleLetter.Report($"report.{security}.r1@bot.example.org");
        var bytes = MimeWriter.Write(letter);
        bytes.Length.Should().BeGreaterThan(137_000);

        var outcome = await SubmitAsync(postfix.Settings(security), letter);

        var accepted = outcome.Should().BeOfType<SmtpOutcome.Accepted>(outcome.Words).Subject;
        var stored = await postfix.MessageAsync(letter.MessageId);
        stored.Recipient.Should().Be("duban@example.org");
        stored.QueueId.Should().NotBeEmpty().And.Be(accepted.QueueId);
        postfix.Log().Should().Contain($"{accepted.QueueId}: message-id=<{letter.MessageId}>");
        stored.Header("Received").Should().Contain("TLSv1.3");
        AssertSame(await PythonLetter.ReadAsync(stored.Bytes), letter);
    }

    [Fact]
    public async Task A_wrong_password_is_told_in_the_servers_words_and_tried_once()
    {
        var outcome = await SubmitAsync(postfix.Settings(MailSecurity.Tls) with { Password = "wrong" }, SampleLetter.Report());

        outcome.Should().BeOfType<SmtpOutcome.AuthFailed>().Which.Words.Should().StartWith("535 5.7.8");
        postfix.Log().Split('\n').Count(line => line.Contains("authentication failed")).Should().Be(1);
    }

    [Fact]
    public async Task A_sender_that_is_not_the_account_is_a_wrong_setting()
    {
        var envelope = new Envelope(MailAddress.Parse("someone@example.org"), [SampleLetter.Office], "a");

        var outcome = await SubmitAsync(postfix.Settings(MailSecurity.Tls), SampleLetter.Report(), envelope);

        outcome.Should().BeOfType<SmtpOutcome.ConfigError>().Which.Mistake.Should().Be(SmtpMistake.SenderIsNotTheAccount);
    }

    [Theory]
    [InlineData("unknown@example.org")]
    [InlineData("anyone@elsewhere.example")]
    public async Task A_recipient_who_does_not_exist_is_refused_for_good(string recipient)
    {
        var envelope = new Envelope(SampleLetter.Bot, [MailAddress.Parse(recipient)], "a");

        (await SubmitAsync(postfix.Settings(MailSecurity.StartTls), SampleLetter.Report(), envelope))
            .Should().BeOfType<SmtpOutcome.Permanent>().Which.Words.Should().StartWith("550 5.1.1");
    }

    [Theory]
    [InlineData(465, MailSecurity.StartTls, SmtpMistake.PortAndSecurityDisagree)]
    [InlineData(587, MailSecurity.Tls, SmtpMistake.PortAndSecurityDisagree)]
    public async Task Port_and_security_that_disagree_are_a_wrong_setting(int port, MailSecurity security, SmtpMistake mistake)
    {
        var settings = postfix.Settings(security) with { Port = port };
        var time = new ManualTime();

        var sending = new SmtpSubmission(settings, time).SubmitAsync(Envelope("a"), "x"u8.ToArray(), default);
        await Task.WhenAny(sending, time.Awaiting(TimeSpan.FromSeconds(10)));
        time.Advance(TimeSpan.FromSeconds(10));

        (await sending).Should().BeOfType<SmtpOutcome.ConfigError>().Which.Mistake.Should().Be(mistake);
    }

    [Fact]
    public async Task While_the_server_is_down_letters_wait_and_after_each_restart_they_arrive_once()
    {
        await using var server = PostfixFixture.At("127.0.0.27");
        var letter = SampleLetter.Report("report.down.r1@bot.example.org");

        (await SubmitAsync(server.Settings(MailSecurity.Tls), letter)).Should().BeOfType<SmtpOutcome.Transient>();
        await server.StartAsync();
        (await SubmitAsync(server.Settings(MailSecurity.Tls), letter)).Should().BeOfType<SmtpOutcome.Accepted>();
        await server.MessageAsync(letter.MessageId);
        await server.StopAsync();
        (await SubmitAsync(server.Settings(MailSecurity.Tls), letter)).Should().BeOfType<SmtpOutcome.Transient>();

        server.Messages().Should().ContainSingle();
        await server.StartAsync();
        var later = SampleLetter.Report("report.restarted.r1@bot.example.org");
        (await SubmitAsync(server.Settings(MailSecurity.StartTls), later)).Should().BeOfType<SmtpOutcome.Accepted>();
        await server.MessageAsync(later.MessageId);
        server.Messages().Should().HaveCount(2, "the mailbox outlives the server");
    }

    private static void AssertSame(JsonElement seen, Letter letter)
    {
        seen.GetProperty("defects").GetArrayLength().Should().Be(0, seen.GetProperty("defects").ToString());
        seen.GetProperty("headers").GetProperty("subject").GetString().Should().Be(letter.Subject);
        seen.GetProperty("from")[0][0].GetString().Should().Be(letter.From.Name);
        seen.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("name").GetString())
            .Should().Equal(letter.Attachments.Select(file => file.FileName));
        seen.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("sha256").GetString())
            .Should().Equal(letter.Attachments.Select(file => Convert.ToHexStringLower(SHA256.HashData(file.Content.Span))));
    }

    private static Task<SmtpOutcome> SubmitAsync(SmtpSettings settings, Letter letter, Envelope? envelope = null) =>
        new SmtpSubmission(settings, new ManualTime()).SubmitAsync(envelope ?? Envelope(letter.MessageId), MimeWriter.Write(letter), default);

    private static Envelope Envelope(string id) => new(SampleLetter.Bot, [SampleLetter.Office], id);
}
