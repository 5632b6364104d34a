using System.Security.Cryptography.X509Certificates;
using OfficerBot.Documents.Mail;
using OfficerBot.Mail;
using OfficerBot.Mail.Smtp;
using OfficerBot.Mailing;
using OfficerBot.Settings;

namespace OfficerBot.Tests.Mail;

/// <summary>Nothing is said in the clear, and nothing to a stranger; each refusal names the setting to look at.</summary>
public sealed class SmtpTlsTests
{
    private static readonly X509Certificate2 Good = TestAuthority.Trusted.Issue("127.0.0.1");

    [Theory]
    [InlineData(true, MailSecurity.Tls)]
    [InlineData(false, MailSecurity.StartTls)]
    public async Task A_letter_goes_over_TLS(bool fromTheStart, MailSecurity security)
    {
        await using var server = new ScriptedSmtpServer(new SmtpScript { Certificate = Good, IsTlsFromTheStart = fromTheStart });

        var outcome = await SubmitAsync(server, security);

        outcome.Should().BeOfType<SmtpOutcome.Accepted>(outcome.Words);

        server.Commands.Should().Contain(line => line.StartsWith("AUTH PLAIN"));
    }

    [Fact]
    public async Task A_certificate_of_an_unknown_authority_is_refused() =>
        await RefusedAsync(new SmtpScript { Certificate = TestAuthority.Stranger.Issue("127.0.0.1"), IsTlsFromTheStart = true },
            MailSecurity.Tls, SmtpMistake.Certificate);

    [Fact]
    public async Task A_certificate_for_another_host_is_refused() =>
        await RefusedAsync(new SmtpScript { Certificate = TestAuthority.Trusted.Issue("smtp.example.org") },
            MailSecurity.StartTls, SmtpMistake.Certificate);

    [Fact]
    public async Task TLS_spoken_to_a_plain_port_names_port_and_security() =>
        await RefusedAsync(new SmtpScript { Certificate = Good }, MailSecurity.Tls, SmtpMistake.PortAndSecurityDisagree);

    [Fact]
    public async Task Without_STARTTLS_on_offer_nothing_is_said() =>
        await RefusedAsync(new SmtpScript(), MailSecurity.StartTls, SmtpMistake.NoTlsOffered);

    [Fact]
    public async Task Bytes_slipped_in_behind_the_answer_to_STARTTLS_are_refused() =>
        await RefusedAsync(new SmtpScript { Certificate = Good }.At("STARTTLS", "220 go\r\n250-mx\r\n250 AUTH PLAIN"),
            MailSecurity.StartTls, SmtpMistake.BytesBeforeTls);

    [Fact]
    public async Task A_server_without_a_login_we_speak_is_a_wrong_setting() =>
        await RefusedAsync(new SmtpScript { Certificate = Good, IsTlsFromTheStart = true, Offers = ["AUTH CRAM-MD5"] },
            MailSecurity.Tls, SmtpMistake.NoLoginOffered);

    [Fact]
    public async Task A_STARTTLS_that_is_put_off_is_waited_for()
    {
        await using var server = new ScriptedSmtpServer(new SmtpScript { Certificate = Good }.At("STARTTLS", "454 4.7.0 not now"));

        (await SubmitAsync(server, MailSecurity.StartTls)).Should().BeOfType<SmtpOutcome.Transient>();
    }

    [Fact]
    public async Task A_handshake_that_breaks_off_is_tried_again()
    {
        await using var server = new ScriptedSmtpServer(new SmtpScript { Certificate = Good }.At("STARTTLS", PeerAct.SayThenDrop("220 go")));

        (await SubmitAsync(server, MailSecurity.StartTls)).Should().BeOfType<SmtpOutcome.Transient>();
    }

    private static async Task RefusedAsync(SmtpScript script, MailSecurity security, SmtpMistake mistake)
    {
        await using var server = new ScriptedSmtpServer(script);

        var outcome = await SubmitAsync(server, security);

        outcome.Should().BeOfType<SmtpOutcome.ConfigError>().Which.Mistake.Should().Be(mistake);
        server.Commands.Should().NotContain(line => line.StartsWith("AUTH") || line.StartsWith("MAIL"));
    }

    private static Task<SmtpOutcome> SubmitAsync(ScriptedSmtpServer server, MailSecurity security)
    {
        var settings = new SmtpSettings("127.0.0.1", server.Port, security, "officerbot@example.org", "secret");
        return new SmtpSubmission(settings, new ManualTime()).SubmitAsync(
            new Envelope(SampleLetter.Bot, [SampleLetter.Office], "a"), MimeWriter.Write(SampleLetter.Report(fileBytes: 10)), default);
    }
}
