namespace OfficerBot.Protocol.Authentication;

/// <summary>What came of asking a request of a channel who sends it.</summary>
public abstract record Authentication
{
    private Authentication()
    {
    }

    /// <summary>The request comes from somebody we trust; what it may bring is asked of <see cref="Caller.MayBring"/>.</summary>
    public sealed record Accepted(Caller Caller) : Authentication;

    /// <summary>It is answered with the status and nothing else. It has been logged and counted.</summary>
    /// <param name="Status">401: no token, or none that proves anything. 403: a good token that is not allowed to do this. 503: it cannot be told yet.</param>
    /// <param name="Reason">A fixed name such as <c>bad-signature</c>, for log and metric; never shown to the caller.</param>
    public sealed record Refused(int Status, string Reason) : Authentication;
}
