using NodaTime;

namespace OfficerBot.Conversation.Understanding.Dates;

/// <summary>Places festivals: the day, and as periods the statutory days off around it.</summary>
internal sealed class FestivalDays(DateConventions conventions, DateContext context)
{
    /// <summary>So long ago that the next one, if near, is meant instead (元旦 said in December).</summary>
    private const int LongPast = 240;

    /// <summary>So near.</summary>
    private const int Near = 100;

    /// <summary>So near that a request that looks back speaks of it already (国庆期间谁没报, said in September), as with days of a month.</summary>
    private const int Coming = 62;

    /// <summary>The day, or the holiday when said as a period.</summary>
    public Placed Place(DatePart part)
    {
        var festival = conventions.Festivals[part.Festival!]; // asked for only when set
        var today = context.Now.Date;
        var year = part.Year ?? today.Year + (part.YearShift ?? 0);
        var day = festival.In(year);
        if (part.Year is null && part.YearShift is null)
        {
            day = context.Prefer switch
            {
                "past" when context.InRequest || day > today => Behind(festival, day, today),
                "future" when day < today => festival.In(year + 1),
                null => Nearest(festival, day, today),
                _ => day,
            };
        }

        return festival.IsPeriod || part.AsPeriod ? Period(day) : new(day.AtMidnight(), day.PlusDays(1).AtMidnight(), "day");
    }

    private LocalDate Behind(Festival festival, LocalDate day, LocalDate today)
    {
        var (last, next) = day > today ? (festival.In(today.Year - 1), day) : (day, festival.In(today.Year + 1));
        return context.InRequest && last.PlusDays(LongPast) < today && next <= today.PlusDays(Coming) ? next : last;
    }

    private static LocalDate Nearest(Festival festival, LocalDate day, LocalDate today)
    {
        var next = festival.In(today.Year + 1);
        return day.PlusDays(LongPast) < today && next < today.PlusDays(Near) ? next : day;
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
