using OfficerBot.Domain.Roster;

namespace OfficerBot.Domain.Duties;

/// <summary>Which units owe a duty, by the roster in force. Duties are the unit's: a change of person moves nothing.</summary>
public static class Owing
{
    /// <summary>The owing units in roster order. Names that are not on the roster are left out; see <see cref="UnknownNames"/>.</summary>
    public static IReadOnlyList<Unit> Units(Duty duty, RosterBook roster) => roster.Units.Where(u => Owes(duty, roster, u)).ToList();

    /// <summary>True when the unit is on the roster and owes the duty.</summary>
    public static bool Owes(Duty duty, RosterBook roster, UnitId unit) => roster.Find(unit) is { } found && Owes(duty, roster, found);

    /// <summary>Names of the duty that are no unit's full name on the roster: a mistake in the notice or the roster, for the checker and the liaison.</summary>
    public static IReadOnlyList<string> UnknownNames(Duty duty, RosterBook roster) =>
        duty.Units is DutyUnits.Named named ? named.Names.Where(n => roster.FindUnit(n) is null).ToList() : [];

    private static bool Owes(Duty duty, RosterBook roster, Unit unit) => duty.Units switch
    {
        DutyUnits.Named named => named.Names.Contains(unit.Name),
        DutyUnits.WithOfficer => roster.OfficerOf(unit.Id) is not null,
        _ => throw new NotSupportedException($"No owing units for {duty.Units.GetType().Name}."),
    };
}
