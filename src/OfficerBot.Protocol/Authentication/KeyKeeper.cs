using Microsoft.Extensions.Hosting;

namespace OfficerBot.Protocol.Authentication;

/// <summary>Fetches the signing keys at start, so that the first message does not wait, and keeps them fresh. A start does not depend on them.</summary>
internal sealed class KeyKeeper(ChannelAuthenticator authenticator) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => authenticator.KeepKeysAsync(stoppingToken);
}
