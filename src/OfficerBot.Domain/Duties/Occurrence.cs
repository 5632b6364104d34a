using NodaTime;

namespace OfficerBot.Domain.Duties;

/// <summary>The key of an occurrence: a duty and a local date-time, never an instant. For a daily duty the time is 00:00 of the day;
/// for a timed duty it is the time the notice names, before any holiday moved it.</summary>
public readonly record struct Slot(DutyId Duty, LocalDateTime At)
{
    /// <summary>The key as stored, for example <c>2020-09-16T12:00</c>.</summary>
    public string AtText => At.ToString("uuuu-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>An occurrence (应报): one duty falling due at one instant. Computed from notice and calendar, not stored ahead.</summary>
/// <param name="Slot">Its key.</param>
/// <param name="Day">The local day people call it by.</param>
/// <param name="Opens">Local: what is filed from here on counts for it.</param>
/// <param name="Due">Local, exclusive: in time means strictly before.</param>
/// <param name="HolidayName">Name of the holiday the slot falls on, or null.</param>
public sealed record Occurrence(Slot Slot, LocalDate Day, LocalDateTime Opens, LocalDateTime Due, string? HolidayName);
