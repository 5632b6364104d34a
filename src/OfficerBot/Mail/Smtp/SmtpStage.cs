namespace OfficerBot.Mail.Smtp;

/// <summary>How far an attempt got.</summary>
public enum SmtpStage
{
    Connect,
    Tls,
    Greeting,
    Hello,
    StartTls,
    Login,
    Sender,
    Recipients,
    Data,
    Body,

    /// <summary>The final dot is, or may be, out, and its answer is not in: only here can a letter be taken without our knowing.</summary>
    FinalDot,
}
