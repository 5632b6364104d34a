using NodaTime;
using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.RollCalls;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Conversation.Reminders;

/// <summary>What one unit owes of one duty: an occurrence that still runs, or those that are over.</summary>
/// <param name="Runs">The one that is still open; null for what is over.</param>
/// <param name="Over">In order of time; empty when <paramref name="Runs"/> is set.</param>
internal sealed record Owed(Duty Duty, Unit Unit, Occurrence? Runs, IReadOnlyList<Occurrence> Over);

/// <summary>Finds what is still owed: now, or on the days a reminder is asked for.</summary>
internal sealed class OwedTurns(Turn turn, Occurrences occurrences, ReminderDesk desk)
{
    /// <summary>The occurrences asked about; none when the duties do not fall due on those days.</summary>
    /// <param name="scope"><c>lead</c>, <c>publicity</c>, or null for both.</param>
    /// <param name="first">First day; null for what is open now.</param>
    public IReadOnlyList<(Duty Duty, Occurrence Occurrence)> Asked(string? scope, LocalDate? first, LocalDate? last) =>
        first is { } from && last is { } until
            ? [.. Duties(scope).SelectMany(d => occurrences.OnDays(d, from, until).Select(o => (d, o)))]
            : [.. Open(scope)];

    /// <summary>Who still owes them, one a duty and unit, and what is over apart from what still runs.</summary>
    public IReadOnlyList<Owed> Of(IReadOnlyList<(Duty Duty, Occurrence Occurrence)> asked, Func<Unit, bool> isMeant)
    {
        var running = asked.Where(a => !IsOver(a.Occurrence)).SelectMany(a => Owing(a.Duty, a.Occurrence, isMeant).Select(u => new Owed(a.Duty, u, a.Occurrence, [])));
        var over = asked.Where(a => IsOver(a.Occurrence)).SelectMany(a => Owing(a.Duty, a.Occurrence, isMeant).Select(u => (a.Duty, Unit: u, a.Occurrence)))
            .GroupBy(x => (x.Duty.Id, Unit: x.Unit.Id)).Select(g => new Owed(g.First().Duty, g.First().Unit, null, [.. g.Select(x => x.Occurrence)]));
        return [.. running, .. over];
    }

    private IEnumerable<Duty> Duties(string? scope) =>
        new[] { scope != "publicity" ? turn.Notice.LeadDuty : null, scope != "lead" ? turn.Notice.ReportDuty : null }.OfType<Duty>();

    // Leads are owed all day; the mailbox report until it falls due today.
    private IEnumerable<(Duty Duty, Occurrence Occurrence)> Open(string? scope)
    {
        foreach (var duty in Duties(scope))
        {
            if (duty.Evidence == Evidence.Lead && occurrences.OpenAt(duty, turn.Now) is { } day)
            {
                yield return (duty, day);
            }
            else if (duty.Evidence == Evidence.Report && occurrences.NextAfter(duty, turn.Now) is { } next && next.Day == turn.Local.Date)
            {
                yield return (duty, next);
            }
        }
    }

    private bool IsOver(Occurrence occurrence) => occurrences.DueAt(occurrence) <= turn.Now;

    // A standing put right by the liaison is owed no more, though nothing was filed.
    private IEnumerable<Unit> Owing(Duty duty, Occurrence occurrence, Func<Unit, bool> isMeant)
    {
        var missing = RollCall.Take(turn.Ledger, duty, occurrence).Missing.Select(u => u.Id).ToHashSet();
        return desk.StillOwing(duty, occurrence).Where(u => missing.Contains(u.Id) && isMeant(u));
    }
}
