using System.Text;
using OfficerBot.Mail;
using OfficerBot.Mail.Smtp;
using OfficerBot.Mailing;
using OfficerBot.Settings;

namespace OfficerBot.Tests.Mail;

public sealed class SmtpBodyTests
{
    [Theory]
    [InlineData("a\r\nb\r\n", "a\r\nb\r\n")]
    [InlineData("no end", "no end\r\n")]
    [InlineData(".\r\n..\r\n.a\r\na.\r\n", ".\r\n..\r\n.a\r\na.\r\n")]
    [InlineData("a\n.\nb", "a\r\n.\r\nb\r\n")]
    [InlineData("a\r.\rb", "a\r\n.\r\nb\r\n")]
    [InlineData("a\r\n.\nQUIT\n", "a\r\n.\r\nQUIT\r\n")]
    [InlineData("a\n\r\nb", "a\r\n\r\nb\r\n")]
    [InlineData("\r\n.\r\n", "\r\n.\r\n")]
    [InlineData("", "")]
    public async Task A_body_arrives_with_whole_line_ends_and_ends_once(string sent, string arrived)
    {
        await using var server = new ScriptedSmtpServer(new SmtpScript());
        var mailer = new SmtpSubmission(new SmtpSettings("127.0.0.1", server.Port, MailSecurity.None), new ManualTime());

        var outcome = await mailer.SubmitAsync(
            new Envelope(SampleLetter.Bot, [SampleLetter.Office], "a"), Encoding.ASCII.GetBytes(sent), default);

        outcome.Should().BeOfType<SmtpOutcome.Accepted>();
        server.Taken.Should().ContainSingle().Which.Text.Should().Be(arrived);
        server.Commands.Should().ContainSingle(line => line == "QUIT");
    }
}
