using NodaTime;
using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Conversation.Reminders;

/// <summary>A reminder decided for a unit.</summary>
/// <param name="ByHand">Somebody asked for it; else the clock did.</param>
/// <param name="IsLost">The channel did not take it.</param>
internal sealed record ToldUnit(Unit Unit, Duty Duty, Instant At, bool ByHand, bool IsLost);

/// <summary>Finds the reminders of days again by the keys that <see cref="ReminderDesk"/> gives them: rung or half hour, duty, slot, person.</summary>
internal sealed class ReminderLog(Turn turn, Occurrences occurrences)
{
    // A rung may stand some working days before its due day, with the longest holiday between.
    private const int Reach = 21;

    /// <summary>In the order of time; who left the roster is left out.</summary>
    public IReadOnlyList<ToldUnit> Between(LocalDate first, LocalDate last)
    {
        var (from, before) = (turn.Notice.Zone.AtStartOfDay(first).ToInstant(), turn.Notice.Zone.AtStartOfDay(last.PlusDays(1)).ToInstant());
        before = before > turn.Now ? turn.Now + Duration.FromMilliseconds(1) : before;
        return [.. ByHand(from, before).Concat(ByClock(from, before)).Where(t => t.At >= from && t.At < before).OrderBy(t => t.At)];
    }

    private IEnumerable<ToldUnit> ByHand(Instant from, Instant before)
    {
        for (var half = HandReminders.HalfHour(from); half <= HandReminders.HalfHour(before); half++)
        {
            foreach (var told in Under($"hand-{half}:", true))
            {
                yield return told;
            }
        }
    }

    private IEnumerable<ToldUnit> ByClock(Instant since, Instant before)
    {
        var ladder = new Ladder(occurrences);
        var (first, last) = (turn.Notice.Local(since).Date, turn.Notice.Local(before).Date);
        return from duty in turn.Notice.Duties
               from rung in duty.Ladder
               where rung.Act is RungAct.Nudge or RungAct.LastCall
               from occurrence in occurrences.OnDays(duty, first.PlusDays(-1), last.PlusDays(Reach))
               let at = ladder.RowOf(duty, rung, occurrence).At
               where at < before && at >= since - Duration.FromDays(1) // caught up after an outage, it is told later
               from told in Under($"{rung.Id}:{duty.Id}:{occurrence.Slot.AtText}:", false)
               select told;
    }

    private IEnumerable<ToldUnit> Under(string prefix, bool byHand) => turn.Ledger.People.ToldUnder(prefix).Select(t => Of(t, byHand)).OfType<ToldUnit>();

    private ToldUnit? Of(KeyedTold told, bool byHand)
    {
        var parts = told.Key.Split(':');
        return long.TryParse(parts[^1], out var id) && turn.Roster.Find(new PersonId(id)) is { } person && turn.Roster.Find(person.Unit) is { } unit
            && turn.Notice.Find(new DutyId(parts[1])) is { } duty
                ? new(unit, duty, told.At, byHand, told.IsLost)
                : null;
    }
}
