using System.Net;
using OfficerBot.Protocol.Authentication;
using OfficerBot.Protocol.Connector;

namespace OfficerBot.Settings;

/// <summary>Reads the section <c>BotFramework</c>.</summary>
internal static class BotFrameworkReader
{
    /// <summary>Its settings.</summary>
    public static readonly string[] Keys =
    [
        "AppId", "AppPassword", "TenantId", "Cloud", "OpenIdMetadataUrl", "TokenIssuer", "TokenUrl", "AllowedServiceUrls", "Endorsements", "AllowedTenants",
        "AllowEmulator", "AllowedCallers", "EntraMetadataUrl", "EntraIssuers", "CallerId", "CertificatePath", "CertificatePassword", "ManagedIdentity",
        "ProxyUrl", "ProxyUser", "ProxyPassword",
    ];

    /// <summary>The section; what is wrong with it is added to the problems.</summary>
    /// <param name="isSample">Without an app id, sample mode takes anybody's word.</param>
    public static BotFrameworkSection Read(SettingValues read, List<string> problems, bool isSample)
    {
        var proxy = Proxy(read, problems);
        var cloud = Cloud.Of(read.Choice("BotFramework:Cloud", CloudName.Public));
        return new(
            AppId(read, problems),
            read.Text("BotFramework:AppPassword"),
            read.Text("BotFramework:TenantId"),
            cloud,
            TokenUrl(read, problems),
            ServiceUrls(read, problems),
            Authentication(read, problems, isSample, cloud) with { Proxy = proxy },
            Certificate(read),
            Identity(read, problems),
            proxy);
    }

    // Microsoft's clouds know bots by GUIDs alone; a channel of one's own signs for whatever it likes. What stands there instead may be a secret, so it is not repeated.
    private static string? AppId(SettingValues read, List<string> problems)
    {
        var id = read.Text("BotFramework:AppId");
        if (id is not null && !Guid.TryParseExact(id, "D", out _) && read.Text("BotFramework:OpenIdMetadataUrl") is null)
        {
            problems.Add("BotFramework:AppId is no GUID like 00000000-0000-0000-0000-000000000000: write the application id of the bot's registration"
                + " (other names are for a channel of your own, which OpenIdMetadataUrl names).");
        }

        return id;
    }

    private static OutboundProxy? Proxy(SettingValues read, List<string> problems)
    {
        var (user, password) = (read.Text("BotFramework:ProxyUser"), read.Text("BotFramework:ProxyPassword"));
        if (read.Text("BotFramework:ProxyUrl") is not { } text)
        {
            if (user is not null || password is not null)
            {
                problems.Add("BotFramework:ProxyUrl is not set; ProxyUser and ProxyPassword are for a proxy.");
            }

            return null;
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address is not { Scheme: "http", UserInfo: "", PathAndQuery: "/" })
        {
            problems.Add("BotFramework:ProxyUrl must be like http://proxy.example.org:3128, without a path; user and password are ProxyUser and ProxyPassword.");
            return null;
        }

        return new(address, user is null ? null : new NetworkCredential(user, password));
    }

    private static string? TokenUrl(SettingValues read, List<string> problems)
    {
        var text = read.Url("BotFramework:TokenUrl");
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback)
        {
            problems.Add($"BotFramework:TokenUrl is “{text}”; it must begin with https:// unless it is on this machine.");
        }

        return text;
    }

    private static IReadOnlyList<string> ServiceUrls(SettingValues read, List<string> problems)
    {
        var entries = read.List("BotFramework:AllowedServiceUrls");
        problems.AddRange(entries.Select(e => (Entry: e, Problem: ServiceUrlPolicy.ProblemOf(e))).Where(e => e.Problem is not null)
            .Select(e => $"BotFramework:AllowedServiceUrls names “{e.Entry}”; {e.Problem}."));
        return entries;
    }

    private static CertificateFile? Certificate(SettingValues read) =>
        read.Text("BotFramework:CertificatePath") is { } path ? new(path, read.Text("BotFramework:CertificatePassword")) : null;

    // App Service tells its programs by two variables where to ask; elsewhere the address is always the same.
    private static IdentityEndpoint? Identity(SettingValues read, List<string> problems)
    {
        if (!read.Switch("BotFramework:ManagedIdentity", false))
        {
            return null;
        }

        if (read.Text("BotFramework:AppPassword") is not null || read.Text("BotFramework:CertificatePath") is not null)
        {
            problems.Add("BotFramework:ManagedIdentity takes the place of AppPassword and CertificatePath; set one of the three.");
        }

        return Uri.TryCreate(read.Text("IDENTITY_ENDPOINT"), UriKind.Absolute, out var endpoint) && read.Text("IDENTITY_HEADER") is { } header
            ? new(endpoint, header)
            : new(ManagedIdentity.InstanceMetadata, null);
    }

    private static AuthenticationSettings Authentication(SettingValues read, List<string> problems, bool isSample, Cloud cloud)
    {
        var id = read.Text("BotFramework:AppId");
        var settings = new AuthenticationSettings
        {
            AppId = id,
            IsAnonymous = isSample && id is null,
            Channel = new(Metadata(read, problems, "BotFramework:OpenIdMetadataUrl", cloud.ChannelMetadata), [read.Text("BotFramework:TokenIssuer") ?? cloud.ChannelIssuer]),
            Entra = new(Metadata(read, problems, "BotFramework:EntraMetadataUrl", cloud.EntraMetadata), EntraIssuers(read, cloud)),
            CallerId = read.Text("BotFramework:CallerId") ?? cloud.CallerId,
            AllowEmulator = read.Switch("BotFramework:AllowEmulator", false),
            AllowedCallers = read.List("BotFramework:AllowedCallers"),
            AllowedTenants = read.List("BotFramework:AllowedTenants"),
            ServiceUrls = ServiceUrlPolicy.ForServices(read.List("BotFramework:AllowedServiceUrls")),
            Endorsements = read.Choice("BotFramework:Endorsements", EndorsementRule.Require),
        };
        if ((settings.AllowEmulator || settings.AllowedCallers.Count > 0) && settings.Entra.Names.Count == 0)
        {
            problems.Add("BotFramework:EntraIssuers is not set; this cloud has none by itself, and AllowEmulator and AllowedCallers need them.");
        }

        return settings;
    }

    private static IReadOnlyList<string> EntraIssuers(SettingValues read, Cloud cloud) =>
        read.List("BotFramework:EntraIssuers") is { Count: > 0 } set ? set : cloud.EntraIssuersOf(read.Text("BotFramework:TenantId"));

    // Whoever can change these documents on their way can sign as anybody.
    private static Uri Metadata(SettingValues read, List<string> problems, string key, string otherwise)
    {
        var text = read.Url(key) ?? otherwise;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback))
        {
            return address;
        }

        if (address is not null)
        {
            problems.Add($"{key} is “{text}”; it must begin with https:// unless it is on this machine.");
        }

        return new(otherwise);
    }
}
