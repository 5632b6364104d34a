using OfficerBot.Protocol.Connector;

namespace OfficerBot.Jobs;

/// <summary>
/// The tries of one message and what follows from the next answer. Sending is not idempotent and has no key, so what may have arrived is tried once more
/// at most; what certainly has not is tried for longer.
/// </summary>
/// <param name="first">When it was tried first, machine time.</param>
internal sealed class ConnectorTries(DateTimeOffset first)
{
    /// <summary>For a message the channel does not take now.</summary>
    public static readonly TimeSpan Budget = TimeSpan.FromMinutes(5);

    /// <summary>While the channel cannot be reached at all: nothing has left, so nothing is doubled, and the line may come back.</summary>
    public static readonly TimeSpan BudgetUnreached = TimeSpan.FromHours(2);

    /// <summary>So often a channel's "at once" is taken at its word.</summary>
    private const int Eager = 4;

    private const int MostUnavailable = 3;
    private const int MostFaulty = 1;
    private const int MostAmbiguous = 1;

    // The last is said of a person who has not installed the app (learn.microsoft.com, "Status codes from bot conversational APIs").
    private static readonly string[] DeadCodes =
        ["BotNotInConversationRoster", "ConversationBlockedByUser", "BotDisabledByAdmin", "MessageWritesBlocked", "ForbiddenOperationException"];

    private int _unavailable;
    private int _faulty;
    private int _ambiguous;
    private bool _moved;

    /// <summary>How often it was tried.</summary>
    public int Count { get; private set; }

    /// <summary>What follows.</summary>
    public ConnectorVerdict After(ConnectorAnswer answer, DateTimeOffset now)
    {
        Count++;
        return answer.Outcome switch
        {
            ConnectorOutcome.Taken => new ConnectorVerdict.Sent(),
            ConnectorOutcome.Throttled or ConnectorOutcome.Conflict => Within(Budget, answer, now),
            ConnectorOutcome.Unavailable => ++_unavailable <= MostUnavailable ? Within(Budget, answer, now) : new ConnectorVerdict.Failed(false),
            ConnectorOutcome.Faulty => ++_faulty <= MostFaulty ? Within(Budget, answer, now) : new ConnectorVerdict.Failed(false),
            ConnectorOutcome.Ambiguous => ++_ambiguous <= MostAmbiguous ? Within(Budget, answer, now) : new ConnectorVerdict.Failed(false),
            ConnectorOutcome.NotSent => Within(BudgetUnreached, answer, now),
            ConnectorOutcome.Refused when answer is { Status: 403, Error: "InvalidBotApiHost" } && !_moved => Move(),
            _ => new ConnectorVerdict.Failed(IsDead(answer)),
        };
    }

    private static bool IsDead(ConnectorAnswer answer) =>
        (answer.Status == 403 && DeadCodes.Contains(answer.Error)) || answer is { Status: 404, Error: "ConversationNotFound" };

    private ConnectorVerdict.Moved Move()
    {
        _moved = true;
        return new();
    }

    private ConnectorVerdict Within(TimeSpan budget, ConnectorAnswer answer, DateTimeOffset now)
    {
        var own = Backoff.After(Count, TimeSpan.FromSeconds(1));
        var wait = answer.RetryAfter is { } told && (told > TimeSpan.Zero || Count < Eager) ? told : own;
        return now + wait - first <= budget ? new ConnectorVerdict.Again(wait) : new ConnectorVerdict.Failed(false);
    }
}
