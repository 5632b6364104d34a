namespace OfficerBot.Conversation.Turns;

/// <summary>
/// What the bot is waiting for from one person in one chat: one sealed record per state, stored whole, round-tripped in a test.
/// Every state record is registered with its name in <c>DialogStates</c>.
/// </summary>
public abstract record DialogState
{
    /// <summary>Kind of question for understanding, see <see cref="Understanding.ReadingContext.Pending"/>.</summary>
    public abstract string Pending { get; }
}
