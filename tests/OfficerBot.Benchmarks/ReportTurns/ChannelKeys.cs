using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace OfficerBot.Benchmarks.ReportTurns;

/// <summary>The benchmark's own channel: its key, what it publishes of it, and tokens signed with it.</summary>
internal sealed class ChannelKeys : IDisposable
{
    /// <summary>The audience of the tokens.</summary>
    public const string App = "11111111-2222-3333-4444-555555555555";

    /// <summary>Who signs them.</summary>
    public const string Issuer = "https://api.botframework.com";

    private const string KeyId = "benchmark-key";

    private readonly RSA _key = RSA.Create(2048);

    /// <summary>The published key set, endorsed for the channel.</summary>
    public object KeySet()
    {
        var open = _key.ExportParameters(false);
        return new
        {
            keys = new[]
            {
                new { kty = "RSA", use = "sig", kid = KeyId, n = Base64UrlEncoder.Encode(open.Modulus), e = Base64UrlEncoder.Encode(open.Exponent), endorsements = new[] { "msteams" } },
            },
        };
    }

    /// <summary>As many different tokens as asked for, valid for an hour.</summary>
    public string[] Tokens(int count, string service, DateTimeOffset now)
    {
        var credentials = new SigningCredentials(new RsaSecurityKey(_key) { KeyId = KeyId }, SecurityAlgorithms.RsaSha256);
        var handler = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false };
        return
        [
            .. Enumerable.Range(0, count).Select(i => handler.CreateToken(new SecurityTokenDescriptor
            {
                Issuer = Issuer,
                Audience = App,
                IssuedAt = now.UtcDateTime,
                NotBefore = now.AddSeconds(-i % 200).UtcDateTime,
                Expires = now.AddMinutes(60).AddSeconds(i % 600).UtcDateTime,
                Claims = new Dictionary<string, object> { ["serviceurl"] = service, ["jti"] = $"{i}" },
                SigningCredentials = credentials,
            })),
        ];
    }

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();
}
