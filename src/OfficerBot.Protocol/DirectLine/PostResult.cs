namespace OfficerBot.Protocol.DirectLine;

/// <summary>What became of a post.</summary>
public abstract record PostResult
{
    private PostResult()
    {
    }

    /// <summary>On disk, under <paramref name="ActivityId"/>; for a repeat, the id of the first time.</summary>
    public sealed record Accepted(string ActivityId) : PostResult;

    /// <summary>Understood, and nothing to keep.</summary>
    public sealed record NotLogged : PostResult;

    /// <summary>The conversation is over; the client ends it too.</summary>
    public sealed record ConversationEnded : PostResult;

    /// <summary>The sender's mistake: 400 BadArgument with this message.</summary>
    public sealed record Refused(string Message) : PostResult;

    /// <summary>Too much to do, and nothing was begun: 503.</summary>
    public sealed record Busy(TimeSpan RetryAfter) : PostResult;
}
