using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace OfficerBot.Protocol.Connector;

/// <summary>The OAuth grant <c>client_credentials</c>, with a secret or a certificate (RFC 6749 section 4.4, RFC 7523).</summary>
/// <param name="tokenUrl">For example <c>https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token</c>.</param>
/// <param name="scope">For example <c>https://api.botframework.com/.default</c>.</param>
public sealed class ClientCredentials(HttpMessageInvoker http, Uri tokenUrl, string clientId, string scope, AppCredential credential, TimeProvider machine) : ITokenAuthority
{
    private static readonly TimeSpan AssertionLife = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    public async Task<FreshToken> AskAsync(CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, tokenUrl) { Content = new FormUrlEncodedContent(Form()) };
        return await TokenAnswer.AskAsync(http, request, machine, cancel);
    }

    private Dictionary<string, string> Form()
    {
        var form = new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = clientId, ["scope"] = scope };
        switch (credential)
        {
            case AppCredential.Secret { Value: var secret }:
                form["client_secret"] = secret;
                break;
            case AppCredential.Certificate { Open: var open }:
                form["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
                form["client_assertion"] = Assertion(open);
                break;
        }

        return form;
    }

    private string Assertion(Func<X509Certificate2> open)
    {
        try
        {
            using var certificate = open();
            using var key = certificate.GetRSAPrivateKey() ?? throw new CryptographicException("The certificate has no RSA key.");
            return Signed(certificate, key);
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new TokenUnavailableException("The certificate cannot be used", isPermanent: true, e);
        }
    }

    private string Signed(X509Certificate2 certificate, RSA key)
    {
        var now = machine.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = clientId,
            Audience = tokenUrl.AbsoluteUri,
            NotBefore = now,
            IssuedAt = now,
            Expires = now + AssertionLife,
            Claims = new Dictionary<string, object> { ["sub"] = clientId, ["jti"] = Guid.NewGuid().ToString() },
            AdditionalHeaderClaims = new Dictionary<string, object> { ["x5t#S256"] = Base64UrlEncoder.Encode(SHA256.HashData(certificate.RawDataMemory.Span)) },
            SigningCredentials = new SigningCredentials(
                new RsaSecurityKey(key) { CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } }, SecurityAlgorithms.RsaSsaPssSha256),
        });
    }
}
