namespace OfficerBot.Protocol.Connector;

/// <summary>The office's proxy opened no way out.</summary>
/// <param name="status">Its HTTP status, 407 when it wants another password; 0 when it made no sense.</param>
public sealed class ProxyRefusedException(int status) : IOException($"The proxy answered {status}.")
{
    /// <summary>Its HTTP status; 0 when it made no sense.</summary>
    public int Status { get; } = status;
}
