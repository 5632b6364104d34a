using NodaTime;

namespace OfficerBot.Domain.Deliveries;

/// <summary>
/// The moves of a delivery. The promise: a letter is sent at least once; a second copy goes out only after an attempt whose
/// end nobody saw, always with the same bytes and Message-ID, and marked. There is no jitter: one process sends, one letter
/// at a time.
/// </summary>
public static class Delivery
{
    /// <summary>A server may take this long over a letter it has in hand (RFC 5321 §4.5.3.2.6).</summary>
    public static readonly Duration DoubtWait = Duration.FromMinutes(10);

    /// <summary>Unit and liaison are told when a confirmed report is not accepted after this long.</summary>
    public static readonly Duration WarnAfter = Duration.FromMinutes(10);

    private const int MostAttempts = 200; // two days of quarter hours

    private static readonly Duration AfterMidnight = Duration.FromMinutes(5);

    private static readonly Offset Beijing = Offset.FromHours(8);

    public static DeliveryState.Queued Start(Instant now) => new(DeliveryTries.None, now);

    /// <summary>When the next attempt is due. Null: none is, because it is running, at its end, or halted.</summary>
    public static Instant? DueAt(DeliveryState state) => state switch
    {
        DeliveryState.Queued queued => queued.At,
        DeliveryState.WaitingRetry waiting => waiting.Until,
        DeliveryState.Ambiguous ambiguous => ambiguous.Until,
        _ => null,
    };

    /// <summary>The state to store before connecting. Throws when no attempt is due: claiming a row that is not is our mistake.</summary>
    public static DeliveryState.Sending Begin(DeliveryState state, Instant now) => DueAt(state) <= now
        ? new DeliveryState.Sending(state.Tries with { Attempts = state.Tries.Attempts + 1 }, now)
        : throw new InvalidOperationException($"A delivery that is {DeliveryRow.Of(state).State} cannot be sent now.");

    /// <summary>What an attempt's end makes of it.</summary>
    public static DeliveryState After(DeliveryState.Sending sending, AttemptResult result, Instant now) => result switch
    {
        AttemptResult.Taken taken => new DeliveryState.Accepted(sending.Tries, taken.At, taken.Words),
        AttemptResult.Refused => new DeliveryState.Failed(sending.Tries, now, DeliveryFailure.Refused, result.Words),
        AttemptResult.Stopped stopped => new DeliveryState.Halted(sending.Tries, now, stopped.Reason, result.Words),
        AttemptResult.PutOff when sending.Tries.Attempts >= MostAttempts =>
            new DeliveryState.Failed(sending.Tries, now, DeliveryFailure.GaveUp, result.Words),
        AttemptResult.PutOff putOff => new DeliveryState.WaitingRetry(sending.Tries, RetryAt(putOff.Pace, sending.Tries.Attempts, now), result.Words),
        AttemptResult.OpenEnd => AfterOpenEnd(sending, result.Words, now),
        _ => throw new ArgumentOutOfRangeException(nameof(result)),
    };

    /// <summary>
    /// For a row found in Sending when the process starts: the process died with the line open, so the letter may be out.
    /// Deaths do not count as open ends: however often we die, the letter is sent until somebody answers.
    /// </summary>
    public static DeliveryState.Ambiguous AfterRestart(DeliveryState.Sending sending) =>
        new(sending.Tries with { MayBeDuplicate = true }, sending.Since + DoubtWait, "");

    /// <summary>A halted delivery when the settings have changed.</summary>
    public static DeliveryState.Queued Resume(DeliveryState.Halted halted, Instant now) => new(halted.Tries, now);

    /// <summary>A person asks to send it now: waiting, in doubt or failed, it is due at once. What is running, taken or halted stays as it is.</summary>
    public static DeliveryState SendNow(DeliveryState state, Instant now) => state switch
    {
        DeliveryState.WaitingRetry waiting => waiting with { Until = now },
        DeliveryState.Ambiguous ambiguous => ambiguous with { Until = now },
        DeliveryState.Failed failed => new DeliveryState.Queued(failed.Tries with { Attempts = 0 }, now),
        _ => state,
    };

    /// <summary>When to try again after so many attempts.</summary>
    public static Instant RetryAt(RetryPace pace, int attempts, Instant now) => pace switch
    {
        RetryPace.Soon => now + Duration.FromMinutes(attempts <= 3 ? 1 << Math.Max(attempts, 1) : 15),
        RetryPace.QuarterHour => now + Duration.FromMinutes(15),
        RetryPace.Hour => now + Duration.FromHours(1),
        RetryPace.Tomorrow => NextMidnight(now) + AfterMidnight,
        _ => throw new ArgumentOutOfRangeException(nameof(pace)),
    };

    private static DeliveryState AfterOpenEnd(DeliveryState.Sending sending, string words, Instant now)
    {
        var tries = sending.Tries with { OpenEnds = sending.Tries.OpenEnds + 1, MayBeDuplicate = true };
        return tries.OpenEnds == 1
            ? new DeliveryState.Ambiguous(tries, now + DoubtWait, words)
            : new DeliveryState.Failed(tries, now, DeliveryFailure.InDoubt, words);
    }

    /// <summary>Providers count a day by Beijing's calendar.</summary>
    private static Instant NextMidnight(Instant now) =>
        now.WithOffset(Beijing).Date.PlusDays(1).AtMidnight().WithOffset(Beijing).ToInstant();
}
