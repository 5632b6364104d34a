using NodaTime;

namespace OfficerBot.Conversation.Understanding.Dates;

/// <summary>The state's calendar of working days, with make-up days (调休).</summary>
public interface IWorkingDays
{
    /// <summary>True for a working day, false for a day off, null when the calendar of that year is not known: never a guess.</summary>
    bool? IsWorkingDay(LocalDate day);
}

/// <summary>No calendar at all: every answer is "not known".</summary>
public sealed class UnknownWorkingDays : IWorkingDays
{
    /// <summary>The only one.</summary>
    public static UnknownWorkingDays Instance { get; } = new();

    /// <inheritdoc/>
    public bool? IsWorkingDay(LocalDate day) => null;
}
