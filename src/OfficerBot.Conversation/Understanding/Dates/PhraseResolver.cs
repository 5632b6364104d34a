using NodaTime;

namespace OfficerBot.Conversation.Understanding.Dates;

/// <summary>Resolves a whole phrase: range, bound, repetition.</summary>
internal sealed class PhraseResolver(DateConventions conventions, DateContext context)
{
    private readonly DateResolver _resolver = new(conventions, context);

    /// <summary>The date said.</summary>
    public DateSaid Resolve(DatePhrase phrase, string words)
    {
        if (phrase.Repeat != Repeat.None)
        {
            return new RepeatResolver(conventions, context).Resolve(phrase, words);
        }

        if (phrase.Closing is { } closing)
        {
            return Closed(phrase, closing, words);
        }

        var left = _resolver.Place(phrase.From);
        var interval = phrase.To is null ? left : Range(phrase, left, phrase.To);
        var (start, end, kind, grain) = Bounded(phrase, interval);
        var span = Span(start, end, grain, words, interval) with { Ahead = Ahead(phrase.From, interval) };
        return new(phrase.Start, phrase.End, span, kind, null, EventOf(phrase), interval.UnknownYear);
    }

    /// <summary>From the first bound to the second.</summary>
    private DateSaid Closed(DatePhrase phrase, DatePhrase closing, string words)
    {
        var (opens, closes) = (Resolve(phrase with { Closing = null }, words), Resolve(closing, words));
        var (start, end) = (opens.Span.Start, closes.Span.End);
        var span = new TimeSpanSaid(start, end, "range", words) { IsImpossible = opens.Span.IsImpossible || closes.Span.IsImpossible || end <= start };
        return new(phrase.Start, phrase.End, span, "range", null, null, opens.UnknownYear ?? closes.UnknownYear);
    }

    private static TimeSpanSaid Span(LocalDateTime? start, LocalDateTime? end, string grain, string words, Placed interval)
        => new(start, end, grain, words) { IsImpossible = interval.Impossible, UnknownYear = interval.UnknownYear };

    /// <summary>This year's day when last year's was taken and this year's is no more than two months ahead.</summary>
    private LocalDate? Ahead(DatePart part, Placed at)
    {
        if (context.Prefer != "past" || part is not { Month: not null, Day: not null, Year: null, YearShift: null, IsLunar: false } || at.Impossible)
        {
            return null;
        }

        var day = at.Start.Date.PlusYears(1);
        return day > context.Now.Date && day <= context.Now.Date.PlusDays(62) ? day : null;
    }

    private string? EventOf(DatePhrase phrase)
        => phrase.From.Event is not { } name ? null
            : (phrase.Bound switch { Bound.Since or Bound.From or Bound.After => "since:", Bound.Before or Bound.Until => "before:", _ when phrase.To is { IsNow: true } or { DayShift: 0 } => "since:", _ => "during:" }) + conventions.EventNamed(name, context);

    private Placed Range(DatePhrase phrase, Placed left, DatePart to)
    {
        var (from, right) = (phrase.From, _resolver.Place(to));
        if (from.IsNow && right.Grain == "minute" && right.Start <= left.Start && to is { Hour: <= 12, ExactHour: false, PartOfDay: null } && right.Start.PlusHours(12) > left.Start)
        {
            right = right with { Start = right.Start.PlusHours(12) }; // 现在到八点, said in the afternoon
        }
        else if (right.Start < left.Start && from is { Weekday: not null, WeekShift: null } && to.Weekday is not null)
        {
            left = context.Prefer == "future" ? left : left with { Start = left.Start.PlusWeeks(left.Start > context.Now ? -1 : 0) };
            right = right.Start < left.Start ? right with { Start = right.Start.PlusWeeks(1), End = right.End.PlusWeeks(1) } : right;
        }
        else if (right.Start < left.Start && to is { Year: null, YearShift: null, Month: not null })
        {
            right = right with { Start = right.Start.PlusYears(1), End = right.End.PlusYears(1) };
        }
        else if (right.Start < left.Start && to is { Day: not null, Month: null, MonthShift: null })
        {
            right = right with { Start = right.Start.PlusMonths(1), End = right.End.PlusMonths(1) };
        }
        else if (right.Start < left.Start && to.HasTime && right.Start.Date == left.Start.Date)
        {
            right = right with { Start = right.Start.PlusDays(1), End = right.End.PlusDays(1) }; // 下午5点到凌晨3点
        }

        var end = right.Grain == "minute" || (StopsAtLast(phrase) && right.Grain is "month" or "year") ? right.Start : right.End;
        return new(left.Start, end, "range", left.Impossible || right.Impossible || end < left.Start, left.UnknownYear ?? right.UnknownYear);
    }

    private bool StopsAtLast(DatePhrase phrase) => conventions.RangesStopAtLast != (phrase.EdgeOtherwise && phrase.IsBetween);

    private (LocalDateTime? Start, LocalDateTime? End, string Kind, string Grain) Bounded(DatePhrase phrase, Placed at)
    {
        var tomorrow = context.Now.Date.PlusDays(1).AtMidnight();
        if (phrase.BoundWindow is { } window)
        {
            return Counted(phrase, window, at);
        }

        return phrase.Bound switch
        {
            Bound.Before or Bound.Until when phrase.To is not null => (at.Start, at.End, "range", "range"),
            Bound.Before => (null, EndsAtStart(phrase.From, at) || (phrase.EdgeOtherwise && at.Grain == "day") ? at.Start : at.End, "before", at.Grain is "tenday" or "month" or "range" ? "day" : at.Grain),
            Bound.Until => (null, at.Grain == "minute" ? at.Start : at.End, "before", at.Grain),
            Bound.After => (StartsWithDay(phrase, at) ? at.Start : at.End, null, "after", at.Grain == "range" ? "day" : at.Grain),
            Bound.From => (at.Start, null, "after", at.Grain),
            Bound.Since when at.Start >= tomorrow => (at.Start, null, "after", at.Grain),
            Bound.Since => (at.Start, tomorrow, "range", "range"),
            _ when phrase.From is { Event: { } name, Day: null } => (at.Start, context.Events.TryGetValue(conventions.EventNamed(name, context), out var days) && days.Until is { } until ? until.AtMidnight() : tomorrow, "range", "range"),
            _ => (at.Start, at.End, at.Grain is "day" or "minute" ? "point" : "range", at.Grain),
        };
    }

    /// <summary>国庆前一周, 9月8日起三天, 国庆后第一个工作日.</summary>
    private (LocalDateTime? Start, LocalDateTime? End, string Kind, string Grain) Counted(DatePhrase phrase, (int Amount, Step Step) window, Placed at)
    {
        var before = phrase.Bound == Bound.Before;
        if (phrase.IsNthAfter || window.Step == Step.WorkingDay)
        {
            var day = _resolver.NthWorkingDay(before ? at.Start.Date : at.End.Date.PlusDays(-1), before ? -window.Amount : window.Amount);
            return phrase.IsNthAfter ? (day.Start, day.End, "point", "day") : before ? (day.Start, at.Start, "range", "range") : (at.End, day.End, "range", "range");
        }

        var edge = before || phrase.Bound == Bound.From ? at.Start : at.End;
        var other = SpanPlaces.Plus(edge, before ? -window.Amount : window.Amount, window.Step);
        return before ? (other, edge, "range", "range") : (edge, other, "range", "range");
    }

    private bool StartsWithDay(DatePhrase phrase, Placed at)
        => at.Grain == "minute" || (conventions.AfterIncludesDay && at.Grain == "day") != (phrase.EdgeOtherwise && at.Grain is "day" or "month" or "year");

    /// <summary>A day or the end of a month counts with 前; a festival, an event, a clock time, a whole week, month or year does not.</summary>
    private static bool EndsAtStart(DatePart part, Placed at)
        => !part.IsEdge && (part.Festival is not null || part is { Event: not null, Day: null } || at.Grain is "minute" or "week" or "month" or "quarter" or "half" or "year" or "part" or "weekend");
}
