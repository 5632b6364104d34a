using NodaTime;

namespace OfficerBot.Conversation.Understanding.Dates;

/// <summary>An interval, its grain, whether it can be at all, and the year whose calendar is needed and not known.</summary>
internal readonly record struct Placed(LocalDateTime Start, LocalDateTime End, string Grain, bool Impossible = false, int? UnknownYear = null)
{
    /// <summary>One whole day.</summary>
    public static Placed OneDay(LocalDate day) => new(day.AtMidnight(), day.PlusDays(1).AtMidnight(), "day");
}
