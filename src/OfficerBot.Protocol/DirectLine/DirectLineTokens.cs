using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace OfficerBot.Protocol.DirectLine;

/// <summary>
/// Makes and checks Direct Line tokens. They are JWTs because DirectLineJS and Web Chat read the user's id out of the claim "user".
/// The signing key is derived from the secret, so every instance with the same secret accepts the same tokens.
/// </summary>
public sealed class DirectLineTokens(DirectLineSettings settings, TimeProvider machineTime)
{
    private const string Issuer = "officerbot";
    private const string Access = "directline";
    private const string Stream = "directline-stream";

    /// <summary>A stream address must be opened within this time; the socket then lives as long as the token it came from.</summary>
    private static readonly TimeSpan TimeToConnect = TimeSpan.FromSeconds(60);

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false, SetDefaultTimesOnTokenCreation = false };
    private readonly SymmetricSecurityKey signingKey = KeyOf(settings.Secret);
    private readonly byte[][] secretHashes = [.. Secrets(settings).Select(HashOf)];
    private readonly SecurityKey[] keys = [.. Secrets(settings).Select(KeyOf)];

    public int ExpiresInSeconds => settings.TokenMinutes * 60;

    /// <summary>A token for one user in one conversation. Who may have it is the caller's decision; nothing is stored.</summary>
    /// <param name="conversationId">An existing conversation, or a new id from <see cref="ConversationIds"/>.</param>
    /// <param name="user">Its id should be unguessable and begin with dl_, as Direct Line asks; null lets the client name itself.</param>
    /// <param name="origins">Pages that may use it; null for any that the site allows.</param>
    public MintedToken Mint(string conversationId, DirectLineUser? user, IReadOnlyList<string>? origins = null) =>
        Mint(LifeFor(conversationId, user, origins));

    internal MintedToken Mint(DirectLineToken token) => new(Sign(Access, token, token.Expires), ExpiresInSeconds);

    /// <summary>What a token says that is minted now.</summary>
    internal DirectLineToken LifeFor(string conversationId, DirectLineUser? user, IReadOnlyList<string>? origins) =>
        new(conversationId, user, origins ?? [], machineTime.GetUtcNow().AddSeconds(ExpiresInSeconds));

    /// <summary>True for the site's secret, compared in constant time.</summary>
    public bool IsSecret(string text)
    {
        var hash = HashOf(text);
        return secretHashes.Aggregate(false, (found, known) => found | CryptographicOperations.FixedTimeEquals(known, hash));
    }

    public Task<TokenReading> ReadAsync(string token) => ReadAsync(token, Access);

    /// <summary>The token in a stream address: it opens one socket, soon, and carries the life of the token it was made from.</summary>
    internal string MintStream(DirectLineToken token) => Sign(Stream, token, machineTime.GetUtcNow() + TimeToConnect);

    internal Task<TokenReading> ReadStreamAsync(string token) => ReadAsync(token, Stream);

    private string Sign(string audience, DirectLineToken token, DateTimeOffset expires)
    {
        var claims = new Dictionary<string, object>
        {
            ["bot"] = settings.BotId,
            ["site"] = Issuer,
            ["conv"] = token.ConversationId,
            ["until"] = token.Expires.ToUnixTimeSeconds(),
            [JwtRegisteredClaimNames.Jti] = ConversationIds.New(),
        };
        if (token.User is { } user)
        {
            claims["user"] = user.Id;
            if (user.Name is not null)
            {
                claims["name"] = user.Name;
            }
        }

        if (token.Origins.Count > 0)
        {
            claims["origins"] = token.Origins.ToArray();
        }

        return handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = audience,
            IssuedAt = machineTime.GetUtcNow().UtcDateTime,
            Expires = expires.UtcDateTime,
            Claims = claims,
            SigningCredentials = new SigningCredentials(signingKey, SecurityAlgorithms.HmacSha256),
        });
    }

    private async Task<TokenReading> ReadAsync(string token, string audience)
    {
        var result = await handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = Issuer,
            ValidAudience = audience,
            IssuerSigningKeys = keys,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            ValidateLifetime = false, // compared below with the machine time we were given
        });
        if (!result.IsValid || result.SecurityToken is not JsonWebToken jwt || !jwt.TryGetPayloadValue<string>("conv", out var conversation))
        {
            return new TokenReading.Invalid();
        }

        if (jwt.ValidTo <= machineTime.GetUtcNow().UtcDateTime)
        {
            return new TokenReading.Expired();
        }

        return new TokenReading.Valid(new DirectLineToken(conversation, UserOf(jwt), OriginsOf(jwt), LifeOf(jwt)));
    }

    private static DirectLineUser? UserOf(JsonWebToken jwt) =>
        jwt.TryGetPayloadValue<string>("user", out var id)
            ? new DirectLineUser(id, jwt.TryGetPayloadValue<string>("name", out var name) ? name : null)
            : null;

    private static string[] OriginsOf(JsonWebToken jwt) => [.. jwt.Claims.Where(c => c.Type == "origins").Select(c => c.Value)];

    private static DateTimeOffset LifeOf(JsonWebToken jwt) =>
        DateTimeOffset.FromUnixTimeSeconds(jwt.TryGetPayloadValue<long>("until", out var seconds) ? seconds : 0);

    private static IEnumerable<string> Secrets(DirectLineSettings settings) =>
        settings.PreviousSecret is { } previous ? [settings.Secret, previous] : [settings.Secret];

    private static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    private static SymmetricSecurityKey KeyOf(string secret)
    {
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), 32, info: "officerbot direct line token 1"u8.ToArray());
        return new SymmetricSecurityKey(key) { KeyId = Convert.ToHexStringLower(SHA256.HashData(key).AsSpan(0, 4)) };
    }
}
