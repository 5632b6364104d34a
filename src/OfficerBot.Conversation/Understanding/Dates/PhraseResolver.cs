using NodaTime;

namespace OfficerBot.Conversation.Understanding.Dates;

/// <summary>Resolves a whole phrase: range, bound, repetition.</summary>
internal sealed class PhraseResolver(DateConventions conventions, DateContext context)
{
    private static readonly string[] ShortDays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    private readonly DateResolver _resolver = new(conventions, context);

    /// <summary>The date said.</summary>
    public DateSaid Resolve(DatePhrase phrase, string words)
    {
        if (phrase.Repeat != Repeat.None)
        {
            return Repeated(phrase, words);
        }

        var left = _resolver.Place(phrase.From);
        var interval = phrase.To is null ? left : Range(phrase.From, left, phrase.To);
        var (start, end, kind, grain) = Bounded(phrase, interval);
        return new(phrase.Start, phrase.End, Span(start, end, grain, words, interval), kind, null, EventOf(phrase), interval.UnknownYear);
    }

    private static TimeSpanSaid Span(LocalDateTime? start, LocalDateTime? end, string grain, string words, Placed interval)
        => new(start, end, grain, words) { IsImpossible = interval.Impossible };

    private static string? EventOf(DatePhrase phrase)
        => phrase.From.Event is not { } name ? null
            : (phrase.Bound switch { Bound.Since or Bound.From or Bound.After => "since:", Bound.Before => "before:", _ => "during:" }) + name;

    private Placed Range(DatePart from, Placed left, DatePart to)
    {
        var right = _resolver.Place(to);
        if (right.Start < left.Start && from is { Weekday: not null, WeekShift: null } && to.Weekday is not null)
        {
            left = context.Prefer == "future" ? left : left with { Start = left.Start.PlusWeeks(left.Start > context.Now ? -1 : 0) };
            right = right.Start < left.Start ? right with { Start = right.Start.PlusWeeks(1), End = right.End.PlusWeeks(1) } : right;
        }
        else if (right.Start < left.Start && to.Year is null && to.Month is not null)
        {
            right = right with { Start = right.Start.PlusYears(1), End = right.End.PlusYears(1) };
        }
        else if (right.Start < left.Start && to is { Day: not null, Month: null, MonthShift: null })
        {
            right = right with { Start = right.Start.PlusMonths(1), End = right.End.PlusMonths(1) };
        }

        var end = right.Grain == "minute" ? right.Start : right.End;
        return new(left.Start, end, "range", left.Impossible || right.Impossible || end < left.Start, left.UnknownYear ?? right.UnknownYear);
    }

    private (LocalDateTime? Start, LocalDateTime? End, string Kind, string Grain) Bounded(DatePhrase phrase, Placed at)
    {
        var tomorrow = context.Now.Date.PlusDays(1).AtMidnight();
        if (phrase.BoundWindow is { } window)
        {
            var before = phrase.Bound == Bound.Before;
            var edge = before ? at.Start : at.End;
            var other = DateResolver.Plus(edge, before ? -window.Amount : window.Amount, window.Step);
            return before ? (other, edge, "range", "range") : (edge, other, "range", "range");
        }

        return phrase.Bound switch
        {
            Bound.Before => (null, EndsAtStart(phrase.From, at) ? at.Start : at.End, "before", at.Grain == "tenday" || at.Grain == "month" || at.Grain == "range" ? "day" : at.Grain),
            Bound.After => (at.Grain == "minute" ? at.Start : at.End, null, "after", at.Grain == "range" ? "day" : at.Grain),
            Bound.From => (at.Start, null, "after", at.Grain),
            Bound.Since => (at.Start, tomorrow, "range", "range"),
            _ when phrase.From.Event is { } name => (at.Start, context.Events.TryGetValue(name, out var days) && days.Until is { } until ? until.AtMidnight() : tomorrow, "range", "range"),
            _ => (at.Start, at.End, at.Grain is "day" or "minute" ? "point" : "range", at.Grain),
        };
    }

    /// <summary>A day or the end of a month counts with 前; a festival, a clock time, a whole week or month does not.</summary>
    private static bool EndsAtStart(DatePart part, Placed at)
        => !part.IsEdge && (part.Festival is not null || at.Grain is "minute" or "week" or "month" or "quarter" or "part" or "weekend");

    private DateSaid Repeated(DatePhrase phrase, string words)
    {
        var (start, end, grain) = Next(phrase);
        if (phrase.Bound == Bound.Before)
        {
            start = null;
        }

        var span = new TimeSpanSaid(start, end, grain, words);
        return new(phrase.Start, phrase.End, span, phrase.Bound == Bound.Before ? "before" : grain == "range" ? "range" : "point", RuleOf(phrase), null, null);
    }

    private (LocalDateTime? Start, LocalDateTime? End, string Grain) Next(DatePhrase phrase)
    {
        for (var i = 0; i < 800; i++)
        {
            var day = context.Now.Date.PlusDays(i);
            if (Occurs(phrase, day) is not { } occurrence)
            {
                continue;
            }

            var ends = phrase.Bound == Bound.Before && occurrence.Grain == "minute" ? occurrence.Start : occurrence.End;
            if (ends > context.Now)
            {
                return (occurrence.Start, ends, occurrence.Grain);
            }
        }

        return (null, null, "day");
    }

    /// <summary>The occurrence that ends on or begins at this day, or null.</summary>
    private Placed? Occurs(DatePhrase phrase, LocalDate day)
    {
        var part = phrase.From;
        var fits = phrase.Repeat switch
        {
            Repeat.Daily => true,
            Repeat.WorkingDays => context.Calendar.IsWorkingDay(day) ?? (int)day.DayOfWeek <= 5,
            Repeat.Weekly => phrase.Weekdays.Count == 0 ? (int)day.DayOfWeek == 1 || day == context.Now.Date : phrase.Weekdays.Contains((int)day.DayOfWeek),
            Repeat.EvenMonths => day.Month % 2 == 0,
            Repeat.OddMonths => day.Month % 2 == 1,
            _ => true,
        };
        if (!fits)
        {
            return null;
        }

        return phrase.Repeat is Repeat.Monthly or Repeat.EvenMonths or Repeat.OddMonths && part.HasDate
            ? InMonth(part, day)
            : new DateResolver(conventions, context with { Now = day.AtMidnight() }).Place(part with { DayShift = 0 });
    }

    private static Placed? InMonth(DatePart part, LocalDate day)
    {
        if (part.Day is { } n)
        {
            return day.Day == n ? new(day.AtMidnight(), day.PlusDays(1).AtMidnight(), "day") : null;
        }

        var (from, to) = part.WeekOfMonth is { } week ? ((7 * week) - 6, 7 * week) : part.TenDay is { } ten ? ((10 * ten) - 9, ten == 3 ? 31 : 10 * ten) : (1, 31);
        var start = new LocalDate(day.Year, day.Month, from);
        var end = to == 31 ? new LocalDate(day.Year, day.Month, 1).PlusMonths(1) : start.PlusDays(to - from + 1);
        return day >= start && day < end ? new(start.AtMidnight(), end.AtMidnight(), "range") : null;
    }

    private static string RuleOf(DatePhrase phrase)
    {
        var part = phrase.From;
        var monthDay = part.Day is { } n ? ";BYMONTHDAY=" + n : part.WeekOfMonth is { } w ? $";BYMONTHDAY={(7 * w) - 6}-{7 * w}" : "";
        var rule = phrase.Repeat switch
        {
            Repeat.Daily => "FREQ=DAILY",
            Repeat.WorkingDays => "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
            Repeat.Weekly when phrase.Weekdays.Count == 0 => "FREQ=WEEKLY",
            Repeat.Weekly => "FREQ=WEEKLY;BYDAY=" + string.Join(",", phrase.Weekdays.Distinct().Order().Select(d => ShortDays[d - 1])),
            Repeat.EvenMonths => "FREQ=MONTHLY;BYMONTH=2,4,6,8,10,12" + monthDay,
            Repeat.OddMonths => "FREQ=MONTHLY;BYMONTH=1,3,5,7,9,11" + monthDay,
            Repeat.Quarterly => "FREQ=MONTHLY;INTERVAL=3",
            Repeat.Yearly => "FREQ=YEARLY",
            _ => "FREQ=MONTHLY" + monthDay,
        };
        return part.Hour is { } hour ? $"{rule};BYHOUR={hour};BYMINUTE={part.Minute ?? 0}" : rule;
    }
}
