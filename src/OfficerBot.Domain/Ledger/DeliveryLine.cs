using NodaTime;

namespace OfficerBot.Domain.Ledger;

/// <summary>One line of a delivery's history.</summary>
/// <param name="State">queued, sending, accepted, waiting, ambiguous, failed, halted.</param>
/// <param name="Words">The server's own words, possibly empty.</param>
public sealed record DeliveryLine(Instant At, int Attempt, string State, string Words);
