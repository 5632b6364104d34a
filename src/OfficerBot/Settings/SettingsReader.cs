using NodaTime.Text;

namespace OfficerBot.Settings;

/// <summary>Reads and validates the settings. Every problem is reported at once; nothing starts while there is one.</summary>
public static class SettingsReader
{
    private static readonly Dictionary<string, string[]> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["DirectLine"] = ["Secret", "PreviousSecret", "AllowedOrigins", "TokenMinutes"],
        ["RateLimits"] = ["Enabled"],
        ["Metrics"] = ["Token"],
        ["Retention"] = ["ConversationHours", "UploadHours", "HandoutDays", "MessageDays"],
        ["Storage"] = ["Path"],
        ["Notices"] = ["Path"],
        ["Content"] = ["Path"],
        ["Mail"] = ["Host", "Port", "Security", "User", "Password", "From", "Folder"],
        ["Sample"] = ["Enabled", "Clock"],
        ["BotFramework"] = BotFrameworkReader.Keys,
    };

    /// <summary>Default address: loopback only.</summary>
    public const string DefaultUrls = "http://127.0.0.1:5080";

    /// <summary>Every setting there is, as <c>Section:Key</c>.</summary>
    public static IEnumerable<string> AllNames => ["Urls", "PublicUrl", "Proxies", .. Known.SelectMany(s => s.Value.Select(k => $"{s.Key}:{k}"))];

    /// <summary>The settings, or what is wrong with them, one sentence each in English for the operator.</summary>
    /// <param name="configuration">File, environment and command line, already merged.</param>
    /// <param name="baseFolder">Where the program's own <c>dialogs</c> and <c>deploy</c> lie.</param>
    public static (OfficerBotSettings? Settings, IReadOnlyList<string> Problems) Read(IConfiguration configuration, string baseFolder)
    {
        var problems = new List<string>();
        RefuseUnknown(configuration, problems);
        var read = new SettingValues(configuration, problems);
        var urls = read.Text("Urls") ?? read.Text("ASPNETCORE_URLS") ?? DefaultUrls;
        var storage = read.Text("Storage:Path") ?? Path.Combine("data", "officerbot.db");
        var sample = Sample(read, problems, urls);
        var settings = new OfficerBotSettings(
            urls,
            read.Url("PublicUrl"),
            new DirectLineSection(Secret(read, problems, "DirectLine:Secret"), read.List("DirectLine:AllowedOrigins"), read.Number("DirectLine:TokenMinutes", 30, 5, 1440))
            {
                PreviousSecret = Secret(read, problems, "DirectLine:PreviousSecret"),
            },
            read.Switch("RateLimits:Enabled", true),
            storage,
            read.Text("Notices:Path") ?? Path.Combine(baseFolder, "deploy", "notices"),
            read.Text("Content:Path") ?? Path.Combine(baseFolder, "dialogs"),
            Mail(read, problems, storage),
            sample,
            BotFrameworkReader.Read(read, problems, sample.Enabled))
        {
            Proxies = Proxies(read, problems),
            MetricsToken = Secret(read, problems, "Metrics:Token"),
            Retention = Retention(read),
        };
        if (!settings.Sample.Enabled && settings.Mail.Host is null && read.Text("Mail:Folder") is null)
        {
            problems.Add("Mail:Host is not set. Name the mail server, or a folder in Mail:Folder, or start with Sample:Enabled=true to try things out.");
        }

        return problems.Count == 0 ? (settings, problems) : (null, problems);
    }

    /// <summary>True when every address listened on is this machine only.</summary>
    public static bool IsLoopback(string urls) => urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .All(u => Uri.TryCreate(u, UriKind.Absolute, out var uri) && uri.IsLoopback);

    private static string? Secret(SettingValues read, List<string> problems, string key)
    {
        var secret = read.Text(key);
        if (secret is { Length: < 16 })
        {
            problems.Add($"{key} must have at least 16 characters; leave it out to do without.");
        }

        return secret;
    }

    private static IReadOnlyList<string> Proxies(SettingValues read, List<string> problems)
    {
        var proxies = read.List("Proxies");
        problems.AddRange(proxies.Where(p => !Wiring.Proxies.IsOne(p)).Select(p => $"Proxies names “{p}”; write addresses or networks, such as 10.1.2.3 or 10.1.0.0/16."));
        return proxies.Count > 0 ? proxies : Wiring.Proxies.Default;
    }

    private static RetentionSection Retention(SettingValues read) => new(
        read.Number("Retention:ConversationHours", 24, 0, 8760),
        read.Number("Retention:UploadHours", 24, 1, 8760),
        read.Number("Retention:HandoutDays", 7, 1, 3650),
        read.Number("Retention:MessageDays", 90, 1, 3650));

    private static MailSection Mail(SettingValues read, List<string> problems, string storage)
    {
        var security = read.Choice("Mail:Security", MailSecurity.Tls);
        var host = read.Text("Mail:Host");
        if (security == MailSecurity.None && host is not null && !IsLoopbackHost(host))
        {
            problems.Add("Mail:Security None is allowed for a mail server on this machine only. Allowed: Tls, StartTls.");
        }

        var from = read.Text("Mail:From");
        if (from is null && host is not null)
        {
            problems.Add("Mail:From is not set: the address reports are sent from, usually the same as Mail:User.");
        }

        var port = read.Number("Mail:Port", security == MailSecurity.StartTls ? 587 : 465, 1, 65535);
        var folder = read.Text("Mail:Folder") ?? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(storage))!, "mail");
        return new(host, port, security, read.Text("Mail:User"), read.Text("Mail:Password"), from ?? "officerbot@example.org", folder);
    }

    private static SampleSection Sample(SettingValues read, List<string> problems, string urls)
    {
        var isConfigured = read.Text("Mail:Host") is not null || read.Text("BotFramework:AppId") is not null
            || read.Text("Notices:Path") is not null || read.Text("PublicUrl") is not null;
        var enabled = read.Switch("Sample:Enabled", !isConfigured && IsLoopback(urls));
        if (enabled && !IsLoopback(urls))
        {
            problems.Add($"Sample:Enabled is allowed only while the service listens on this machine alone; Urls is {urls}.");
        }

        if (enabled && read.HasAny("Kestrel:Endpoints"))
        {
            problems.Add("Kestrel:Endpoints would listen beside Urls; with Sample:Enabled only Urls on this machine are allowed.");
        }

        var clock = read.Text("Sample:Clock") ?? "2020-09-16T08:30";
        var parsed = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(clock);
        if (!parsed.Success)
        {
            problems.Add($"Sample:Clock is “{clock}”; write it like 2020-09-16T08:30.");
        }

        return new(enabled, parsed.Success ? parsed.Value : default);
    }

    private static bool IsLoopbackHost(string host) =>
        host == "localhost" || (System.Net.IPAddress.TryParse(host, out var address) && System.Net.IPAddress.IsLoopback(address));

    private static void RefuseUnknown(IConfiguration configuration, List<string> problems)
    {
        foreach (var (section, keys) in Known)
        {
            var unknown = configuration.GetSection(section).GetChildren().Select(c => c.Key).Where(k => !keys.Contains(k, StringComparer.OrdinalIgnoreCase));
            problems.AddRange(unknown.Select(k => $"{section}:{k} is not a setting. Allowed in {section}: {string.Join(", ", keys)}."));
        }
    }
}
