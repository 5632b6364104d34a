using OfficerBot.Protocol.Authentication;
using OfficerBot.Protocol.Connector;

namespace OfficerBot.Settings;

/// <summary>The bot as it is registered with the Bot Framework. What is not set comes from <see cref="Cloud"/>.</summary>
/// <param name="AppId">Null: no channel can call, except anybody on this machine in sample mode.</param>
/// <param name="TenantId">The bot's own tenant; null for a bot of many tenants.</param>
/// <param name="TokenUrl">Where our own tokens come from; null: the cloud's address for the tenant.</param>
/// <param name="AllowedServiceUrls">Hosts called beside Microsoft's; loopback addresses exactly as written.</param>
/// <param name="Authentication">Whom to believe at the door.</param>
/// <param name="Certificate">Proves the app in the place of <paramref name="AppPassword"/>; null for none.</param>
/// <param name="ManagedIdentity">Proves it in the place of both; null for none.</param>
/// <param name="Proxy">The office's way out to channels, files, login and keys; null: channels and files directly, the rest as the environment says.</param>
public sealed record BotFrameworkSection(
    string? AppId, string? AppPassword, string? TenantId, Cloud Cloud, string? TokenUrl, IReadOnlyList<string> AllowedServiceUrls,
    AuthenticationSettings Authentication, CertificateFile? Certificate = null, IdentityEndpoint? ManagedIdentity = null,
    OutboundProxy? Proxy = null);
