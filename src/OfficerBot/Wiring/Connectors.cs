using System.Security.Cryptography.X509Certificates;
using OfficerBot.Jobs;
using OfficerBot.Protocol.Connector;
using OfficerBot.Settings;

namespace OfficerBot.Wiring;

/// <summary>The way out to channels: who may be called, with which token, and the sender.</summary>
internal static class Connectors
{
    /// <summary>Registers it.</summary>
    public static void AddConnector(this IServiceCollection services, OfficerBotSettings settings)
    {
        var framework = settings.BotFramework;

        // An emulator listens where it likes. Without an app id there is no token to send along.
        var policy = ServiceUrlPolicy.ForServices(
            framework.AllowedServiceUrls, framework.Authentication.IsAnonymous || framework.Authentication.AllowEmulator);
        services.AddSingleton<IAccessTokens>(s => framework.AppId is { } app ? Tokens(framework, app, s) : new NoAccessTokens());
        services.AddSingleton(s => new ConnectorCall(
            new HttpMessageInvoker(new GuardedConnect(policy, proxy: framework.Proxy).MakeHandler()), policy, s.GetRequiredService<IAccessTokens>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ConnectorClient>();
        services.AddSingleton(new ConnectorSettings());
        services.AddSingleton<ConnectorMeter>();
        services.AddSingleton<LostMessages>();
        services.AddSingleton<ConnectorSender>();
        services.AddHostedService(s => s.GetRequiredService<ConnectorSender>());
    }

    private static AccessTokens Tokens(BotFrameworkSection framework, string app, IServiceProvider services)
    {
        var machine = services.GetRequiredService<TimeProvider>();
        return new(Authority(framework, app, machine), machine, services.GetRequiredService<ILogger<AccessTokens>>());
    }

    private static ITokenAuthority Authority(BotFrameworkSection framework, string app, TimeProvider machine)
    {
        if (framework.ManagedIdentity is { } identity)
        {
            var resource = framework.Cloud.Scope.EndsWith("/.default", StringComparison.Ordinal) ? framework.Cloud.Scope[..^"/.default".Length] : framework.Cloud.Scope;
            return new ManagedIdentity(Http(identity.Endpoint, null), identity.Endpoint, identity.Header, app, resource, machine);
        }

        var url = new Uri(framework.TokenUrl ?? $"{framework.Cloud.LoginUrl}{framework.TenantId ?? framework.Cloud.LoginTenant}/oauth2/v2.0/token");
        AppCredential credential = framework.Certificate is { } file
            ? new AppCredential.Certificate(() => Open(file))
            : new AppCredential.Secret(framework.AppPassword ?? "");
        return new ClientCredentials(Http(url, framework.Proxy), url, app, framework.Cloud.Scope, credential, machine);
    }

    // The operator names this address, so it may lie behind his proxy, though not when it is on or beside this machine.
    private static HttpMessageInvoker Http(Uri address, OutboundProxy? proxy)
    {
        var handler = OutboundProxy.MakeHandler(proxy, TimeSpan.FromSeconds(10));
        handler.UseProxy = address.Scheme == Uri.UriSchemeHttps && !address.IsLoopback;
        return new(handler);
    }

    private static X509Certificate2 Open(CertificateFile file) => X509Certificate2.GetCertContentType(file.Path) == X509ContentType.Pkcs12
        ? X509CertificateLoader.LoadPkcs12FromFile(file.Path, file.Password, X509KeyStorageFlags.EphemeralKeySet)
        : file.Password is null ? X509Certificate2.CreateFromPemFile(file.Path) : X509Certificate2.CreateFromEncryptedPemFile(file.Path, file.Password);
}
