namespace OfficerBot.Protocol.Connector;

/// <summary>No access token can be had at present.</summary>
/// <param name="message">For the log: status and error code, never a secret.</param>
/// <param name="isPermanent">Asking again changes nothing until somebody mends the settings.</param>
public sealed class TokenUnavailableException(string message, bool isPermanent, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Asking again changes nothing until somebody mends the settings.</summary>
    public bool IsPermanent { get; } = isPermanent;
}
