using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace OfficerBot.Tokens;

/// <summary>
/// Writes tokens by hand, so that the judge shares no code with the judged: good ones of a channel, an emulator, an Entra caller, and any change to them.
/// </summary>
public sealed class TokenForge(DateTimeOffset now)
{
    public const string AppId = "5c0ffee0-aaaa-4bbb-8ccc-0123456789ab";
    public const string AllowedCaller = "0a11cafe-1111-4222-8333-444455556666";
    public const string Tenant = "7e4a47aa-0000-4000-8000-00000000beef";
    public const string ChannelIssuer = "https://api.botframework.com";
    public const string ServiceUrl = "https://smba.trafficmanager.net/emea/";

    /// <summary>Published by the channel's issuer.</summary>
    public static readonly PublishedKey First = new("k1") { Endorsements = ["msteams", "directline"] };
    public static readonly PublishedKey Second = new("k2") { Endorsements = ["msteams"], Use = "sig", Algorithm = "RS256" };
    public static readonly PublishedKey ForWebChat = new("webchat") { Endorsements = ["webchat"] };
    public static readonly PublishedKey ForNobody = new("bare");
    public static readonly PublishedKey ForSecrets = new("secrets") { Endorsements = ["msteams"], Use = "enc" };
    public static readonly PublishedKey Weak = new("weak", 1024) { Endorsements = ["msteams"] };

    /// <summary>Published by Entra.</summary>
    public static readonly PublishedKey Entra = new("e1") { Use = "sig" };

    /// <summary>Published by nobody.</summary>
    public static readonly PublishedKey Foreign = new("k1");

    /// <summary>Unix seconds.</summary>
    public long Now => now.ToUnixTimeSeconds();

    public static string OldEntraIssuer => $"https://sts.windows.net/{Tenant}/";

    public static string EntraIssuer => $"https://login.microsoftonline.com/{Tenant}/v2.0";

    /// <summary>Lets a server publish what the forge signs with.</summary>
    public static void Publish(KeyServer server)
    {
        server.Keys["channel"] = [First, Second, ForWebChat, ForNobody, ForSecrets, Weak];
        server.Keys["entra"] = [Entra];
        server.Algorithms = ["RS256", "RS384", "PS256"]; // the last one we do not take all the same
    }

    /// <summary>The settings of a service that believes the forge, as on the command line.</summary>
    public static IReadOnlyList<string> Arguments(KeyServer server) =>
    [
        "--BotFramework:AppId", AppId, "--BotFramework:OpenIdMetadataUrl", server.MetadataOf("channel").ToString(), "--BotFramework:TokenIssuer", ChannelIssuer,
        "--BotFramework:EntraMetadataUrl", server.MetadataOf("entra").ToString(), "--BotFramework:EntraIssuers:0", OldEntraIssuer,
        "--BotFramework:EntraIssuers:1", EntraIssuer, "--BotFramework:AllowEmulator", "true", "--BotFramework:AllowedCallers:0", AllowedCaller,
        "--BotFramework:AllowedTenants:0", Tenant,
    ];

    /// <summary>What a channel's token says.</summary>
    public JsonObject Claims() => new()
    {
        ["serviceurl"] = ServiceUrl, ["nbf"] = Now, ["exp"] = Now + 3600, ["iss"] = ChannelIssuer, ["aud"] = AppId,
    };

    /// <summary>What an Entra token says.</summary>
    /// <param name="caller">Who calls; the emulator calls as the bot itself.</param>
    public JsonObject EntraClaims(string version, string caller) => new()
    {
        ["iss"] = version == "1.0" ? OldEntraIssuer : EntraIssuer, ["aud"] = AppId, ["nbf"] = Now, ["exp"] = Now + 3600, ["tid"] = Tenant, ["ver"] = version,
        [version == "1.0" ? "appid" : "azp"] = caller,
    };

    /// <summary>A header that names a key.</summary>
    public static JsonObject Header(string? key, string algorithm = "RS256")
    {
        var header = new JsonObject { ["typ"] = "JWT", ["alg"] = algorithm };
        if (key is not null)
        {
            header["kid"] = key;
        }

        return header;
    }

    /// <summary>A channel's token, with changes.</summary>
    public string Token(Action<JsonObject>? claims = null, Action<JsonObject>? header = null, PublishedKey? key = null)
    {
        var (head, body) = (Header((key ?? First).Id), Claims());
        claims?.Invoke(body);
        header?.Invoke(head);
        return Compact(head, body, (key ?? First).Signer(HashAlgorithmName.SHA256));
    }

    /// <summary>An Entra token, with changes.</summary>
    public string EntraToken(string version, string caller, Action<JsonObject>? claims = null)
    {
        var body = EntraClaims(version, caller);
        claims?.Invoke(body);
        return Compact(Header(Entra.Id), body, Entra.Signer(HashAlgorithmName.SHA256));
    }

    /// <summary>The compact form.</summary>
    public static string Compact(JsonObject header, JsonObject claims, Func<byte[], byte[]> sign) => Compact(header.ToJsonString(), claims.ToJsonString(), sign);

    /// <summary>The compact form of any two texts.</summary>
    public static string Compact(string header, string claims, Func<byte[], byte[]> sign)
    {
        var signed = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}";
        return $"{signed}.{Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    /// <summary>A message in Teams as the channel posts it.</summary>
    public static JsonObject Message(string text) => new()
    {
        ["type"] = "message", ["id"] = Guid.NewGuid().ToString("N"), ["channelId"] = "msteams", ["serviceUrl"] = ServiceUrl, ["text"] = text,
        ["from"] = new JsonObject { ["id"] = "29:1abc" }, ["recipient"] = new JsonObject { ["id"] = $"28:{AppId}" },
        ["conversation"] = new JsonObject { ["id"] = "a:1", ["tenantId"] = Tenant }, ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant } },
        ["callerId"] = "urn:botframework:azure", ["deliveryMode"] = "expectReplies",
    };
}
