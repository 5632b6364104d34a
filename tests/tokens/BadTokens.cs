using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace OfficerBot.Tokens;

/// <summary>Requests that must not pass, each with one thing wrong. Those of section 4 of the reliability notes, and more.</summary>
public sealed class BadTokens
{
    private readonly List<TokenCase> _all = [];
    private readonly TokenForge _forge;
    private readonly string _text;

    private BadTokens(TokenForge forge, string text) => (_forge, _text) = (forge, text);

    /// <param name="text">What each of them wants to say.</param>
    public static IReadOnlyList<TokenCase> Of(TokenForge forge, string text)
    {
        var bad = new BadTokens(forge, text);
        bad.AddHeaders();
        bad.AddForms();
        bad.AddAlgorithms();
        bad.AddKeys();
        bad.AddSignatures();
        bad.AddClaims();
        bad.AddTimes();
        bad.AddActivities();
        bad.AddEntra();
        return bad._all;
    }

    private void Add(string name, string reason, string token, Action<JsonObject>? change = null) => AddRaw(name, reason, ["Bearer " + token], change);

    private void AddRaw(string name, string reason, string[] headers, Action<JsonObject>? change = null)
    {
        var activity = TokenForge.Message(_text);
        change?.Invoke(activity);
        _all.Add(new(name, reason, headers, activity));
    }

    private void AddHeaders()
    {
        var good = _forge.Token();
        AddRaw("without authorization", "no-token", []);
        AddRaw("a scheme and nothing else", "no-token", ["Bearer"]);
        AddRaw("another scheme", "not-bearer", ["Basic " + good]);
        AddRaw("two headers", "several-authorizations", ["Bearer " + good, "Bearer " + good]);
        AddRaw("two tokens in one header", "not-a-token", [$"Bearer {good}, Bearer {good}"]);
        Add("longer than 4 KB", "too-long", _forge.Token(c => c["x"] = new string('x', 5000)));
    }

    private void AddForms()
    {
        var good = _forge.Token();
        var parts = good.Split('.');
        Add("two parts", "not-a-token", $"{parts[0]}.{parts[1]}");
        Add("five parts", "not-a-token", $"{good}.{parts[1]}.{parts[2]}");
        Add("no JSON", "not-a-token", "bm8.anNvbg.c2lnbmF0dXJl");
        Add("a list for a header", "not-a-token", TokenForge.Compact("[]", _forge.Claims().ToJsonString(), TokenForge.First.Signer(HashAlgorithmName.SHA256)));
        Add("half a character in the key's name", "not-a-token", Sign("""{"alg":"RS256","kid":"\ud800"}""", _forge.Claims().ToJsonString()));
        Add("padded base64", "not-canonical", good + "==");
        Add("spare bits set", "not-a-token", good[..^1] + WithSpareBit(good[^1]));
        Add("a blank inside", "not-canonical", good.Insert(good.Length - 8, " "));
        Add("the issuer twice", "duplicate-names", Sign(TokenForge.Header("k1").ToJsonString(), _forge.Claims().ToJsonString().Replace("{", """{"iss":"https://evil.example",""", StringComparison.Ordinal)));
        Add("the key's name twice", "duplicate-names", Sign("""{"alg":"RS256","kid":"other","kid":"k1"}""", _forge.Claims().ToJsonString()));
        Add("the algorithm twice, once in disguise", "duplicate-names", Sign("""{"\u0061lg":"none","alg":"RS256","kid":"k1"}""", _forge.Claims().ToJsonString()));
    }

    private void AddAlgorithms()
    {
        var claims = _forge.Claims();
        var (pem, der) = (Encoding.ASCII.GetBytes(TokenForge.First.Rsa.ExportSubjectPublicKeyInfoPem()), TokenForge.First.Rsa.ExportSubjectPublicKeyInfo());
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Add("alg none", "algorithm", TokenForge.Compact(TokenForge.Header("k1", "none"), claims, _ => []));
        Add("alg nOnE", "algorithm", TokenForge.Compact(TokenForge.Header("k1", "nOnE"), claims, _ => []));
        Add("alg none above a signature", "algorithm", TokenForge.Compact(TokenForge.Header("k1", "none"), claims, TokenForge.First.Signer(HashAlgorithmName.SHA256)));
        Add("no alg", "algorithm", _forge.Token(header: h => h.Remove("alg")));
        Add("HS256 keyed with the public PEM", "algorithm", TokenForge.Compact(TokenForge.Header("k1", "HS256"), claims, d => HMACSHA256.HashData(pem, d)));
        Add("HS256 keyed with the public DER", "algorithm", TokenForge.Compact(TokenForge.Header("k1", "HS256"), claims, d => HMACSHA256.HashData(der, d)));
        Add("PS256 of the right key", "algorithm", TokenForge.Compact(TokenForge.Header("k1", "PS256"), claims, TokenForge.First.Signer(HashAlgorithmName.SHA256, RSASignaturePadding.Pss)));
        Add("ES256 of a key of its own", "algorithm", TokenForge.Compact(TokenForge.Header("k1", "ES256"), claims, d => curve.SignData(d, HashAlgorithmName.SHA256)));
        Add("RS512, which is not announced", "other-algorithm", TokenForge.Compact(TokenForge.Header("k1", "RS512"), claims, TokenForge.First.Signer(HashAlgorithmName.SHA512)));
        Add("RS384 of a key published for RS256", "other-algorithm", TokenForge.Compact(TokenForge.Header("k2", "RS384"), claims, TokenForge.Second.Signer(HashAlgorithmName.SHA384)));
    }

    private void AddKeys()
    {
        var foreign = TokenForge.Foreign.Entry();
        Add("an extension that must be understood", "own-key", _forge.Token(header: h => (h["crit"], h["exp"]) = (new JsonArray("exp"), 1)));
        Add("an address of keys", "own-key", _forge.Token(header: h => h["jku"] = "https://evil.example/keys"));
        Add("a key of its own", "own-key", _forge.Token(header: h => h["jwk"] = foreign.DeepClone(), key: TokenForge.Foreign));
        Add("an address of a certificate", "own-key", _forge.Token(header: h => h["x5u"] = "https://evil.example/cert"));
        Add("a certificate", "own-key", _forge.Token(header: h => h["x5c"] = new JsonArray("MIIB")));
        Add("no key named", "unknown-key", _forge.Token(header: h => h.Remove("kid")));
        Add("a key's name that is a number", "unknown-key", _forge.Token(header: h => h["kid"] = 1));
        Add("another name for the right key", "unknown-key", _forge.Token(header: h => h["kid"] = "k9"));
        Add("a path for a key's name", "unknown-key", _forge.Token(header: h => h["kid"] = "../../dev/null"));
        Add("SQL for a key's name", "unknown-key", _forge.Token(header: h => h["kid"] = "k1' OR '1'='1"));
        Add("the name of another key", "bad-signature", _forge.Token(header: h => h["kid"] = "k2"));
        Add("a key for encryption", "key-use", _forge.Token(key: TokenForge.ForSecrets));
        Add("a key of 1024 bits", "weak-key", _forge.Token(key: TokenForge.Weak));
    }

    private void AddSignatures()
    {
        var parts = _forge.Token().Split('.');
        var signature = Base64Url.DecodeFromChars(parts[2]);
        signature[17] ^= 4;
        var more = _forge.Claims();
        more["serviceurl"] = "https://evil.example/";
        Add("a foreign key under a known name", "bad-signature", _forge.Token(key: TokenForge.Foreign));
        Add("one bit of the signature turned", "bad-signature", $"{parts[0]}.{parts[1]}.{Base64Url.EncodeToString(signature)}");
        Add("a signature of one byte", "bad-signature", $"{parts[0]}.{parts[1]}.AA");
        Add("a signature twice as long", "bad-signature", $"{parts[0]}.{parts[1]}.{Base64Url.EncodeToString([.. signature, .. signature])}");
        Add("the signature taken off", "bad-signature", $"{parts[0]}.{parts[1]}.");
        Add("the signature of another token", "bad-signature", $"{parts[0]}.{parts[1]}.{_forge.Token(c => c["jti"] = "1").Split('.')[2]}");
        Add("other claims under a good signature", "bad-signature", $"{parts[0]}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(more.ToJsonString()))}.{parts[2]}", a => a["serviceUrl"] = "https://evil.example/");
    }

    private void AddClaims()
    {
        Add("another issuer", "unknown-issuer", _forge.Token(c => c["iss"] = "https://evil.example"));
        Add("an issuer with a slash more", "unknown-issuer", _forge.Token(c => c["iss"] = TokenForge.ChannelIssuer + "/"));
        Add("an issuer in capitals", "unknown-issuer", _forge.Token(c => c["iss"] = TokenForge.ChannelIssuer.ToUpperInvariant()));
        Add("no issuer", "unknown-issuer", _forge.Token(c => c.Remove("iss")));
        Add("a list of issuers", "unknown-issuer", _forge.Token(c => c["iss"] = new JsonArray(TokenForge.ChannelIssuer)));
        Add("Entra's issuer under the channel's key", "unknown-key", _forge.Token(c => c["iss"] = TokenForge.EntraIssuer));
        Add("another audience", "other-audience", _forge.Token(c => c["aud"] = TokenForge.AllowedCaller));
        Add("an audience that begins like ours", "other-audience", _forge.Token(c => c["aud"] = TokenForge.AppId + "0"));
        Add("no audience", "other-audience", _forge.Token(c => c.Remove("aud")));
        Add("an empty list of audiences", "other-audience", _forge.Token(c => c["aud"] = new JsonArray()));
    }

    private void AddTimes()
    {
        Add("6 minutes after its end", "expired", _forge.Token(c => c["exp"] = _forge.Now - 360));
        Add("6 minutes before its beginning", "not-yet", _forge.Token(c => c["nbf"] = _forge.Now + 360));
        Add("a beginning that is no number", "not-yet", _forge.Token(c => c["nbf"] = "soon"));
        Add("no end", "no-expiry", _forge.Token(c => c.Remove("exp")));
        Add("an end written as text", "no-expiry", _forge.Token(c => c["exp"] = $"{_forge.Now + 3600}"));
        Add("an end beyond all years", "no-expiry", _forge.Token(c => c["exp"] = 99_999_999_999_999_999));
        Add("an end in two days", "lives-too-long", _forge.Token(c => c["exp"] = _forge.Now + (48 * 3600)));
    }

    private void AddActivities()
    {
        Add("no serviceurl", "service-url", _forge.Token(c => c.Remove("serviceurl")));
        Add("another serviceurl", "service-url", _forge.Token(), a => a["serviceUrl"] = "https://evil.example/emea/");
        Add("a serviceurl of the same host", "service-url", _forge.Token(), a => a["serviceUrl"] = "https://smba.trafficmanager.net/amer/");
        Add("an activity without serviceUrl", "service-url", _forge.Token(), a => a.Remove("serviceUrl"));
        Add("a service address that is not allowed", "unknown-address", _forge.Token(c => c["serviceurl"] = "https://bot.example.org/"), a => a["serviceUrl"] = "https://bot.example.org/");
        Add("a key endorsed for another channel", "not-endorsed", _forge.Token(key: TokenForge.ForWebChat));
        Add("a key endorsed for nothing", "not-endorsed", _forge.Token(key: TokenForge.ForNobody));
        Add("a channel nobody knows", "not-endorsed", _forge.Token(), a => a["channelId"] = "emulator");
        Add("another tenant", "tenant", _forge.Token(), a => a["conversation"]!["tenantId"] = TokenForge.AllowedCaller);
        Add("another tenant in the channel's data", "tenant", _forge.Token(), a => a["channelData"]!["tenant"]!["id"] = TokenForge.AllowedCaller);
        Add("no tenant", "tenant", _forge.Token(), a =>
        {
            a.Remove("channelData");
            a["conversation"]!.AsObject().Remove("tenantId");
        });
    }

    private void AddEntra()
    {
        Add("an Entra token without version", "no-version", _forge.EntraToken("2.0", TokenForge.AllowedCaller, c => c.Remove("ver")));
        Add("an Entra token of another tenant than its issuer's", "other-tenant", _forge.EntraToken("2.0", TokenForge.AllowedCaller, c => c["tid"] = TokenForge.AppId));
        Add("an Entra token without tenant", "other-tenant", _forge.EntraToken("2.0", TokenForge.AllowedCaller, c => c.Remove("tid")));
        Add("another bot", "unknown-caller", _forge.EntraToken("2.0", "5e17ed00-0000-4000-8000-000000000000"));
        Add("an Entra token without caller", "unknown-caller", _forge.EntraToken("2.0", TokenForge.AllowedCaller, c => c.Remove("azp")));
        Add("another bot that names an allowed one in the older claim", "unknown-caller", _forge.EntraToken("1.0", "5e17ed00-0000-4000-8000-000000000000", c => c["azp"] = TokenForge.AllowedCaller));
        Add("an Entra token for somebody else", "other-audience", _forge.EntraToken("2.0", TokenForge.AllowedCaller, c => c["aud"] = TokenForge.AllowedCaller));
        Add("an emulator elsewhere", "emulator-address", _forge.EntraToken("2.0", TokenForge.AppId), a => a["serviceUrl"] = "http://localhost.evil.example:50123");
        Add("an allowed caller that wants answers in the clear", "unknown-address", _forge.EntraToken("2.0", TokenForge.AllowedCaller), a => a["serviceUrl"] = "http://smba.trafficmanager.net/emea/");
    }

    private static string Sign(string header, string claims) => TokenForge.Compact(header, claims, TokenForge.First.Signer(HashAlgorithmName.SHA256));

    // 256 bytes need 342 characters, of which the last one holds four bits that mean nothing.
    private static char WithSpareBit(char last) => (char)(last is 'A' or 'Q' or 'g' or 'w' ? last + 1 : throw new InvalidOperationException($"{last} has spare bits set"));
}
