using NodaTime;

namespace OfficerBot.Conversation.Understanding.Dates;

/// <summary>Places one <see cref="DatePart"/> on the calendar by the conventions of the label manual, section Dates.</summary>
internal sealed class DateResolver(DateConventions conventions, DateContext context)
{
    private readonly FestivalDays _festivals = new(conventions, context);
    private readonly MonthPlaces _months = new(context);
    private readonly SpanPlaces _spans = new(context);
    private readonly InsidePlaces _insides = new(context);

    private LocalDate Today => context.Now.Date;

    /// <summary>The interval of a part.</summary>
    public Placed Place(DatePart part)
    {
        if (part.IsNow)
        {
            var now = context.Now;
            var minute = new LocalDateTime(now.Year, now.Month, now.Day, now.Hour, now.Minute);
            return new(minute, minute.PlusMinutes(1), "minute");
        }

        if (part is { Step: not Step.None, HasTime: false } or { Window: not Window.None })
        {
            return _spans.Place(part);
        }

        var day = part.HasDate ? Days(part) : Placed.OneDay(Today);
        day = part.Inside is { } inside ? _insides.Place(inside, day) : day;
        return part.IsWeekOf && !day.Impossible ? WeekOf(day.Start.Date) : part.HasTime && !day.Impossible ? Timed(part, day) : day;
    }

    private static Placed WeekOf(LocalDate day)
    {
        var monday = day.PlusDays(1 - (int)day.DayOfWeek);
        return new(monday.AtMidnight(), monday.PlusDays(7).AtMidnight(), "week");
    }

    /// <summary>The nth working day before or after a day.</summary>
    public Placed NthWorkingDay(LocalDate from, int amount) => _spans.NthWorkingDay(from, amount);

    private Placed Days(DatePart part)
    {
        if (part.Step != Step.None)
        {
            return _spans.Place(part);
        }

        if (part.DayShift is { } shift)
        {
            return Placed.OneDay(Today.PlusDays(shift));
        }

        if (part.Event is { } name)
        {
            return context.Events.TryGetValue(conventions.EventNamed(name, context), out var days) ? Placed.OneDay(days.First) : Placed.OneDay(Today) with { Impossible = true };
        }

        if (part.Festival is not null)
        {
            return _festivals.Place(part);
        }

        return part.Weekend || part.Weekday is not null || part.WeekShift is not null ? Weekly(part) : _months.Place(part);
    }

    private Placed Weekly(DatePart part)
    {
        var monday = Today.PlusDays(1 - (int)Today.DayOfWeek).PlusWeeks(part.WeekShift ?? 0);
        if (part.HalfOf == Step.Week)
        {
            return part.Half == 1 ? new(monday.AtMidnight(), monday.PlusDays(3).AtMidnight(), "half") : new(monday.PlusDays(3).AtMidnight(), monday.PlusDays(7).AtMidnight(), "half");
        }

        if (part.Weekend)
        {
            return new(monday.PlusDays(5).AtMidnight(), monday.PlusDays(7).AtMidnight(), "weekend");
        }

        if (part.Weekday is not { } weekday)
        {
            return new(monday.AtMidnight(), monday.PlusDays(7).AtMidnight(), "week");
        }

        var day = monday.PlusDays(weekday - 1);
        if (part.WeekShift is null)
        {
            day = context.Prefer == "past" && day > Today ? day.PlusDays(-7) : context.Prefer == "future" && day < Today ? day.PlusDays(7) : day;
        }

        return Placed.OneDay(day);
    }

    private Placed Timed(DatePart part, Placed day)
    {
        var date = day.Start.Date;
        if (part.Hour is not { } hour)
        {
            var (from, to) = conventions.Parts[part.PartOfDay!]; // a time without hour is a part of the day
            return day with { Start = date.AtMidnight().PlusHours(from), End = date.AtMidnight().PlusHours(to), Grain = "part" };
        }

        var moment = date.AtMidnight().PlusHours(HourOf(part, hour)).PlusMinutes(part.Minute ?? 0).PlusSeconds(part.Second ?? 0);
        return day with { Start = moment, End = moment.PlusMinutes(1), Grain = "minute" };
    }

    /// <summary>下午3点 is 15, 下午11点半 is 23:30; a bare 1–6 is the afternoon; 晚上12点 is midnight; 中午1点 is 13.</summary>
    private int HourOf(DatePart part, int hour)
    {
        if (part.ExactHour)
        {
            return hour;
        }

        if (part.PartOfDay is not { } name)
        {
            return hour >= conventions.AfternoonHours.From && hour <= conventions.AfternoonHours.To ? hour + 12 : hour;
        }

        var (from, to) = conventions.Parts[name];
        return hour < from && (hour + 12 <= to || (from >= 12 && hour < 12)) && hour <= 12 ? hour + 12 : hour;
    }
}
