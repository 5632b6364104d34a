namespace OfficerBot.Settings;

/// <summary>All settings, read once at start by <see cref="SettingsReader"/>. Names as in <c>deploy/appsettings.example.json</c>.</summary>
/// <param name="Urls">Where the service listens, for example <c>http://127.0.0.1:5080</c>; several separated by semicolons.</param>
/// <param name="PublicUrl">How browsers reach it from outside, or null: as they asked.</param>
public sealed record OfficerBotSettings(
    string Urls,
    string? PublicUrl,
    DirectLineSection DirectLine,
    bool RateLimits,
    string StoragePath,
    string NoticesPath,
    string ContentPath,
    MailSection Mail,
    SampleSection Sample,
    BotFrameworkSection BotFramework)
{
    /// <summary>The folder that holds all data: the one of <see cref="StoragePath"/>.</summary>
    public string DataFolder => Path.GetDirectoryName(Path.GetFullPath(StoragePath))!;

    /// <summary>Proxies, as addresses or networks, whose X-Forwarded headers are believed.</summary>
    public IReadOnlyList<string> Proxies { get; init; } = [];

    /// <summary>Who shows it may read the metrics; null: only who asks from this machine.</summary>
    public string? MetricsToken { get; init; }

    /// <summary>How long what is no longer needed is kept.</summary>
    public RetentionSection Retention { get; init; } = new(24, 24, 7, 90);
}

/// <summary>The embedded Direct Line endpoint.</summary>
/// <param name="Secret">Master key; null = made once into the data folder.</param>
/// <param name="AllowedOrigins">Pages of other sites that may call it; none by default.</param>
/// <param name="TokenMinutes">Life of a token, 5 to 1440; the official client refreshes every 15 minutes, so less than 16 breaks it.</param>
public sealed record DirectLineSection(string? Secret, IReadOnlyList<string> AllowedOrigins, int TokenMinutes)
{
    /// <summary>The secret of before, accepted while clients change over; null when there is none.</summary>
    public string? PreviousSecret { get; init; }
}

/// <summary>How long what is no longer needed is kept, by machine time.</summary>
/// <param name="ConversationHours">A Direct Line conversation without a message and without an open window is over after this; 0 = never. Group rooms stay.</param>
/// <param name="UploadHours">A file somebody sent that became part of nothing.</param>
/// <param name="HandoutDays">A file the bot handed out that is part of no report.</param>
/// <param name="MessageDays">The text of messages that were sent.</param>
public sealed record RetentionSection(int ConversationHours, int UploadHours, int HandoutDays, int MessageDays);

/// <summary>How a connection to the mail server is protected.</summary>
public enum MailSecurity
{
    /// <summary>Implicit TLS, usually port 465.</summary>
    Tls,

    /// <summary>STARTTLS, usually port 587; never falls back.</summary>
    StartTls,

    /// <summary>None; refused unless the host is loopback.</summary>
    None,
}

/// <summary>The mail server, or a folder in its place.</summary>
/// <param name="Host">Null = mail goes to <paramref name="Folder"/>.</param>
/// <param name="From">The one address reports come from; its display name is the unit's.</param>
/// <param name="Folder">Where mail is put when there is no host, and always in sample mode.</param>
public sealed record MailSection(string? Host, int Port, MailSecurity Security, string? User, string? Password, string From, string Folder);

/// <summary>Sample mode: a visitor of the page picks who to be. Only on loopback.</summary>
/// <param name="Enabled">Set, or true while nothing is configured.</param>
/// <param name="Clock">Local office time a new sample starts at.</param>
public sealed record SampleSection(bool Enabled, NodaTime.LocalDateTime Clock);
