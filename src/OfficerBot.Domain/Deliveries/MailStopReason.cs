namespace OfficerBot.Domain.Deliveries;

/// <summary>Why no mail can go out at all.</summary>
public enum MailStopReason
{
    /// <summary>The login is wrong; trying again locks the account.</summary>
    Login = 0,

    /// <summary>Host, port, security, certificate or sender is wrong.</summary>
    Settings = 1,
}
