using NodaTime;
using OfficerBot.Conversation.Understanding.Dates;
using OfficerBot.Domain.Time;

namespace OfficerBot.Wiring;

/// <summary>The domain's calendar as understanding asks for it.</summary>
internal sealed class CalendarDays(WorkingCalendar calendar) : IWorkingDays
{
    public bool? IsWorkingDay(LocalDate day) => calendar.IsWorkingDay(day);
}
