using System.Text.Json;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using OfficerBot.Protocol.Connector;

namespace OfficerBot.Protocol.Authentication;

/// <summary>Fetches published keys: OpenID metadata, then the key set they name.</summary>
/// <param name="proxy">See <see cref="AuthenticationSettings.Proxy"/>.</param>
internal sealed class KeySource(OutboundProxy? proxy) : IDisposable
{
    private readonly HttpClient _http = new(OutboundProxy.MakeHandler(proxy, TimeSpan.FromSeconds(5))) // a redirect could leave https
    {
        Timeout = TimeSpan.FromSeconds(10),
        MaxResponseContentBufferSize = 1024 * 1024,
    };

    /// <summary>The keys as they are published now.</summary>
    /// <exception cref="Exception">Anything that a network and a foreign document can bring about; see <see cref="IsFailure"/>.</exception>
    public async Task<KeyRing> FetchAsync(Uri metadataAddress, CancellationToken cancel)
    {
        var metadata = OpenIdConnectConfiguration.Create(await TextAsync(metadataAddress, cancel));
        if (!Uri.TryCreate(metadata.JwksUri, UriKind.Absolute, out var keys) || !IsSafe(keys, metadataAddress.IsLoopback))
        {
            throw new InvalidDataException("The metadata name no address of keys that could be trusted.");
        }

        return KeyRing.Of(metadata, JsonWebKeySet.Create(await TextAsync(keys, cancel))) ?? throw new InvalidDataException("The key set holds no RSA key.");
    }

    /// <summary>What a failed fetch throws; everything else is our mistake.</summary>
    public static bool IsFailure(Exception e) =>
        e is HttpRequestException or IOException or OperationCanceledException // the network
            or InvalidDataException or JsonException or ArgumentException or FormatException or InvalidOperationException or NotSupportedException; // the document

    public void Dispose() => _http.Dispose();

    private static bool IsSafe(Uri address, bool allowsLoopback) =>
        address.Scheme == Uri.UriSchemeHttps || (allowsLoopback && address.IsLoopback && address.Scheme == Uri.UriSchemeHttp);

    private async Task<string> TextAsync(Uri address, CancellationToken cancel)
    {
        using var answer = await _http.GetAsync(address, cancel);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync(cancel);
    }
}
