using NodaTime;
using OfficerBot.Domain.Ledger;

namespace OfficerBot.Domain.Roster;

/// <summary>A unit that a file brings.</summary>
public sealed record NewUnit(string Name, string Kind, IReadOnlyList<string> Aliases, IReadOnlyList<string> EnglishNames);

/// <summary>What changes about a unit: its short forms, English names or kind. Its name and its place stay.</summary>
public sealed record UnitChange(Unit Before, Unit After);

/// <summary>Somebody a file brings.</summary>
/// <param name="Unit">Full name of his unit, known or new.</param>
public sealed record NewPerson(string Unit, string Name, string Title, string? Phone, string? EnglishName, Roles Roles);

/// <summary>What changes about somebody.</summary>
/// <param name="Unit">Full name of the unit afterwards; <see cref="Person.Unit"/> of <paramref name="After"/> is that before.</param>
public sealed record PersonChange(Person Before, Person After, string Unit);

/// <summary>What an import would do to one state of the roster; nothing is done before <see cref="Carry"/>.</summary>
/// <param name="Revision">The roster it was made for.</param>
/// <param name="Removed">People of the file's units whom it does not name.</param>
public sealed record RosterPlan(
    long Revision, IReadOnlyList<NewUnit> Units, IReadOnlyList<NewPerson> Added, IReadOnlyList<PersonChange> Changed, IReadOnlyList<Person> Removed,
    IReadOnlyList<RosterDoubt> Doubts)
{
    /// <summary>Known units about which the file says something else.</summary>
    public IReadOnlyList<UnitChange> ChangedUnits { get; init; } = [];

    /// <summary>True when it changes nothing.</summary>
    public bool IsEmpty => ChangedUnits.Count + Units.Count + Added.Count + Changed.Count + Removed.Count == 0;

    /// <summary>Writes it. The roster must still be of <see cref="Revision"/>.</summary>
    /// <param name="by">Who confirmed; null for the sample.</param>
    public void Carry(ILedger ledger, PersonId? by, Instant at)
    {
        if (ledger.Roster.Revision != Revision)
        {
            throw new InvalidOperationException("The roster has changed since the plan was made.");
        }

        var rows = ledger.RosterChanges;
        var fresh = Units.Select(u => rows.AddUnit(u.Name, u.Kind, u.Aliases, u.EnglishNames, at)).ToDictionary(u => u.Name, u => u.Id);
        UnitId Of(string name) => fresh.TryGetValue(name, out var id) ? id : ledger.Roster.FindUnit(name)!.Id; // the plan names only known or new units
        foreach (var unit in ChangedUnits)
        {
            rows.ChangeUnit(unit.After, at);
        }

        foreach (var person in Removed)
        {
            rows.Remove(person.Id, by, at);
        }

        foreach (var change in Changed)
        {
            rows.Change(change.After with { Unit = Of(change.Unit) }, by, at);
        }

        foreach (var p in Added)
        {
            rows.AddPerson(Of(p.Unit), p.Name, p.Title, p.Phone, p.EnglishName, p.Roles, by, at);
        }
    }
}
