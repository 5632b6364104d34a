using NodaTime;

namespace OfficerBot.Conversation.Understanding.Dates;

/// <summary>Resolves repetitions: the rule, and the next due occurrence (the running one if not past).</summary>
internal sealed class RepeatResolver(DateConventions conventions, DateContext context)
{
    private static readonly string[] ShortDays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    /// <summary>The date said.</summary>
    public DateSaid Resolve(DatePhrase phrase, string words)
    {
        var before = phrase.Bound is Bound.Before or Bound.Until;
        var (start, end, grain) = Next(phrase, before);
        var kind = before ? "before" : grain == "range" ? "range" : "point";
        return new(phrase.Start, phrase.End, new(before ? null : start, end, grain, words), kind, RuleOf(phrase), null, null);
    }

    private (LocalDateTime? Start, LocalDateTime? End, string Grain) Next(DatePhrase phrase, bool before)
    {
        for (var i = 0; i < 800; i++)
        {
            if (Occurs(phrase, context.Now.Date.PlusDays(i)) is not { Impossible: false } occurrence)
            {
                continue;
            }

            var ends = before && occurrence.Grain == "minute" ? occurrence.Start : occurrence.End;
            if (ends > context.Now)
            {
                return (occurrence.Start, ends, occurrence.Grain);
            }
        }

        return (null, null, "day");
    }

    /// <summary>The occurrence that lies on this day, or null.</summary>
    private Placed? Occurs(DatePhrase phrase, LocalDate day)
    {
        var part = phrase.From;
        var fits = phrase.Repeat switch
        {
            Repeat.WorkingDays => context.Calendar.IsWorkingDay(day) ?? (int)day.DayOfWeek <= 5,
            Repeat.Weekly => phrase.Weekdays.Count == 0 ? (int)day.DayOfWeek == 1 || day == context.Now.Date : phrase.Weekdays.Contains((int)day.DayOfWeek),
            Repeat.EvenMonths => day.Month % 2 == 0,
            Repeat.OddMonths => day.Month % 2 == 1,
            Repeat.Quarterly => day.Day == 1 && day.Month % 3 == 1,
            Repeat.Yearly => part.HasDate || day is { Month: 1, Day: 1 },
            Repeat.Monthly => part.HasDate || day.Day == 1,
            _ => true,
        };
        if (!fits)
        {
            return null;
        }

        if (phrase.Repeat is Repeat.Monthly or Repeat.EvenMonths or Repeat.OddMonths && part.HasDate)
        {
            return InMonth(phrase, day);
        }

        var now = new DateResolver(conventions, context with { Now = day.AtMidnight() });
        return phrase.Repeat is Repeat.Quarterly or Repeat.Yearly && !part.HasTime ? now.Place(new() { DayShift = 0 }) : now.Place(part with { DayShift = 0, Weekday = null, WeekShift = null });
    }

    private Placed? InMonth(DatePhrase phrase, LocalDate day)
    {
        var part = phrase.From;
        var resolver = new DateResolver(conventions, context with { Now = day.AtMidnight(), Prefer = null });
        if (part.Day is not null)
        {
            return phrase.MonthDays.Contains(day.Day) || part.Day == day.Day ? resolver.Place(part with { Day = null, MonthShift = null, DayShift = 0 }) : null;
        }

        var placed = resolver.Place(part with { MonthShift = 0 });
        return placed.Start.Date <= day && day < placed.End.Date.PlusDays(placed.End.TimeOfDay == LocalTime.Midnight ? 0 : 1) ? placed with { Grain = placed.Grain is "tenday" ? "range" : placed.Grain } : null;
    }

    private static string RuleOf(DatePhrase phrase)
    {
        var part = phrase.From;
        var rule = phrase.Repeat switch
        {
            Repeat.Daily => "FREQ=DAILY",
            Repeat.WorkingDays => "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
            Repeat.Weekly when phrase.Weekdays.Count == 0 => "FREQ=WEEKLY",
            Repeat.Weekly => "FREQ=WEEKLY;BYDAY=" + string.Join(",", phrase.Weekdays.Distinct().Order().Select(d => ShortDays[d - 1])),
            Repeat.EvenMonths => "FREQ=MONTHLY;BYMONTH=2,4,6,8,10,12" + MonthDay(phrase),
            Repeat.OddMonths => "FREQ=MONTHLY;BYMONTH=1,3,5,7,9,11" + MonthDay(phrase),
            Repeat.Quarterly => "FREQ=MONTHLY;INTERVAL=3",
            Repeat.Yearly => "FREQ=YEARLY",
            _ => "FREQ=MONTHLY" + MonthDay(phrase),
        };
        rule += phrase.Every > 1 ? ";INTERVAL=" + phrase.Every : "";
        return part.Clock is { } time ? $"{rule};TIME={time}" : rule;
    }

    private static string MonthDay(DatePhrase phrase) => phrase switch
    {
        { MonthDays.Count: > 0 } => ";BYMONTHDAY=" + string.Join(",", phrase.MonthDays),
        { From.Day: { } day } => ";BYMONTHDAY=" + day,
        { From.WeekOfMonth: { } week } => $";BYMONTHDAY={(7 * week) - 6}-{7 * week}",
        { From.Inside: { Step: Step.Day, Weekday: null } inside } => ";BYMONTHDAY=" + inside.First,
        { From.Inside: { Step: Step.Day, Weekday: { } weekday } inside } => $";BYDAY={inside.First}{ShortDays[weekday - 1]}",
        _ => "",
    };
}
