using NodaTime;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Domain.RollCalls;

/// <summary>One unit over several roll calls of one duty.</summary>
/// <param name="Expected">How often it owed.</param>
/// <param name="Counts">How often in each state; states that did not occur are left out. Sums to <paramref name="Expected"/>.</param>
/// <param name="MissingDays">The days it was missing.</param>
public sealed record UnitCounts(Unit Unit, int Expected, IReadOnlyDictionary<RollCallState, int> Counts, IReadOnlyList<LocalDate> MissingDays)
{
    /// <summary>How often in a state.</summary>
    public int Of(RollCallState state) => Counts.GetValueOrDefault(state);
}

/// <summary>Several roll calls of one duty (昨天, 本周, a range) and the count per unit.</summary>
/// <param name="Calls">In order of time.</param>
/// <param name="Units">One per unit that owed at least once, in roster order.</param>
public sealed record RollCallRange(IReadOnlyList<RollCall> Calls, IReadOnlyList<UnitCounts> Units)
{
    /// <summary>Sum over units; equals the sum over calls.</summary>
    public int Expected => Units.Sum(u => u.Expected);

    /// <summary>Sum of a state over all calls.</summary>
    public int Count(RollCallState state) => Units.Sum(u => u.Of(state));

    /// <summary>The roll calls of a duty on the days of a range, both inclusive, that have opened by <paramref name="now"/>.</summary>
    public static RollCallRange Take(ILedger ledger, Occurrences occurrences, Duty duty, LocalDate first, LocalDate last, Instant now) =>
        Of(occurrences.OnDays(duty, first, last).Where(o => occurrences.OpensAt(o) <= now).Select(o => RollCall.Take(ledger, duty, o)).ToList());

    /// <summary>Counts over roll calls.</summary>
    public static RollCallRange Of(IReadOnlyList<RollCall> calls)
    {
        var units = calls.SelectMany(c => c.Lines.Select(l => (c.Occurrence.Day, Line: l))).GroupBy(x => x.Line.Unit.Id).Select(g => new UnitCounts(
            g.First().Line.Unit,
            g.Count(),
            g.GroupBy(x => x.Line.State).ToDictionary(s => s.Key, s => s.Count()),
            g.Where(x => x.Line.State == RollCallState.Missing).Select(x => x.Day).ToList()));
        return new(calls, units.ToList());
    }
}
