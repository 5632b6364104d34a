using NodaTime;

namespace OfficerBot.Domain.Deliveries;

/// <summary>A delivery's state as one flat row, the same columns for every state, for the store and for histories.</summary>
/// <param name="State">queued, sending, accepted, waiting, ambiguous, failed, halted.</param>
/// <param name="At">The state's instant: since when, until when, or when.</param>
/// <param name="Reason">A <see cref="DeliveryFailure"/> when failed, a <see cref="MailStopReason"/> when halted, else 0.</param>
/// <param name="Words">The server's own words, possibly empty.</param>
public sealed record DeliveryRow(string State, Instant At, DeliveryTries Tries, int Reason, string Words)
{
    public static DeliveryRow Of(DeliveryState state) => state switch
    {
        DeliveryState.Queued queued => new("queued", queued.At, queued.Tries, 0, ""),
        DeliveryState.Sending sending => new("sending", sending.Since, sending.Tries, 0, ""),
        DeliveryState.Accepted accepted => new("accepted", accepted.At, accepted.Tries, 0, accepted.Words),
        DeliveryState.WaitingRetry waiting => new("waiting", waiting.Until, waiting.Tries, 0, waiting.Words),
        DeliveryState.Ambiguous ambiguous => new("ambiguous", ambiguous.Until, ambiguous.Tries, 0, ambiguous.Words),
        DeliveryState.Failed failed => new("failed", failed.At, failed.Tries, (int)failed.Why, failed.Words),
        DeliveryState.Halted halted => new("halted", halted.Since, halted.Tries, (int)halted.Reason, halted.Words),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>Throws for a word or a number that no state has: the row was not written by us.</summary>
    public DeliveryState ToState() => State switch
    {
        "queued" => new DeliveryState.Queued(Tries, At),
        "sending" => new DeliveryState.Sending(Tries, At),
        "accepted" => new DeliveryState.Accepted(Tries, At, Words),
        "waiting" => new DeliveryState.WaitingRetry(Tries, At, Words),
        "ambiguous" => new DeliveryState.Ambiguous(Tries, At, Words),
        "failed" when Enum.IsDefined((DeliveryFailure)Reason) => new DeliveryState.Failed(Tries, At, (DeliveryFailure)Reason, Words),
        "halted" when Enum.IsDefined((MailStopReason)Reason) => new DeliveryState.Halted(Tries, At, (MailStopReason)Reason, Words),
        _ => throw new InvalidOperationException($"No delivery is in the state {State} {Reason}."),
    };
}
