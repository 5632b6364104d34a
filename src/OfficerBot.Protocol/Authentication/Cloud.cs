namespace OfficerBot.Protocol.Authentication;

/// <summary>
/// The fixed addresses of one of Microsoft's clouds. Every one can be replaced by a setting, since private clouds and tests have others.
/// Source: the Bot Framework's authentication reference and the constants of its SDKs.
/// </summary>
/// <param name="ChannelIssuer">Issuer of the tokens channels bring, compared letter by letter.</param>
/// <param name="ChannelMetadata">Where their keys are announced.</param>
/// <param name="EntraMetadata">Where the keys of Entra tokens are announced.</param>
/// <param name="EntraIssuers">Issuers of Entra tokens; <c>{0}</c> stands for a tenant. Empty: they have to be set.</param>
/// <param name="EntraTenants">Tenants whose tokens are accepted beside the bot's own.</param>
/// <param name="LoginUrl">Where our own tokens come from: <c>{LoginUrl}{tenant}/oauth2/v2.0/token</c>.</param>
/// <param name="LoginTenant">Tenant of bots that name none.</param>
/// <param name="Scope">Scope of our own tokens.</param>
/// <param name="CallerId">Set on activities that channels bring; none is defined for China.</param>
public sealed record Cloud(
    string ChannelIssuer,
    string ChannelMetadata,
    string EntraMetadata,
    IReadOnlyList<string> EntraIssuers,
    IReadOnlyList<string> EntraTenants,
    string LoginUrl,
    string LoginTenant,
    string Scope,
    string? CallerId)
{
    /// <summary>The public cloud.</summary>
    public static Cloud Public { get; } = new(
        "https://api.botframework.com",
        "https://login.botframework.com/v1/.well-known/openidconfiguration",
        "https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration",
        ["https://sts.windows.net/{0}/", "https://login.microsoftonline.com/{0}/v2.0"],
        ["d6d49420-f39b-4df7-a1dc-d59a935871db", "f8cdef31-a31e-4b4a-93e4-5f571e91255a", "69e9b82d-4842-4902-8d1e-abc5b98a55e8"],
        "https://login.microsoftonline.com/",
        "botframework.com",
        "https://api.botframework.com/.default",
        "urn:botframework:azure");

    /// <summary>US Government.</summary>
    public static Cloud UsGov { get; } = new(
        "https://api.botframework.us",
        "https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
        "https://login.microsoftonline.us/cab8a31a-1906-4287-a0d8-4eef66b95f6e/v2.0/.well-known/openid-configuration",
        ["https://sts.windows.net/{0}/", "https://login.microsoftonline.us/{0}/v2.0"],
        ["cab8a31a-1906-4287-a0d8-4eef66b95f6e"],
        "https://login.microsoftonline.us/",
        "MicrosoftServices.onmicrosoft.us",
        "https://api.botframework.us/.default",
        "urn:botframework:azureusgov");

    /// <summary>China. Issuers of Entra tokens are the own tenant's and have to be set.</summary>
    public static Cloud China { get; } = new(
        "https://api.botframework.azure.cn",
        "https://login.botframework.azure.cn/v1/.well-known/openidconfiguration",
        "https://login.partner.microsoftonline.cn/a55a4d5b-9241-49b1-b4ff-befa8db00269/v2.0/.well-known/openid-configuration",
        [],
        [],
        "https://login.partner.microsoftonline.cn/",
        "microsoftservices.partner.onmschina.cn",
        "https://api.botframework.azure.cn/.default",
        null);

    /// <summary>The cloud of that name.</summary>
    public static Cloud Of(CloudName name) => name switch
    {
        CloudName.UsGov => UsGov,
        CloudName.China => China,
        _ => Public,
    };

    /// <summary>All issuers of Entra tokens, the own tenant's included.</summary>
    /// <param name="ownTenant">The bot's tenant, or null.</param>
    public IReadOnlyList<string> EntraIssuersOf(string? ownTenant)
    {
        IEnumerable<string> tenants = ownTenant is null ? EntraTenants : [.. EntraTenants, ownTenant];
        return [.. tenants.SelectMany(_ => EntraIssuers, (tenant, issuer) => string.Format(CultureInfo.InvariantCulture, issuer, tenant)).Distinct()];
    }
}
