namespace OfficerBot.Protocol.Connector;

/// <summary>Where no app is configured: nothing is sent along, and only this machine is spoken to.</summary>
public sealed class NoAccessTokens : IAccessTokens
{
    /// <inheritdoc/>
    public ValueTask<string?> GetAsync(CancellationToken cancel) => new((string?)null);

    /// <inheritdoc/>
    public void Drop(string token)
    {
    }
}
