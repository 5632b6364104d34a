namespace OfficerBot.Domain.Roster;

/// <summary>One immutable state of a group's roster (通讯录). Removed units and people are not in it.</summary>
public sealed class RosterBook
{
    private readonly Dictionary<UnitId, Unit> _units;
    private readonly Dictionary<PersonId, Person> _people;
    private readonly ILookup<UnitId, Person> _byUnit;

    /// <summary>Builds the book. Units keep the given order, which is the order of every list people see.</summary>
    /// <param name="revision">Grows with each change; equal revisions of one group hold equal contents.</param>
    /// <param name="units">All units in force.</param>
    /// <param name="people">All people in force; their unit must be among <paramref name="units"/>.</param>
    public RosterBook(long revision, IReadOnlyList<Unit> units, IReadOnlyList<Person> people)
    {
        Revision = revision;
        Units = units;
        People = people;
        _units = units.ToDictionary(u => u.Id);
        _people = people.ToDictionary(p => p.Id);
        _byUnit = people.ToLookup(p => p.Unit);
    }

    /// <summary>A book without entries.</summary>
    public static RosterBook Empty { get; } = new(0, [], []);

    /// <summary>Grows with each change.</summary>
    public long Revision { get; }

    /// <summary>All units, in roster order.</summary>
    public IReadOnlyList<Unit> Units { get; }

    /// <summary>All people, in roster order.</summary>
    public IReadOnlyList<Person> People { get; }

    /// <summary>The unit; throws when it is not in this book.</summary>
    public Unit this[UnitId id] => _units[id];

    /// <summary>The person; throws when not in this book.</summary>
    public Person this[PersonId id] => _people[id];

    /// <summary>The unit, or null when it has left the roster.</summary>
    public Unit? Find(UnitId id) => _units.GetValueOrDefault(id);

    /// <summary>The person, or null when he has left the roster.</summary>
    public Person? Find(PersonId id) => _people.GetValueOrDefault(id);

    /// <summary>The unit of exactly this full name, or null.</summary>
    public Unit? FindUnit(string name) => Units.FirstOrDefault(u => u.Name == name);

    /// <summary>The people of a unit, in roster order.</summary>
    public IEnumerable<Person> PeopleOf(UnitId unit) => _byUnit[unit];

    /// <summary>The officer of a unit (the first one listed), or null where none is named.</summary>
    public Person? OfficerOf(UnitId unit) => _byUnit[unit].FirstOrDefault(p => p.Roles.HasFlag(Roles.Officer));

    /// <summary>Everyone holding a role.</summary>
    public IEnumerable<Person> Holding(Roles role) => People.Where(p => (p.Roles & role) != 0);
}
