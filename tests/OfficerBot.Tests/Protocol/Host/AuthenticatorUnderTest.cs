using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OfficerBot.Protocol.Activities;
using OfficerBot.Protocol.Authentication;
using OfficerBot.Tokens;
using Authenticated = OfficerBot.Protocol.Authentication.Authentication;

namespace OfficerBot.Tests.Protocol.Host;

/// <summary>An authenticator that believes the forge, over a server of keys on loopback.</summary>
internal sealed class AuthenticatorUnderTest : IAsyncDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();

    private AuthenticatorUnderTest(KeyServer server) => Server = server;

    public KeyServer Server { get; }

    public IMeterFactory Meters => _services.GetRequiredService<IMeterFactory>();

    public MachineClock Machine { get; } = new();

    /// <summary>Tokens of this moment.</summary>
    public TokenForge Forge => new(Machine.GetUtcNow());

    public static async Task<AuthenticatorUnderTest> OpenAsync()
    {
        var server = await KeyServer.OpenAsync();
        TokenForge.Publish(server);
        return new(server);
    }

    /// <summary>What the forge's settings say.</summary>
    public AuthenticationSettings Settings => new()
    {
        AppId = TokenForge.AppId,
        Channel = new(Server.MetadataOf("channel"), [TokenForge.ChannelIssuer]),
        Entra = new(Server.MetadataOf("entra"), [TokenForge.OldEntraIssuer, TokenForge.EntraIssuer]),
        AllowEmulator = true,
        AllowedCallers = [TokenForge.AllowedCaller],
        AllowedTenants = [TokenForge.Tenant],
    };

    /// <summary>A new authenticator, which has no keys yet.</summary>
    /// <param name="without">Checks that are taken out.</param>
    public ChannelAuthenticator New(AuthenticationSettings? settings = null, ILogger<ChannelAuthenticator>? logger = null, params string[] without) => new(
        settings ?? Settings, Machine, logger ?? NullLogger<ChannelAuthenticator>.Instance, Meters, new CheckList(without));

    /// <summary>The whole way a request goes: null when it gets in, else why not.</summary>
    public static async Task<Authenticated.Refused?> RefusalOfAsync(ChannelAuthenticator authenticator, TokenCase one)
    {
        var known = await authenticator.AuthenticateAsync(one.Authorization.ToArray(), CancellationToken.None);
        if (known is Authenticated.Refused refused)
        {
            return refused;
        }

        var activity = ((ActivityReading.Accepted)ActivityReader.Read(one.Activity.ToJsonString())).Activity;
        return ((Authenticated.Accepted)known).Caller.MayBring(activity);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Server.DisposeAsync();
    }
}
