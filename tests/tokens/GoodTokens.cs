using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace OfficerBot.Tokens;

/// <summary>Tokens that must pass.</summary>
public static class GoodTokens
{
    public static IReadOnlyList<TokenCase> Of(TokenForge forge, string text) =>
    [
        Case("a channel's token", forge.Token(), text),
        Case("of a second key", forge.Token(key: TokenForge.Second), text),
        Case("for several audiences", forge.Token(c => c["aud"] = new JsonArray("other", TokenForge.AppId)), text),
        Case("with the app id in capitals", forge.Token(c => c["aud"] = TokenForge.AppId.ToUpperInvariant()), text),
        Case("4 minutes after its end", forge.Token(c => c["exp"] = forge.Now - 240), text),
        Case("4 minutes before its beginning", forge.Token(c => c["nbf"] = forge.Now + 240), text),
        Case("signed as RS384, which is announced", TokenForge.Compact(TokenForge.Header("k1", "RS384"), forge.Claims(), TokenForge.First.Signer(HashAlgorithmName.SHA384)), text),
        Case("whose serviceurl lacks the last slash", forge.Token(c => c["serviceurl"] = TokenForge.ServiceUrl[..^1]), text),
        Case("for a channel within a channel", forge.Token(), text, a => a["channelId"] = "msteams:copilot"),
        new("with the scheme in small letters", null, ["bearer " + forge.Token()], TokenForge.Message(text)),
        Case("of the emulator", forge.EntraToken("2.0", TokenForge.AppId), text, a => a["serviceUrl"] = "http://localhost:50123"),
        Case("of the emulator, first version", forge.EntraToken("1.0", TokenForge.AppId), text, a => a["serviceUrl"] = "http://127.0.0.1:50123/"),
        Case("of a channel that has moved to Entra", forge.EntraToken("2.0", TokenForge.AllowedCaller), text),
    ];

    private static TokenCase Case(string name, string token, string text, Action<JsonObject>? change = null)
    {
        var activity = TokenForge.Message(text);
        change?.Invoke(activity);
        return new(name, null, ["Bearer " + token], activity);
    }
}
