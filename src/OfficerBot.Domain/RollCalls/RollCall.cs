using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Filings;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Domain.RollCalls;

/// <summary>
/// Roll call (点名): where every owing unit stands at one occurrence. Expected = In + Late + MadeUp + Zero + Excused + Missing, always. While open it
/// follows the filings; once closed, the standings in force.
/// </summary>
/// <param name="IsClosed">Standings were written.</param>
/// <param name="Lines">One per owing unit, in roster order. A unit that left the roster cannot be named and is not listed.</param>
public sealed record RollCall(Duty Duty, Occurrence Occurrence, bool IsClosed, IReadOnlyList<RollCallLine> Lines)
{
    /// <summary>How many owe (应报).</summary>
    public int Expected => Lines.Count;

    /// <summary>True when nobody is missing.</summary>
    public bool IsComplete => Lines.All(l => l.State != RollCallState.Missing);

    /// <summary>How many are in a state.</summary>
    public int Count(RollCallState state) => Lines.Count(l => l.State == state);

    /// <summary>The units in a state, in roster order.</summary>
    public IReadOnlyList<Unit> Units(RollCallState state) => Lines.Where(l => l.State == state).Select(l => l.Unit).ToList();

    /// <summary>The missing units, in roster order.</summary>
    public IReadOnlyList<Unit> Missing => Units(RollCallState.Missing);

    /// <summary>Only the units of these kinds (乡镇街道, 镇, …) or of this list; empty lists ask for all.</summary>
    public RollCall Only(IReadOnlyCollection<string> kinds, IReadOnlyCollection<UnitId> units) =>
        this with { Lines = Lines.Where(l => UnitKinds.IsAny(l.Unit, kinds) && (units.Count == 0 || units.Contains(l.Unit.Id))).ToList() };

    /// <summary>Without those who have nothing in yet: what can be said of an occurrence whose time has not run out.</summary>
    public RollCall SoFar() => this with { Lines = Lines.Where(l => l.State != RollCallState.Missing).ToList() };

    /// <summary>Takes the roll call of an occurrence from the books.</summary>
    public static RollCall Take(ILedger ledger, Duty duty, Occurrence occurrence) =>
        Take(duty, occurrence, ledger.Roster, ledger.Filings.KindsAt(occurrence.Slot), ledger.Filings.StandingsOf(occurrence.Slot));

    /// <summary>Takes the roll call from values.</summary>
    /// <param name="kinds">What each unit filed for the slot.</param>
    /// <param name="standings">Standings in force; empty before closing.</param>
    public static RollCall Take(
        Duty duty, Occurrence occurrence, RosterBook roster, IReadOnlyDictionary<UnitId, FiledKinds> kinds, IReadOnlyList<Standing> standings)
    {
        var lines = standings.Count > 0
            ? Closed(roster, standings)
            : Owing.Units(duty, roster).Select(u => new RollCallLine(u, StateOf(duty, kinds.GetValueOrDefault(u.Id)), null)).ToList();
        return new(duty, occurrence, standings.Count > 0, lines);
    }

    private static List<RollCallLine> Closed(RosterBook roster, IReadOnlyList<Standing> standings)
    {
        var byUnit = standings.ToDictionary(s => s.Unit);
        return roster.Units.Where(u => byUnit.ContainsKey(u.Id)).Select(u => new RollCallLine(u, StateOf(byUnit[u.Id].Kind), byUnit[u.Id])).ToList();
    }

    private static RollCallState StateOf(Duty duty, FiledKinds kinds) => 0 switch
    {
        _ when Counting.IsIn(duty, kinds) => RollCallState.In,
        _ when Counting.IsZero(duty, kinds) => RollCallState.Zero,
        _ when Counting.IsExcused(duty, kinds) => RollCallState.Excused,
        _ => RollCallState.Missing,
    };

    private static RollCallState StateOf(StandingKind kind) => kind switch
    {
        StandingKind.OnTime => RollCallState.In,
        StandingKind.Late => RollCallState.Late,
        StandingKind.MadeUp => RollCallState.MadeUp,
        StandingKind.Missed => RollCallState.Missing,
        StandingKind.Excused => RollCallState.Excused,
        StandingKind.Zero => RollCallState.Zero,
        _ => throw new NotSupportedException($"No such standing: {kind}."),
    };
}
