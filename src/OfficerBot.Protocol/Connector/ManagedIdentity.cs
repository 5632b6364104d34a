namespace OfficerBot.Protocol.Connector;

/// <summary>
/// The identity that Azure gives a machine: no secret of our own. App Service names an endpoint and a header's value; other machines have the fixed
/// address of their instance metadata.
/// </summary>
/// <param name="endpoint">App Service's <c>IDENTITY_ENDPOINT</c>, or <see cref="InstanceMetadata"/>.</param>
/// <param name="header">App Service's <c>IDENTITY_HEADER</c>; null for instance metadata.</param>
/// <param name="resource">For example <c>https://api.botframework.com</c>: the scope without <c>/.default</c>.</param>
public sealed class ManagedIdentity(HttpMessageInvoker http, Uri endpoint, string? header, string clientId, string resource, TimeProvider machine) : ITokenAuthority
{
    /// <summary>Where virtual machines and nodes find their identity.</summary>
    public static Uri InstanceMetadata { get; } = new("http://169.254.169.254/metadata/identity/oauth2/token");

    /// <inheritdoc/>
    public async Task<FreshToken> AskAsync(CancellationToken cancel)
    {
        var version = header is null ? "2018-02-01" : "2019-08-01";
        var query = $"?api-version={version}&resource={Uri.EscapeDataString(resource)}&client_id={Uri.EscapeDataString(clientId)}";
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(endpoint, query));
        request.Headers.TryAddWithoutValidation(header is null ? "Metadata" : "X-IDENTITY-HEADER", header ?? "true");
        return await TokenAnswer.AskAsync(http, request, machine, cancel, isLocal: true);
    }
}
