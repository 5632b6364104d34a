using NodaTime;

namespace OfficerBot.Conversation.Understanding.Dates;

/// <summary>Places years, halves, quarters, months and days of a month.</summary>
internal sealed class MonthPlaces(DateContext context)
{
    private LocalDate Today => context.Now.Date;

    /// <summary>The interval of a part without week, day word or festival.</summary>
    public Placed Place(DatePart part)
    {
        int? year = part.Year ?? (part.YearShift is { } y ? Today.Year + y : null);
        if (part.Half is not null || part.HalfShift is not null)
        {
            return HalfOf(part, year);
        }

        if (part.Quarter is not null || part.QuarterShift is not null)
        {
            return QuarterOf(part, year);
        }

        if (part.Month is null && part.MonthShift is null && part.Day is null && part.TenDay is null)
        {
            var january = new LocalDate(year ?? Today.Year, 1, 1);
            return new(january.AtMidnight(), january.PlusYears(1).AtMidnight(), "year");
        }

        return part.IsLunar ? LunarDay(part, year) : part.Day is not null ? DayOf(part, year) : InMonth(part, MonthOf(part, year));
    }

    private static LocalDate? Make(int year, int month, int day)
        => day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;

    private Placed HalfOf(DatePart part, int? year)
    {
        if (part.HalfOf == Step.Month)
        {
            var month = MonthOf(part, year);
            var middle = month.PlusDays(15);
            return part.Half == 1 ? new(month.AtMidnight(), middle.AtMidnight(), "half") : new(middle.AtMidnight(), month.PlusMonths(1).AtMidnight(), "half");
        }

        var half = part.Half ?? (Today.Month <= 6 ? 1 : 2);
        var start = new LocalDate(year ?? Today.Year, half == 1 ? 1 : 7, 1).PlusMonths(6 * (part.HalfShift ?? 0));
        return new(start.AtMidnight(), start.PlusMonths(6).AtMidnight(), "half");
    }

    private Placed QuarterOf(DatePart part, int? year)
    {
        var current = new LocalDate(Today.Year, ((Today.Month - 1) / 3 * 3) + 1, 1);
        var start = part.QuarterShift is { } shift ? current.PlusMonths(3 * shift) : new LocalDate(year ?? Today.Year, (((part.Quarter ?? 1) - 1) * 3) + 1, 1);
        if (year is null && part.Quarter is not null && context.Prefer == "past" && start > Today)
        {
            start = start.PlusYears(-1);
        }

        return new(start.AtMidnight(), start.PlusMonths(3).AtMidnight(), "quarter");
    }

    private LocalDate MonthOf(DatePart part, int? year)
    {
        var current = new LocalDate(Today.Year, Today.Month, 1);
        if (part.Month is not { } month)
        {
            var shifted = current.PlusMonths(part.MonthShift ?? 0);
            return year is { } said ? new(said, shifted.Month, 1) : shifted;
        }

        var start = new LocalDate(year ?? Today.Year, month, 1);
        return year is null && context.Prefer == "past" && start > Today ? start.PlusYears(-1)
            : year is null && context.Prefer == "future" && start < current ? start.PlusYears(1) : start;
    }

    private static Placed InMonth(DatePart part, LocalDate month)
    {
        if (part.WeekOfMonth is { } week)
        {
            var start = month.PlusDays(7 * (week - 1));
            return new(start.AtMidnight(), start.PlusDays(7).AtMidnight(), "range");
        }

        var next = month.PlusMonths(1);
        if (part.TenDay is not { } ten)
        {
            return new(month.AtMidnight(), next.AtMidnight(), "month");
        }

        var end = (part.TenDayTo ?? ten) == 3 ? next : month.PlusDays(10 * (part.TenDayTo ?? ten));
        return new(month.PlusDays(10 * (ten - 1)).AtMidnight(), end.AtMidnight(), part.TenDayTo is null ? "tenday" : "range");
    }

    private Placed LunarDay(DatePart part, int? year)
    {
        var (month, day) = (part.Month ?? 1, part.Day ?? 1);
        var found = Festival.OfLunar(year ?? Today.Year, month, day);
        if (year is null && context.Prefer is { } prefer && (prefer == "past" ? found > Today : found < Today))
        {
            found = Festival.OfLunar(Today.Year + (prefer == "past" ? -1 : 1), month, day);
        }
        else if (year is null && context.Prefer is null && month > 10 && Festival.OfLunar(Today.Year - 1, month, day) is var running && running.PlusDays(40) > Today)
        {
            found = running; // 腊月 of the lunar year that is still running
        }

        return Placed.OneDay(found);
    }

    private Placed DayOf(DatePart part, int? year)
    {
        var day = part.Day ?? 1;
        if (part.Month is null)
        {
            return BareDay(part, day, year);
        }

        if (part.Month == 2 && day == 29 && year is null)
        {
            return LeapDay();
        }

        var candidate = Make(year ?? Today.Year, part.Month.Value, day);
        if (year is null && context.Prefer is { } prefer && (candidate is null || (prefer == "past" ? candidate > Today : candidate < Today)))
        {
            candidate = Make(Today.Year + (prefer == "past" ? -1 : 1), part.Month.Value, day) ?? candidate;
        }

        return candidate is { } found ? Placed.OneDay(found) : Placed.OneDay(new(year ?? Today.Year, part.Month.Value, 1)) with { Impossible = true };
    }

    /// <summary>The last, next or nearest 29 February there is.</summary>
    private Placed LeapDay()
    {
        var days = Enumerable.Range(Today.Year - 8, 17).Where(CalendarSystem.Iso.IsLeapYear).Select(y => new LocalDate(y, 2, 29));
        return Placed.OneDay(context.Prefer switch
        {
            "past" => days.Last(d => d <= Today),
            "future" => days.First(d => d >= Today),
            _ => days.OrderBy(d => d.Year == Today.Year ? 0 : 1).ThenBy(d => Math.Abs(Period.DaysBetween(d, Today))).First(),
        });
    }

    /// <summary>A day without its month. When this month has no such day and no side is preferred, the nearest month that has one.</summary>
    private Placed BareDay(DatePart part, int day, int? year)
    {
        var current = new LocalDate(year ?? Today.Year, Today.Month, 1);
        if (part.MonthShift is { } shift)
        {
            var said = current.PlusMonths(shift);
            return Make(said.Year, said.Month, day) is { } found ? Placed.OneDay(found) : Placed.OneDay(said) with { Impossible = true };
        }

        var candidates = Enumerable.Range(-2, 5).Select(i => current.PlusMonths(i)).Select(m => Make(m.Year, m.Month, day)).OfType<LocalDate>();
        var chosen = context.Prefer switch
        {
            "past" => candidates.Last(d => d <= Today),
            "future" => candidates.First(d => d >= Today),
            _ => candidates.OrderBy(d => d.Month == Today.Month ? 0 : 1).ThenBy(d => Math.Abs(Period.DaysBetween(d, Today))).First(),
        };
        return Placed.OneDay(chosen);
    }
}
