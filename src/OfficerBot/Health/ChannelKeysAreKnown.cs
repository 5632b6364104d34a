using OfficerBot.Protocol.Authentication;

namespace OfficerBot.Health;

/// <summary>While a channel is configured: the keys its tokens are signed with were had at least once.</summary>
internal sealed class ChannelKeysAreKnown(ChannelAuthenticator authenticator) : IReadinessCheck
{
    /// <inheritdoc/>
    public string Name => "channel-keys";

    /// <inheritdoc/>
    public ValueTask<string?> ProblemAsync(CancellationToken cancel) =>
        ValueTask.FromResult(authenticator.KeysAreKnown ? null : "the channel's signing keys could not be had yet; its messages are answered by 503");
}
