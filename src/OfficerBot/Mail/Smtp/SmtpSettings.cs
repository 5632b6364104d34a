using System.Text;
using OfficerBot.Settings;

namespace OfficerBot.Mail.Smtp;

/// <summary>Which server takes our mail.</summary>
/// <param name="Host">The name that the server's certificate must carry.</param>
/// <param name="Port">465 or 994 for Tls, 587 or 25 for StartTls.</param>
/// <param name="Security">How the connection is kept private.</param>
/// <param name="User">Absent: no login, for a relay that knows us by our place.</param>
/// <param name="Password">Most Chinese providers want an authorization code (授权码) here, not the account's password.</param>
/// <param name="HelloName">What we call ourselves in EHLO; absent: our address as a literal (RFC 5321 §4.1.3).</param>
public sealed record SmtpSettings(
    string Host, int Port, MailSecurity Security, string? User = null, string? Password = null, string? HelloName = null)
{
    /// <summary>From the section as read; it must name a host.</summary>
    public static SmtpSettings Of(MailSection mail) => new(
        mail.Host ?? throw new ArgumentException("No mail host is set.", nameof(mail)), mail.Port, mail.Security, mail.User, mail.Password);

    // A record prints all it holds; this one must not.
    private bool PrintMembers(StringBuilder text)
    {
        text.Append($"Host = {Host}, Port = {Port}, Security = {Security}");
        return true;
    }
}
