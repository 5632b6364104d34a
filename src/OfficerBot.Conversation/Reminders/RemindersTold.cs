using NodaTime;
using OfficerBot.Conversation.Leads;
using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.Roster;
using OfficerBot.Conversation.RollCalls;
using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.RollCalls;
using OfficerBot.Domain.Roster;
using OfficerBot.Domain.Time;

namespace OfficerBot.Conversation.Reminders;

/// <summary>今天催过谁了: who was reminded in private on the days asked about, when, and by whom: the clock, or somebody by hand; what did not arrive, and who cannot be reached.</summary>
/// <param name="calendar">Working days.</param>
public sealed class RemindersTold(WorkingCalendar calendar) : IDialog
{
    /// <summary>Longest range answered in one message: each half hour of it is looked up.</summary>
    private const int MostDays = 31;

    /// <inheritdoc/>
    public IReadOnlyList<string> Intents { get; } = ["reminders_told"];

    /// <inheritdoc/>
    public void Run(Turn turn)
    {
        var slots = turn.Understood.Slots;
        var asked = AskedDays.Of(slots.When, turn.Local.Date);
        if ((asked.Refusal ?? UnitAnswers.Unclear(slots, turn.Roster)) is { } refusal)
        {
            turn.Answer(refusal);
            return;
        }

        var first = LocalDate.Max(asked.First, asked.Last.PlusDays(1 - MostDays));
        var units = slots.Units.SelectMany(u => u.Candidates).ToHashSet();
        var told = new ReminderLog(turn, Occurrences.Under(turn.Notice, calendar)).Between(first, asked.Last)
            .Where(t => (units.Count == 0 || units.Contains(t.Unit.Id)) && UnitKinds.IsAny(t.Unit, slots.Groups)).ToList();
        var unreached = asked.Last == turn.Local.Date && units.Count == 0 && slots.Groups.Count == 0 ? Unreached(turn) : null;
        turn.Answer(Answer(turn, told, first == asked.Last ? LeadAnswers.Day(turn, first) : new OnDays(first, asked.Last), unreached));
    }

    private static Reply Answer(Turn turn, List<ToldUnit> told, Reply days, Reply? unreached)
    {
        if (told.Count == 0)
        {
            return turn.Understood.Slots.Units is { Count: > 0 } units
                ? new NobodyRemindedOf(days, [.. units.Select(u => LeadAnswers.UnitName(turn, u.Candidates[0]))])
                : new NobodyReminded(days, unreached);
        }

        var arrived = told.Where(t => !t.IsLost).Select(t => t.Unit.Id).ToHashSet();
        var lost = told.Where(t => t.IsLost && !arrived.Contains(t.Unit.Id)).Select(t => t.Unit).DistinctBy(u => u.Id).ToList();
        var turns = told.Where(t => !t.IsLost).GroupBy(t => (At: Minute(turn.Notice.Local(t.At)), t.ByHand, Duty: t.Duty.Id)).OrderBy(g => g.Key.At).Select(Line).ToList();
        return arrived.Count == 0
            ? new NobodyReminded(days, new RemindersLost([.. lost.Select(u => u.Names())]))
            : new RemindedOn(days, arrived.Count, turns, lost.Count == 0 ? null : new RemindersLost([.. lost.Select(u => u.Names())]), unreached);
    }

    private static Reply Line(IGrouping<(LocalDateTime At, bool ByHand, DutyId Duty), ToldUnit> at)
    {
        IReadOnlyList<IReadOnlyDictionary<string, string>> units = [.. at.Select(t => t.Unit).DistinctBy(u => u.Id).Select(u => u.Names())];
        var duty = at.First().Duty.Name;
        return at.Key.ByHand ? new RemindedByHand(at.Key.At, duty, units) : new RemindedByClock(at.Key.At, duty, units);
    }

    private static LocalDateTime Minute(LocalDateTime at) => at.Date.At(new(at.Hour, at.Minute));

    // Those who owe now; who could not be reached then may be by now, and is not written down anywhere.
    private NotReachable? Unreached(Turn turn)
    {
        var occurrences = Occurrences.Under(turn.Notice, calendar);
        var desk = new ReminderDesk(turn.Ledger, occurrences, turn.Now);
        var owed = new OwedTurns(turn, occurrences, desk);
        IReadOnlyList<Unit> units = [.. owed.Of(owed.Asked(null, null, null), _ => true).Select(o => o.Unit).DistinctBy(u => u.Id).Where(u => !desk.ToTell(u, false).Any())];
        return units.Count == 0 ? null : new([.. units.Select(u => u.Names())]);
    }
}
