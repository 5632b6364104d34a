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

    /// <summary>For a message the channel says it has not taken, and when to come again: Teams' widest window is an hour, so it has room for two.</summary>
    public static readonly TimeSpan BudgetTold = TimeSpan.FromHours(2);

    /// <summary>Longer than this a conversation does not rest, whatever it is told.</summary>
    public static readonly TimeSpan LongestRest = TimeSpan.FromHours(1);

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
            _ when Told(answer) is { } wait => AsTold(wait, now),
            ConnectorOutcome.Throttled or ConnectorOutcome.Conflict => Within(Budget, answer, now),
            ConnectorOutcome.Unavailable => ++_unavailable <= MostUnavailable ? Within(Budget, answer, now) : new ConnectorVerdict.Failed(false),
            ConnectorOutcome.Faulty => ++_faulty <= MostFaulty ? Within(Budget, answer, now) : new ConnectorVerdict.Failed(false),
            ConnectorOutcome.Ambiguous => ++_ambiguous <= MostAmbiguous ? Within(Budget, answer, now) : new ConnectorVerdict.Failed(false),
            ConnectorOutcome.NotSent => Within(BudgetUnreached, answer, now),
            ConnectorOutcome.Refused when answer is { Status: 403, Error: "InvalidBotApiHost" } && !_moved => Move(),
            _ => new ConnectorVerdict.Failed(IsDead(answer)),
        };
    }

    // A 502 or 504 is a gateway's, behind which it may have been taken.
    private static TimeSpan? Told(ConnectorAnswer answer) =>
        (answer.Outcome == ConnectorOutcome.Throttled || answer.Status == 503) && answer.RetryAfter is { } told && told > TimeSpan.Zero ? told : null;

    private ConnectorVerdict AsTold(TimeSpan told, DateTimeOffset now)
    {
        var own = now - first < Budget ? TimeSpan.Zero : Backoff.After(Count, TimeSpan.FromSeconds(1));
        var wait = told < own ? own : told < LongestRest ? told : LongestRest;
        return now + wait - first <= BudgetTold ? new ConnectorVerdict.Again(wait) : new ConnectorVerdict.Failed(false) { Rest = wait };
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
