using NodaTime;

namespace OfficerBot.Conversation.Understanding.Dates;

/// <summary>Places windows and shifts: 近7天, 三天内, 半小时后, 最近三个工作日.</summary>
internal sealed class SpanPlaces(DateContext context)
{
    private LocalDate Today => context.Now.Date;

    /// <summary>So many steps from a moment.</summary>
    public static LocalDateTime Plus(LocalDateTime from, int amount, Step step) => step switch
    {
        Step.Second => from.PlusSeconds(amount),
        Step.Minute => from.PlusMinutes(amount),
        Step.Hour => from.PlusHours(amount),
        Step.Week => from.PlusWeeks(amount),
        Step.Month => from.PlusMonths(amount),
        Step.Quarter => from.PlusMonths(3 * amount),
        Step.Year => from.PlusYears(amount),
        _ => from.PlusDays(amount),
    };

    /// <summary>The window or the shifted day or minute; marked when it leaves the calendar.</summary>
    public Placed Place(DatePart part)
    {
        if (Math.Abs(part.Amount) > (part.Step is Step.Year or Step.Quarter or Step.Month ? 3000 : 100_000))
        {
            return Placed.OneDay(Today) with { Impossible = true };
        }

        return part.Window == Window.None ? Shifted(part) : part.Step is Step.Second or Step.Minute or Step.Hour ? Clocked(part) : Days(part);
    }

    /// <summary>The nth working day before or after a day, which is not counted.</summary>
    public Placed NthWorkingDay(LocalDate from, int amount)
    {
        var day = from;
        for (var guard = 0; amount != 0 && guard < 400; guard++)
        {
            day = day.PlusDays(Math.Sign(amount));
            if (context.Calendar.IsWorkingDay(day) is not { } works)
            {
                return Placed.OneDay(day) with { UnknownYear = day.Year };
            }

            amount -= works ? Math.Sign(amount) : 0;
        }

        return Placed.OneDay(day);
    }

    private Placed Shifted(DatePart part)
    {
        if (part.Step == Step.WorkingDay)
        {
            return NthWorkingDay(Today, part.Amount);
        }

        var moment = Plus(Second(context.Now), part.Amount, part.Step);
        return part.Step is Step.Second or Step.Minute or Step.Hour ? new(moment, moment.PlusMinutes(1), "minute") : Placed.OneDay(moment.Date);
    }

    private static LocalDateTime Second(LocalDateTime now) => new(now.Year, now.Month, now.Day, now.Hour, now.Minute, now.Second);

    private Placed Clocked(DatePart part)
    {
        var now = Second(context.Now);
        var back = part.Window is Window.Back or Window.Earlier || (part.Window == Window.Within && context.Prefer == "past");
        return back ? new(Plus(now, -part.Amount, part.Step), now, "range") : new(now, Plus(now, part.Amount, part.Step), "range");
    }

    private Placed Days(DatePart part)
    {
        var back = part.Window is Window.Back or Window.Earlier || (part.Window == Window.Within && context.Prefer == "past");
        if (part.Step == Step.WorkingDay)
        {
            return WorkingDays(part, back);
        }

        var edge = part.Window is Window.Earlier || (!back && part.Window == Window.Within) ? Today : Today.PlusDays(1);
        if (!back)
        {
            return new(edge.AtMidnight(), Stepped(edge, part.Amount, part.Step).AtMidnight(), "range");
        }

        var start = part.Step is Step.Day or Step.Week ? Stepped(edge, -part.Amount, part.Step) : Stepped(Today, -part.Amount, part.Step);
        return new(start.AtMidnight(), edge.AtMidnight(), "range");
    }

    private static LocalDate Stepped(LocalDate from, int amount, Step step) => Plus(from.AtMidnight(), amount, step).Date;

    private Placed WorkingDays(DatePart part, bool back)
    {
        var end = part.Window == Window.Earlier || !back ? Today : Today.PlusDays(1);
        if (!back)
        {
            var last = NthWorkingDay(Today, part.Amount);
            return new(Today.PlusDays(part.Window == Window.Ahead ? 1 : 0).AtMidnight(), last.End, "range", UnknownYear: last.UnknownYear);
        }

        var first = NthWorkingDay(end, -part.Amount);
        return new(first.Start, end.AtMidnight(), "range", UnknownYear: first.UnknownYear);
    }
}
