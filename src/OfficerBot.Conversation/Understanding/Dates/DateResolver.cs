using NodaTime;

namespace OfficerBot.Conversation.Understanding.Dates;

/// <summary>An interval, its grain, and whether it can be at all.</summary>
internal readonly record struct Placed(LocalDateTime Start, LocalDateTime End, string Grain, bool Impossible = false, int? UnknownYear = null);

/// <summary>Places one <see cref="DatePart"/> on the calendar by the conventions of the label manual, section Dates.</summary>
internal sealed class DateResolver(DateConventions conventions, DateContext context)
{
    private readonly FestivalDays _festivals = new(conventions, context);

    private LocalDate Today => context.Now.Date;

    /// <summary>The interval of a part.</summary>
    public Placed Place(DatePart part)
    {
        if (part.Step != Step.None)
        {
            return part.IsWindow ? Window(part) : Shifted(part);
        }

        var day = part.HasDate ? Days(part) : new(At(Today), At(Today.PlusDays(1)), "day");
        return part.HasTime && !day.Impossible ? Timed(part, day) : day;
    }

    /// <summary>So many steps from a moment.</summary>
    public static LocalDateTime Plus(LocalDateTime from, int amount, Step step) => step switch
    {
        Step.Minute => from.PlusMinutes(amount),
        Step.Hour => from.PlusHours(amount),
        Step.Week => from.PlusWeeks(amount),
        Step.Month => from.PlusMonths(amount),
        Step.Quarter => from.PlusMonths(3 * amount),
        Step.Year => from.PlusYears(amount),
        _ => from.PlusDays(amount),
    };

    private static LocalDateTime At(LocalDate day) => day.AtMidnight();

    private static Placed OneDay(LocalDate day) => new(At(day), At(day.PlusDays(1)), "day");

    private Placed Shifted(DatePart part)
    {
        var moment = Plus(context.Now, part.Amount, part.Step);
        if (part.Step is Step.Minute or Step.Hour)
        {
            var minute = new LocalDateTime(moment.Year, moment.Month, moment.Day, moment.Hour, moment.Minute);
            return new(minute, minute.PlusMinutes(1), "minute");
        }

        return part.Step == Step.WorkingDay ? NthWorkingDay(part.Amount) : OneDay(moment.Date);
    }

    private Placed Window(DatePart part)
    {
        var end = part.ExcludesToday ? Today : Today.PlusDays(1);
        if (part.Step == Step.WorkingDay)
        {
            return LastWorkingDays(part.Amount, end);
        }

        var start = part.Step is Step.Day ? end.PlusDays(-part.Amount)
            : part.Step is Step.Week ? end.PlusDays(-7 * part.Amount) : Plus(At(Today), -part.Amount, part.Step).Date;
        return part.Step is Step.Minute or Step.Hour
            ? new(Plus(context.Now, -part.Amount, part.Step), context.Now, "range")
            : new(At(start), At(end), "range");
    }

    private Placed LastWorkingDays(int count, LocalDate end)
    {
        var day = end;
        for (var guard = 0; count > 0 && guard < 400; guard++)
        {
            day = day.PlusDays(-1);
            if (context.Calendar.IsWorkingDay(day) is not { } works)
            {
                return new(At(day), At(end), "range", UnknownYear: day.Year);
            }

            count -= works ? 1 : 0;
        }

        return new(At(day), At(end), "range");
    }

    private Placed NthWorkingDay(int amount)
    {
        var day = Today;
        for (var guard = 0; amount != 0 && guard < 400; guard++)
        {
            day = day.PlusDays(Math.Sign(amount));
            if (context.Calendar.IsWorkingDay(day) is not { } works)
            {
                return OneDay(day) with { UnknownYear = day.Year };
            }

            amount -= works ? Math.Sign(amount) : 0;
        }

        return OneDay(day);
    }

    private Placed Days(DatePart part)
    {
        if (part.DayShift is { } shift)
        {
            return OneDay(Today.PlusDays(shift));
        }

        if (part.Event is { } name)
        {
            return context.Events.TryGetValue(name, out var days) ? OneDay(days.First) : OneDay(Today) with { Impossible = true };
        }

        if (part.Festival is not null)
        {
            return _festivals.Place(part);
        }

        return part.Weekend || part.Weekday is not null || part.WeekShift is not null ? Weekly(part) : Monthly(part);
    }

    private Placed Weekly(DatePart part)
    {
        var monday = Today.PlusDays(1 - (int)Today.DayOfWeek).PlusWeeks(part.WeekShift ?? 0);
        if (part.Weekend)
        {
            return new(At(monday.PlusDays(5)), At(monday.PlusDays(7)), "weekend");
        }

        if (part.Weekday is not { } weekday)
        {
            return new(At(monday), At(monday.PlusDays(7)), "week");
        }

        var day = monday.PlusDays(weekday - 1);
        if (part.WeekShift is null)
        {
            day = context.Prefer == "past" && day > Today ? day.PlusDays(-7) : context.Prefer == "future" && day < Today ? day.PlusDays(7) : day;
        }

        return OneDay(day);
    }

    private Placed Monthly(DatePart part)
    {
        int? year = part.Year ?? (part.YearShift is { } y ? Today.Year + y : null);
        if (part.Half is { } half)
        {
            var start = new LocalDate(year ?? Today.Year, half == 1 ? 1 : 7, 1);
            return new(At(start), At(start.PlusMonths(6)), "half");
        }

        if (part.Quarter is not null || part.QuarterShift is not null)
        {
            return QuarterOf(part, year);
        }

        if (part.Month is null && part.MonthShift is null && part.Day is null && part.TenDay is null)
        {
            var january = new LocalDate(year ?? Today.Year, 1, 1);
            return new(At(january), At(january.PlusYears(1)), "year");
        }

        return part.Day is not null ? DayOf(part, year) : MonthPart(part, MonthOf(part, year));
    }

    private Placed QuarterOf(DatePart part, int? year)
    {
        var current = new LocalDate(Today.Year, ((Today.Month - 1) / 3 * 3) + 1, 1);
        var start = part.QuarterShift is { } shift ? current.PlusMonths(3 * shift) : new LocalDate(year ?? Today.Year, ((part.Quarter!.Value - 1) * 3) + 1, 1); // one of both is set
        if (year is null && part.Quarter is not null && context.Prefer == "past" && start > Today)
        {
            start = start.PlusYears(-1);
        }

        return new(At(start), At(start.PlusMonths(3)), "quarter");
    }

    private LocalDate MonthOf(DatePart part, int? year)
    {
        var current = new LocalDate(Today.Year, Today.Month, 1);
        if (part.Month is not { } month)
        {
            return current.PlusMonths(part.MonthShift ?? 0);
        }

        var start = new LocalDate(year ?? Today.Year, month, 1);
        return year is null && context.Prefer == "past" && start > Today ? start.PlusYears(-1)
            : year is null && context.Prefer == "future" && start < current ? start.PlusYears(1) : start;
    }

    private static Placed MonthPart(DatePart part, LocalDate month)
    {
        if (part.WeekOfMonth is { } week)
        {
            var start = month.PlusDays(7 * (week - 1));
            return new(At(start), At(start.PlusDays(7)), "range");
        }

        var next = month.PlusMonths(1);
        return part.TenDay switch
        {
            1 => new(At(month), At(month.PlusDays(10)), "tenday"),
            2 => new(At(month.PlusDays(10)), At(month.PlusDays(20)), "tenday"),
            3 => new(At(month.PlusDays(20)), At(next), "tenday"),
            _ => new(At(month), At(next), "month"),
        };
    }

    private Placed DayOf(DatePart part, int? year)
    {
        var day = part.Day!.Value; // asked for only when set
        if (part.Month is null)
        {
            return BareDay(part, day);
        }

        var candidate = Make(year ?? Today.Year, part.Month.Value, day);
        if (year is null && context.Prefer is { } prefer && (candidate is null || (prefer == "past" ? candidate > Today : candidate < Today)))
        {
            candidate = Make(Today.Year + (prefer == "past" ? -1 : 1), part.Month.Value, day) ?? candidate;
        }

        return candidate is { } found ? OneDay(found) : OneDay(new(year ?? Today.Year, part.Month.Value, 1)) with { Impossible = true };
    }

    private Placed BareDay(DatePart part, int day)
    {
        var month = new LocalDate(Today.Year, Today.Month, 1).PlusMonths(part.MonthShift ?? 0);
        var direction = part.MonthShift is not null || context.Prefer is null ? 0 : context.Prefer == "past" ? -1 : 1;
        for (var tries = 0; tries < 3; tries++)
        {
            var candidate = Make(month.Year, month.Month, day);
            if (candidate is { } found && (direction == 0 || (direction < 0 ? found <= Today : found >= Today)))
            {
                return OneDay(found);
            }

            if (direction == 0)
            {
                break;
            }

            month = month.PlusMonths(direction);
        }

        return OneDay(month) with { Impossible = true };
    }

    private static LocalDate? Make(int year, int month, int day)
        => day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;

    private Placed Timed(DatePart part, Placed day)
    {
        var date = day.Start.Date;
        if (part.Hour is not { } hour)
        {
            var (from, to) = conventions.Parts[part.PartOfDay!]; // a time without hour is a part of the day
            return new(At(date).PlusHours(from), At(date).PlusHours(to), "part");
        }

        var moment = At(date).PlusHours(HourOf(part, hour)).PlusMinutes(part.Minute ?? 0);
        return new(moment, moment.PlusMinutes(1), "minute");
    }

    /// <summary>下午3点 is 15; a bare 1–6 is the afternoon; 晚上12点 is midnight; 中午1点 is 13.</summary>
    private int HourOf(DatePart part, int hour)
    {
        if (part.ExactHour)
        {
            return hour;
        }

        if (part.PartOfDay is not { } name)
        {
            return hour is >= 1 and <= 6 ? hour + 12 : hour;
        }

        var (from, to) = conventions.Parts[name];
        return hour < from && hour + 12 <= to && hour <= 12 ? hour + 12 : hour;
    }
}
