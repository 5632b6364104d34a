namespace OfficerBot.Mail.Smtp;

/// <summary>Which setting is wrong.</summary>
public enum SmtpMistake
{
    /// <summary>端口与加密方式不符: TLS spoken to a plain port, or waiting in vain for a greeting on a TLS port.</summary>
    PortAndSecurityDisagree,

    /// <summary>Unknown authority, other host name, or out of date; there is no falling back.</summary>
    Certificate,

    /// <summary>STARTTLS is asked for and the server, or someone on the way, does not offer it.</summary>
    NoTlsOffered,

    /// <summary>Bytes came between the answer to STARTTLS and the handshake: someone on the way forges answers.</summary>
    BytesBeforeTls,

    /// <summary>Security None and a server that is not on loopback.</summary>
    PlainOnlyOnLoopback,

    /// <summary>A user is set and the server offers neither PLAIN nor LOGIN.</summary>
    NoLoginOffered,

    /// <summary>Mail:From is not the account's own address.</summary>
    SenderIsNotTheAccount,
}
