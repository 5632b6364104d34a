using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using OfficerBot.Settings;

namespace OfficerBot.Doors;

/// <summary>
/// The address under which channels' people reach our files: <c>PublicUrl</c>; without it the first one listened on, which serves tries on this machine
/// and nothing else.
/// </summary>
internal sealed class FileRoot(OfficerBotSettings settings, IServer server)
{
    /// <summary>Scheme and host, without a slash at the end.</summary>
    public string Value => (settings.PublicUrl ?? server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? settings.Urls.Split(';')[0]).TrimEnd('/');
}
