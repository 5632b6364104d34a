using System.Globalization;
using NodaTime;

namespace OfficerBot.Conversation.Understanding.Dates;

/// <summary>Places festivals: fixed or lunar days, and as periods the statutory days off around them.</summary>
internal sealed class FestivalDays(DateConventions conventions, DateContext context)
{
    private static readonly ChineseLunisolarCalendar Lunar = new();

    /// <summary>The day, or the holiday when said as a period.</summary>
    public Placed Place(DatePart part)
    {
        var festival = conventions.Festivals[part.Festival!]; // asked for only when set
        var today = context.Now.Date;
        var year = part.Year ?? today.Year + (part.YearShift ?? 0);
        var day = DayOf(festival, year);
        if (part.Year is null && part.YearShift is null)
        {
            day = context.Prefer == "past" && day > today ? DayOf(festival, year - 1) : context.Prefer == "future" && day < today ? DayOf(festival, year + 1) : day;
        }

        return festival.IsPeriod || part.AsPeriod ? Period(day) : new(day.AtMidnight(), day.PlusDays(1).AtMidnight(), "day");
    }

    private static LocalDate DayOf(Festival festival, int year)
    {
        if (!festival.IsLunar || year is < 1902 or > 2099)
        {
            return new(year, festival.Month, festival.Day);
        }

        var leap = Lunar.GetLeapMonth(year);
        var month = leap > 0 && festival.Month >= leap ? festival.Month + 1 : festival.Month;
        return LocalDate.FromDateTime(Lunar.ToDateTime(year, month, festival.Day, 0, 0, 0, 0));
    }

    /// <summary>The run of days off around the day; only the day itself (marked) when the calendar of the year is not known.</summary>
    private Placed Period(LocalDate day)
    {
        var (first, end) = (day, day.PlusDays(1));
        while (end < day.PlusDays(15) && context.Calendar.IsWorkingDay(end) == false)
        {
            end = end.PlusDays(1);
        }

        while (first > day.PlusDays(-3) && context.Calendar.IsWorkingDay(first.PlusDays(-1)) == false)
        {
            first = first.PlusDays(-1);
        }

        int? unknown = context.Calendar.IsWorkingDay(day) is null ? day.Year : null;
        return new(first.AtMidnight(), end.AtMidnight(), "range", UnknownYear: unknown);
    }
}
