using System.Security.Authentication;
using OfficerBot.Settings;

namespace OfficerBot.Mail.Smtp;

/// <summary>
/// Mail submission (RFC 6409) over the framework's own sockets and TLS, because System.Net.Mail has no implicit TLS and
/// tells neither queue ids nor how far it got (src/DECISIONS.md). One letter a connection: Chinese providers count letters
/// per connection. The authorities trusted are the machine's; a private one is added with SSL_CERT_FILE or SSL_CERT_DIR.
/// </summary>
/// <param name="settings">Which server.</param>
/// <param name="time">Machine time, for the time-outs.</param>
/// <param name="timeouts">Absent: the defaults.</param>
public sealed class SmtpSubmission(SmtpSettings settings, TimeProvider time, SmtpTimeouts? timeouts = null) : IMailSubmission
{
    private static readonly int[] TlsPorts = [465, 994];

    public async Task<SmtpOutcome> SubmitAsync(Envelope envelope, ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        var body = SmtpBody.Encode(message.Span);
        await using var line = new SmtpLine(settings, timeouts ?? new SmtpTimeouts(), time, cancellationToken);
        try
        {
            return await new SmtpSession(line, settings, envelope, body).RunAsync();
        }
        catch (AuthenticationException refused)
        {
            return TlsRefused(line, refused);
        }
        catch (TimeoutException late) when (line.Stage == SmtpStage.Greeting && IsTlsPortSpokenToPlainly)
        {
            return new SmtpOutcome.ConfigError(line.Stage, SmtpMistake.PortAndSecurityDisagree, late.Message);
        }
        catch (Exception broken)
        {
            // Whatever broke, the outbox must learn whether the server may have the letter.
            return SmtpVerdict.Broken(line.Stage, broken.Message);
        }
    }

    private bool IsTlsPortSpokenToPlainly => settings.Security != MailSecurity.Tls && TlsPorts.Contains(settings.Port);

    private static SmtpOutcome.ConfigError TlsRefused(SmtpLine line, AuthenticationException refused) =>
        line.CertificateTrouble is { } trouble
            ? new SmtpOutcome.ConfigError(line.Stage, SmtpMistake.Certificate, trouble)
            : new SmtpOutcome.ConfigError(line.Stage, SmtpMistake.PortAndSecurityDisagree, refused.Message);
}
