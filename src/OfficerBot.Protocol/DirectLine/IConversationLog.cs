namespace OfficerBot.Protocol.DirectLine;

/// <summary>Reads the durable log of conversations. It is written only inside the host's own transactions.</summary>
public interface IConversationLog
{
    /// <summary>Null when the conversation was never started, or is over: clients are then told that it has ended, for good.</summary>
    Task<ConversationState?> FindAsync(string conversationId, CancellationToken cancel);

    /// <summary>At most <paramref name="max"/> activities whose change number is greater than <paramref name="afterChange"/>, in the order of their changes.</summary>
    Task<IReadOnlyList<LoggedActivity>> ReadAsync(string conversationId, long afterChange, int max, CancellationToken cancel);
}
