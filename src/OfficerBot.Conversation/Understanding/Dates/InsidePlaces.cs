using NodaTime;

namespace OfficerBot.Conversation.Understanding.Dates;

/// <summary>Places a stretch within a period: 本月最后一个周五, 今年前三季度, 2021年第一周.</summary>
internal sealed class InsidePlaces(DateContext context)
{
    /// <summary>The stretch; impossible when the period is too short for it (9月第五个周五).</summary>
    public Placed Place(Inside inside, Placed period)
    {
        if (period.Impossible || period.UnknownYear is not null)
        {
            return period;
        }

        int? unknown = null;
        var units = Units(inside, period.Start.Date, period.End.Date, ref unknown);
        var first = inside.First > 0 ? inside.First - 1 : units.Count + inside.First;
        if (unknown is not null)
        {
            return period with { UnknownYear = unknown };
        }

        if (first < 0 || first + inside.Count > units.Count || inside.Count < 1)
        {
            return period with { Impossible = true };
        }

        var grain = inside.Count > 1 ? "range" : inside.Step switch { Step.Week => "week", Step.Month => "month", Step.Quarter => "quarter", _ => "day" };
        return new(units[first].Start.AtMidnight(), units[first + inside.Count - 1].End.AtMidnight(), grain);
    }

    private List<(LocalDate Start, LocalDate End)> Units(Inside inside, LocalDate from, LocalDate to, ref int? unknown)
    {
        if (inside.Step is Step.Month or Step.Quarter)
        {
            var months = inside.Step == Step.Month ? 1 : 3;
            return [.. Steps(from, to, d => d.PlusMonths(months)).Select(d => (d, d.PlusMonths(months)))];
        }

        if (inside.Step == Step.Week)
        {
            return inside.ByCalendar || Period.DaysBetween(from, to) > 60
                ? [.. Steps(FirstWeek(from), FirstWeek(to), d => d.PlusWeeks(1)).Select(d => (d, d.PlusWeeks(1)))]
                : inside.First > 0 ? [.. Steps(from, to, d => d.PlusDays(7)).Select(d => (d, d.PlusDays(7)))]
                : [(to.PlusDays(7 * inside.First), to.PlusDays(7 * (inside.First + inside.Count)))];
        }

        List<(LocalDate Start, LocalDate End)> days = [];
        foreach (var day in Steps(from, to, d => d.PlusDays(1)))
        {
            var works = inside.Step == Step.WorkingDay ? context.Calendar.IsWorkingDay(day) : true;
            unknown ??= works is null ? day.Year : null;
            if (works == true && (inside.Weekday is not { } weekday || (int)day.DayOfWeek == weekday))
            {
                days.Add((day, day.PlusDays(1)));
            }
        }

        return days;
    }

    /// <summary>Monday of the first week of a year: the one with its first Thursday.</summary>
    private static LocalDate FirstWeek(LocalDate january)
    {
        var fourth = january.PlusDays(3);
        return fourth.PlusDays(1 - (int)fourth.DayOfWeek);
    }

    private static IEnumerable<LocalDate> Steps(LocalDate from, LocalDate to, Func<LocalDate, LocalDate> next)
    {
        for (var day = from; day < to; day = next(day))
        {
            yield return day;
        }
    }
}
