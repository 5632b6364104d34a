namespace OfficerBot.Mail.Smtp;

/// <summary>How the connection to the mail server is kept private.</summary>
public enum MailSecurity
{
    /// <summary>TLS from the first byte (ports 465 and 994).</summary>
    Tls,

    /// <summary>TLS after the STARTTLS command (ports 587 and 25); without it nothing is sent.</summary>
    StartTls,

    /// <summary>Plain; refused for any server that is not on this machine's loopback.</summary>
    None,
}
