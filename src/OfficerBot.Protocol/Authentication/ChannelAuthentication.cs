using Microsoft.Extensions.DependencyInjection;

namespace OfficerBot.Protocol.Authentication;

/// <summary>Registers what tells who calls the channels' door.</summary>
public static class ChannelAuthentication
{
    /// <summary>Needs a <see cref="TimeProvider"/>, logging and metrics.</summary>
    public static void AddChannelAuthentication(this IServiceCollection services, AuthenticationSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<ChannelAuthenticator>();
        services.AddHostedService<KeyKeeper>();
    }
}
