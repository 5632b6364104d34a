using System.Collections.Frozen;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace OfficerBot.Protocol.Authentication;

/// <summary>The keys of one issuer as they were published at one time.</summary>
internal sealed class KeyRing
{
    private readonly FrozenDictionary<string, SigningKey> _keys;
    private readonly IReadOnlyCollection<string> _algorithms;

    private KeyRing(IEnumerable<SigningKey> keys, IReadOnlyCollection<string> algorithms)
    {
        _keys = keys.DistinctBy(k => k.Id).ToFrozenDictionary(k => k.Id);
        _algorithms = algorithms;
    }

    /// <summary>The ring, or null when it would hold no key.</summary>
    public static KeyRing? Of(OpenIdConnectConfiguration metadata, JsonWebKeySet published)
    {
        var ring = new KeyRing(published.Keys.Select(SigningKey.Of).OfType<SigningKey>(), [.. metadata.IdTokenSigningAlgValuesSupported]);
        return ring._keys.Count > 0 ? ring : null;
    }

    /// <summary>The key of that name, or null.</summary>
    public SigningKey? Find(string? id) => id is not null && _keys.TryGetValue(id, out var key) ? key : null;

    /// <summary>Whether the issuer says that it signs this way. Silence allows: not every cloud announces its algorithms.</summary>
    public bool Announces(string algorithm) => _algorithms.Count == 0 || _algorithms.Contains(algorithm);
}
