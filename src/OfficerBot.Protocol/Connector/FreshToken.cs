namespace OfficerBot.Protocol.Connector;

/// <summary>A token as an authority gave it.</summary>
/// <param name="Life">How long it is valid from now.</param>
public sealed record FreshToken(string Value, TimeSpan Life);

/// <summary>Who gives tokens: an authority asked with a secret or certificate, or the machine's own identity.</summary>
public interface ITokenAuthority
{
    /// <summary>Asks once.</summary>
    /// <exception cref="TokenUnavailableException">It refused, or cannot answer now; see <see cref="TokenUnavailableException.IsPermanent"/>.</exception>
    Task<FreshToken> AskAsync(CancellationToken cancel);
}
