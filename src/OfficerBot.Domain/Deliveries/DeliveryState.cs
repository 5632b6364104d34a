using NodaTime;

namespace OfficerBot.Domain.Deliveries;

/// <summary>
/// Where a letter stands on its way to the mail server. All instants are machine time but <see cref="Accepted.At"/>.
/// Moves are made by <see cref="Delivery"/> only, and stored before anything is done because of them.
/// </summary>
public abstract record DeliveryState
{
    private DeliveryState(DeliveryTries tries) => Tries = tries;

    public DeliveryTries Tries { get; init; }

    /// <summary>To be sent as soon as a connection is free.</summary>
    public sealed record Queued(DeliveryTries Tries, Instant At) : DeliveryState(Tries);

    /// <summary>A connection is, or at a restart was, open. Stored before connecting.</summary>
    public sealed record Sending(DeliveryTries Tries, Instant Since) : DeliveryState(Tries);

    /// <summary>The server answered 250: it has the letter. The end.</summary>
    /// <param name="At">Office time of the answer; the standing follows it.</param>
    /// <param name="Words">The server's own: the proof.</param>
    public sealed record Accepted(DeliveryTries Tries, Instant At, string Words) : DeliveryState(Tries);

    /// <summary>Not taken, and will be tried again.</summary>
    public sealed record WaitingRetry(DeliveryTries Tries, Instant Until, string Words) : DeliveryState(Tries);

    /// <summary>Taken or not, nobody can say; the same bytes go out again at <paramref name="Until"/>.</summary>
    public sealed record Ambiguous(DeliveryTries Tries, Instant Until, string Words) : DeliveryState(Tries);

    /// <summary>Will not be tried again by itself. The end, unless a person asks for one more try.</summary>
    public sealed record Failed(DeliveryTries Tries, Instant At, DeliveryFailure Why, string Words) : DeliveryState(Tries);

    /// <summary>Stopped with all mail; goes on when the settings change.</summary>
    public sealed record Halted(DeliveryTries Tries, Instant Since, MailStopReason Reason, string Words) : DeliveryState(Tries);
}
