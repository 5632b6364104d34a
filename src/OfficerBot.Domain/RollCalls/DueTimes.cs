using NodaTime;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Time;

namespace OfficerBot.Domain.RollCalls;

/// <summary>The instants an occurrence is judged by.</summary>
/// <param name="Due">In time means strictly before (000-01: 12:00:00 is late).</param>
/// <param name="LateUntil">From here on a filing is 补报.</param>
public sealed record DueTimes(Duty Duty, Slot Slot, Instant Due, Instant LateUntil)
{
    /// <summary>The instants of an occurrence.</summary>
    public static DueTimes Of(Occurrences occurrences, Duty duty, Occurrence occurrence) => new(
        duty, occurrence.Slot, occurrences.DueAt(occurrence), LocalTimes.ToInstant(LatenessWindow.EndOf(duty, occurrence), occurrences.Notice.Zone));
}
