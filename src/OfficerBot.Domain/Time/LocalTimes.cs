using NodaTime;
using NodaTime.TimeZones;

namespace OfficerBot.Domain.Time;

/// <summary>
/// The one policy for local times that a zone skips or repeats. A skipped time means the first moment after the gap; a repeated one means its
/// first passing, so that a deadline never moves later than the clock on the wall showed it.
/// </summary>
public static class LocalTimes
{
    private static readonly ZoneLocalMappingResolver Policy =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    /// <summary>The instant of a local time in a zone.</summary>
    public static Instant ToInstant(LocalDateTime local, DateTimeZone zone) => zone.ResolveLocal(local, Policy).ToInstant();

    /// <summary>The local date of an instant in a zone.</summary>
    public static LocalDate DateOf(Instant at, DateTimeZone zone) => at.InZone(zone).Date;
}
