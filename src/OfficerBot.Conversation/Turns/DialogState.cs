namespace OfficerBot.Conversation.Turns;

/// <summary>
/// What the bot is waiting for from one person in one chat: one sealed record per state, stored whole, round-tripped in a test.
/// Every state record is registered with its name in <c>DialogStates</c>.
/// </summary>
public abstract record DialogState
{
    /// <summary>Older than this and of an earlier day, a question is not open any more.</summary>
    public static NodaTime.Duration Overnight { get; } = NodaTime.Duration.FromHours(4);

    /// <summary>Kind of question for understanding, see <see cref="Understanding.ReadingContext.Pending"/>.</summary>
    public abstract string Pending { get; }

    /// <summary>False when so much time has gone by that words said now are not about it.</summary>
    public virtual bool IsOpen(NodaTime.Instant now) => true;
}
