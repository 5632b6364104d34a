using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace OfficerBot.Tokens;

/// <summary>An RSA key with all that its issuer publishes of it.</summary>
public sealed record PublishedKey(string Id, int Bits = 2048)
{
    /// <summary>The key pair.</summary>
    public RSA Rsa { get; } = RSA.Create(Bits);

    public string? Algorithm { get; init; }

    public string? Use { get; init; }

    /// <summary>Channels it may sign for; null: the member is missing.</summary>
    public IReadOnlyList<string>? Endorsements { get; init; }

    /// <summary>Its entry in a key set.</summary>
    public JsonObject Entry()
    {
        var numbers = Rsa.ExportParameters(false);
        var entry = new JsonObject
        {
            ["kty"] = "RSA", ["kid"] = Id, ["n"] = Base64Url.EncodeToString(numbers.Modulus), ["e"] = Base64Url.EncodeToString(numbers.Exponent),
        };
        foreach (var (name, value) in new[] { ("alg", Algorithm), ("use", Use) }.Where(m => m.Item2 is not null))
        {
            entry[name] = value;
        }

        if (Endorsements is not null)
        {
            entry["endorsements"] = new JsonArray([.. Endorsements.Select(e => JsonValue.Create(e))]);
        }

        return entry;
    }

    /// <summary>A signature as <c>RS256</c> and the like ask for.</summary>
    public Func<byte[], byte[]> Signer(HashAlgorithmName hash, RSASignaturePadding? padding = null) => data => Rsa.SignData(data, hash, padding ?? RSASignaturePadding.Pkcs1);
}
