using NodaTime;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Domain.Ledger;

/// <summary>Changes of the roster. Each makes a new revision of <see cref="ILedger.Roster"/> within the turn.</summary>
public interface IRosterRows
{
    /// <summary>Adds a unit at the end.</summary>
    Unit AddUnit(string name, string kind, IReadOnlyList<string> aliases, IReadOnlyList<string> englishNames, Instant at);

    /// <summary>Changes short forms, English names or kind of a unit.</summary>
    void ChangeUnit(Unit changed, Instant at);

    /// <summary>Adds a person at the end of his unit.</summary>
    Person AddPerson(UnitId unit, string name, string title, string? phone, string? englishName, Roles roles, PersonId? by, Instant at);

    /// <summary>Changes name, title, phone, English name or roles of a person.</summary>
    void Change(Person changed, PersonId? by, Instant at);

    /// <summary>Takes a person off the roster; facts about him stay, his binding ends.</summary>
    void Remove(PersonId person, PersonId? by, Instant at);
}
