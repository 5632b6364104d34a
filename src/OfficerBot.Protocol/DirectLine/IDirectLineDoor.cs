namespace OfficerBot.Protocol.DirectLine;

/// <summary>
/// Where Direct Line hands over to the host. Each call is one transaction of the host; after its commit the host calls
/// <see cref="DirectLineHub.Published"/>, and the sockets read the log.
/// </summary>
public interface IDirectLineDoor
{
    /// <summary>Creates the conversation if it is new, and greets exactly once per conversation and user however often it is called.</summary>
    Task<StartResult> StartedAsync(StartedConversation started, CancellationToken cancel);

    /// <summary>
    /// Knows repeats by <see cref="IncomingPost.ClientActivityId"/>, stamps (<see cref="ActivityStamp"/>), appends the user's activity and
    /// after it the bot's answers, commits, and only then returns.
    /// </summary>
    Task<PostResult> PostAsync(IncomingPost post, CancellationToken cancel);
}
