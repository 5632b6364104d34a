using NodaTime;
using OfficerBot.Conversation.Common;
using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.RollCalls;
using OfficerBot.Conversation.Turns;
using OfficerBot.Conversation.Understanding;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.RollCalls;
using OfficerBot.Domain.Roster;
using OfficerBot.Domain.Time;

namespace OfficerBot.Conversation.Leads;

/// <summary>What a unit owes, or did, on days that are named: 那昨天呢, 本周我们报了没, 明天呢, 进驻以来我们报了几条.</summary>
/// <param name="calendar">Working days.</param>
internal sealed class StatusOverTime(WorkingCalendar calendar)
{
    /// <summary>The answer for one unit.</summary>
    public Reply Of(Turn turn, UnitId unit, TimeSpanSaid when)
    {
        if (DayAnswers.Refusal(when) is { } refusal)
        {
            return refusal;
        }

        if (when.Days is { First: { } first } days && first > turn.Local.Date)
        {
            return Ahead(turn, unit, first, LocalDate.Min(days.Last ?? first, first.PlusDays(AskedDays.MostDays)));
        }

        var asked = AskedDays.Of(when, turn.Local.Date);
        return asked.Refusal ?? (turn.Understood.Slots.Agg == "count"
            ? new LeadCount(LeadLists.Of(turn, [unit]), LeadLists.Days(asked), turn.Ledger.Leads.Count(new(asked.First, asked.Last, Units: [unit])), null)
            : asked.First == asked.Last ? OneDay(turn, unit, asked.First) : SeveralDays(turn, unit, asked));
    }

    private static IEnumerable<Duty> Owed(Turn turn, UnitId unit) => turn.Notice.Duties.Where(d => Owing.Owes(d, turn.Roster, unit)
        && (turn.Understood.Slots.Scope is not { } scope || (scope == "lead") == (d.Evidence == Evidence.Lead)));

    private Reply OneDay(Turn turn, UnitId unit, LocalDate day)
    {
        var occurrences = new Occurrences(turn.Notice, calendar);
        var owed = StatusOfUnit.Within(turn.Ledger, occurrences, unit, day, day).Where(o => Owed(turn, unit).Contains(o.Duty)).ToList();
        return owed.Count == 0
            ? new OwesNothingThen(LeadAnswers.UnitName(turn, unit), new OnDay(day))
            : new MyStatus(LeadAnswers.UnitName(turn, unit), [.. owed.Select(o => MyStatusDialog.Line(turn, unit, o))]);
    }

    private Reply SeveralDays(Turn turn, UnitId unit, AskedDays asked)
    {
        var lines = Owed(turn, unit).Select(d => (Duty: d, Counts: Counted(turn, unit, d, asked))).Where(p => p.Counts is not null)
            .Select(p => Line(p.Duty, p.Counts!)).ToList(); // checked by the filter
        var name = LeadAnswers.UnitName(turn, unit);
        return lines.Count == 0 ? new OwesNothingThen(name, LeadLists.Days(asked)) : new MyStatusOver(name, LeadLists.Days(asked), [.. lines, .. Place(turn, unit, asked)]);
    }

    // Where it stands among all, once anything was filed; who asks about the mailbox alone does not want it.
    private static IEnumerable<Reply> Place(Turn turn, UnitId unit, AskedDays asked) =>
        turn.Understood.Slots.Scope == "publicity" ? [] : RankUnits.PlaceOf(turn, unit, asked);

    // A day that still runs is nobody's omission.
    private UnitCounts? Counted(Turn turn, UnitId unit, Duty duty, AskedDays asked)
    {
        var occurrences = new Occurrences(turn.Notice, calendar);
        var calls = RollCallRange.Take(turn.Ledger, occurrences, duty, asked.First, asked.Last, turn.Now).Calls
            .Select(c => c.Only([], [unit])).Select(c => !c.IsClosed && occurrences.DueAt(c.Occurrence) > turn.Now ? c.SoFar() : c);
        return RollCallRange.Of([.. calls]).Units.SingleOrDefault();
    }

    private static StatusOverDays Line(Duty duty, UnitCounts counts) => new(
        duty.Name, counts.Expected, counts.Of(RollCallState.In) + counts.Of(RollCallState.Late) + counts.Of(RollCallState.MadeUp),
        counts.Of(RollCallState.Zero), counts.Of(RollCallState.Excused), counts.MissingDays.Count,
        counts.MissingDays.Count > 0 ? new StatusMissedDays(Short(counts.MissingDays)) : null);

    private Reply Ahead(Turn turn, UnitId unit, LocalDate first, LocalDate last)
    {
        var occurrences = new Occurrences(turn.Notice, calendar);
        var days = first == last ? (Reply)new OnDay(first) : new OnDays(first, last);
        var lines = Owed(turn, unit).Select(d => (Duty: d, Days: occurrences.OnDays(d, first, last))).Where(p => p.Days.Count > 0)
            .Select(p => first == last && p.Duty.Cadence is not Cadence.Daily
                ? (Reply)new StatusAheadBy(p.Duty.Name, p.Days[0].Due)
                : new StatusAhead(p.Duty.Name, Short(p.Days.Select(o => o.Day)))).ToList();
        var name = LeadAnswers.UnitName(turn, unit);
        return lines.Count == 0 ? new OwesNothingThen(name, days) : new MyStatusOver(name, days, lines);
    }

    private static IReadOnlyList<string> Short(IEnumerable<LocalDate> days) => [.. days.Select(d => $"{d.Month}.{d.Day}")];
}
