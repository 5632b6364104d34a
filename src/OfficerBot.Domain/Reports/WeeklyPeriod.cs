using NodaTime;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Time;

namespace OfficerBot.Domain.Reports;

/// <summary>The stretch a weekly report covers: after the compiling time of the week before, up to its own. A week wholly off is merged into the next.</summary>
public static class WeeklyPeriod
{
    // Longer than any run of weeks without a working day.
    private const int MostWeeks = 5;

    /// <summary>From when the report of a weekly slot covers; the beginning of the work for the first one.</summary>
    public static Instant From(Occurrences occurrences, Slot slot)
    {
        var notice = occurrences.Notice;
        for (var weeks = 1; weeks <= MostWeeks; weeks++)
        {
            if (occurrences.Calendar.LastWorkingDayOfWeek(slot.At.Date.PlusWeeks(-weeks)) is { } day && day >= notice.Begins)
            {
                return LocalTimes.ToInstant(day.At(slot.At.TimeOfDay), notice.Zone);
            }
        }

        return LocalTimes.ToInstant(notice.Begins.AtMidnight(), notice.Zone);
    }

    /// <summary>The cut-off: the slot's own time.</summary>
    public static Instant To(Occurrences occurrences, Slot slot) => LocalTimes.ToInstant(slot.At, occurrences.Notice.Zone);
}
