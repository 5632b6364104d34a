using NodaTime;

namespace OfficerBot.Domain.Deliveries;

/// <summary>All mail stands still until a person mends the settings. One for the whole service, so there is one alarm.</summary>
/// <param name="Since">When it began.</param>
/// <param name="Reason">What to look at.</param>
/// <param name="Words">The server's own.</param>
/// <param name="SettingsMark">A hash of the mail settings, password included, that were tried and found wrong.</param>
public sealed record MailStop(Instant Since, MailStopReason Reason, string Words, string SettingsMark)
{
    /// <summary>True while the settings are still those that were found wrong.</summary>
    public bool Holds(string settingsMark) => settingsMark == SettingsMark;

    /// <summary>The stop that a halted delivery begins, to be stored and told once; null when it is known already.</summary>
    public static MailStop? Begin(MailStop? known, DeliveryState.Halted halted, string settingsMark) =>
        known is not null && known.Holds(settingsMark)
            ? null
            : new MailStop(halted.Since, halted.Reason, halted.Words, settingsMark);
}
