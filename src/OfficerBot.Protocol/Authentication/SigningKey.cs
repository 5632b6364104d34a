using System.Buffers;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace OfficerBot.Protocol.Authentication;

/// <summary>A published RSA key, as far as it can check a signature.</summary>
/// <param name="Id">Its <c>kid</c>.</param>
/// <param name="Algorithm">The one algorithm it is published for, or null.</param>
/// <param name="Use"><c>sig</c>, <c>enc</c> or null.</param>
/// <param name="Endorsements">Channels it may sign for; null when it has none at all.</param>
internal sealed record SigningKey(string Id, RsaSecurityKey Rsa, string? Algorithm, string? Use, IReadOnlyList<string>? Endorsements)
{
    private readonly ConcurrentDictionary<string, AsymmetricSignatureProvider> _verifiers = new();

    /// <summary>Whether this key has signed the token.</summary>
    public bool HasSigned(UnprovedToken token)
    {
        if (token is not { Algorithm: { } algorithm, Signature.Length: > 0 } || VerifierFor(algorithm) is not { } verifier)
        {
            return false;
        }

        var signed = ArrayPool<byte>.Shared.Rent(token.SignedLength);
        var length = Encoding.ASCII.GetBytes(token.Text.AsSpan(0, token.SignedLength), signed);
        var result = verifier.Verify(signed, 0, length, token.Signature, 0, token.Signature.Length);
        ArrayPool<byte>.Shared.Return(signed);
        return result;
    }

    // There are three algorithms at most, so there is no end to be put to these.
    private AsymmetricSignatureProvider? VerifierFor(string algorithm)
    {
        if (_verifiers.TryGetValue(algorithm, out var known))
        {
            return known;
        }

        return CryptoProviderFactory.Default.IsSupportedAlgorithm(algorithm, Rsa)
            ? _verifiers.GetOrAdd(algorithm, (name, key) => new AsymmetricSignatureProvider(key, name, willCreateSignatures: false), Rsa)
            : null;
    }

    /// <summary>The key, or null when it is of another kind, has no name or cannot be read.</summary>
    public static SigningKey? Of(JsonWebKey published)
    {
        if (published is not { Kty: "RSA", Kid.Length: > 0, N.Length: > 0, E.Length: > 0 })
        {
            return null;
        }

        try
        {
            var rsa = new RsaSecurityKey(new RSAParameters
            {
                Modulus = Base64UrlEncoder.DecodeBytes(published.N),
                Exponent = Base64UrlEncoder.DecodeBytes(published.E),
            }) { KeyId = published.Kid };
            return new(published.Kid, rsa, published.Alg, published.Use, EndorsementsOf(published));
        }
        catch (FormatException)
        {
            return null; // the other keys of the set may be good
        }
    }

    private static List<string>? EndorsementsOf(JsonWebKey published) =>
        published.AdditionalData.TryGetValue("endorsements", out var value) && value is JsonElement { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.String).Select(e => e.GetString()!)] // asked for on the same line
            : null;
}
