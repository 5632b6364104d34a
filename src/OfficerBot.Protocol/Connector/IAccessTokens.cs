namespace OfficerBot.Protocol.Connector;

/// <summary>The token by which channels know us.</summary>
public interface IAccessTokens
{
    /// <summary>A token that is valid now; null where none is configured and none is sent.</summary>
    /// <exception cref="TokenUnavailableException">None can be had at present.</exception>
    ValueTask<string?> GetAsync(CancellationToken cancel);

    /// <summary>A channel refused this token: it is not handed out again. One that was replaced meanwhile changes nothing.</summary>
    void Drop(string token);
}
