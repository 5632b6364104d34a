namespace OfficerBot.Domain.Roster;

/// <summary>
/// Compares a roster file with the roster. A row is somebody known by number and name, else by unit and name, else by number and a name in which one
/// character differs. Somebody known keeps what the file does not say; people are taken off only in units the file names.
/// </summary>
public sealed class RosterImport
{
    private readonly RosterSheet _sheet;
    private readonly RosterBook _book;
    private readonly List<RosterDoubt> _doubts;
    private readonly Dictionary<string, NewUnit> _newUnits = [];
    private readonly List<(RosterEntry Entry, string Unit, Person? Known)> _rows = [];
    private readonly HashSet<UnitId> _named = [];

    private RosterImport(RosterSheet sheet, RosterBook book)
    {
        _sheet = sheet;
        _book = book;
        _doubts = [.. sheet.Doubts];
    }

    /// <summary>What the file would change.</summary>
    public static RosterPlan Plan(RosterSheet sheet, RosterBook book)
    {
        var import = new RosterImport(sheet, book);
        import.Match();
        return import.Make();
    }

    private void Match()
    {
        foreach (var entry in _sheet.Entries)
        {
            if (UnitOf(entry) is not { } unit)
            {
                _doubts.Add(new(entry.Row, RosterDoubtKind.UnitAmbiguous, entry.Unit, entry.Unit, entry.Name));
            }
            else if (entry.Name.Length > 0)
            {
                MatchPerson(entry, unit);
            }
        }
    }

    // The full name of a known unit, or of a new one; null when a short form fits several.
    private string? UnitOf(RosterEntry entry)
    {
        var known = _book.FindUnit(entry.Unit) is { } exact ? [exact] : _book.Units.Where(u => u.Aliases.Contains(entry.Unit)).ToList();
        if (known.Count > 1)
        {
            return null;
        }

        if (known is [var one])
        {
            _named.Add(one.Id);
            return one.Name;
        }

        _newUnits.TryAdd(entry.Unit, new(entry.Unit, entry.Kind, entry.Aliases, entry.EnglishNames));
        return entry.Unit;
    }

    private void MatchPerson(RosterEntry entry, string unit)
    {
        var (known, doubt) = Known(entry, unit);
        doubt ??= Twice(entry, unit, known);
        if (doubt is { } kind)
        {
            _doubts.Add(new(entry.Row, kind, kind == RosterDoubtKind.PhoneShared ? entry.Phone! : entry.Name, unit, entry.Name)); // shared: there is one
            return;
        }

        _rows.Add((entry, unit, known));
    }

    private (Person? Known, RosterDoubtKind? Doubt) Known(RosterEntry entry, string unit)
    {
        var byPhone = entry.Phone is null ? [] : _book.People.Where(p => p.Phone == entry.Phone).ToList();
        if (byPhone.Where(p => p.Name == entry.Name).ToList() is [var same])
        {
            return (same, null);
        }

        var inUnit = _book.FindUnit(unit) is { } known ? _book.PeopleOf(known.Id).ToList() : [];
        var namesakes = inUnit.Where(p => p.Name == entry.Name).ToList();
        return namesakes.Count switch
        {
            0 => (byPhone.Find(p => inUnit.Contains(p) && IsSpelling(p.Name, entry.Name)), null),
            1 => (namesakes[0], null),
            _ => (null, RosterDoubtKind.TwoOfOneName),
        };
    }

    private RosterDoubtKind? Twice(RosterEntry entry, string unit, Person? known)
    {
        if (_rows.Exists(r => known is not null ? r.Known == known : r.Unit == unit && r.Entry.Name == entry.Name && r.Entry.Phone == entry.Phone))
        {
            return RosterDoubtKind.Repeated;
        }

        // A landline may serve a whole office; a mobile number has one owner.
        var isMobile = entry.Phone is { Length: 11 } phone && phone[0] == '1';
        return isMobile && _rows.Exists(r => r.Entry.Phone == entry.Phone) ? RosterDoubtKind.PhoneShared : null;
    }

    // 张小惠 and 张小慧 with one number in one unit are one person; anybody else with that number is somebody new, who must not inherit an account.
    private static bool IsSpelling(string one, string other) => one.Length == other.Length && one.Where((c, i) => other[i] != c).Count() == 1;

    private RosterPlan Make()
    {
        var changed = _rows.Where(r => r.Known is not null).Select(r => Changed(r.Entry, r.Unit, r.Known!)).ToList();
        var kept = changed.Select(c => c.Before.Id).ToHashSet();
        var removed = _book.People.Where(p => _named.Contains(p.Unit) && !kept.Contains(p.Id) && !IsSpared(p)).ToList();
        KeepALiaison(changed, removed);
        return new(
            _book.Revision, [.. _newUnits.Values], Newcomers(changed, removed), [.. changed.Where(c => c.Before != c.After || _book[c.Before.Unit].Name != c.Unit)],
            removed, [.. _doubts.OrderBy(d => d.Row)]) { ChangedUnits = ChangedUnits() };
    }

    // A unit stands in as many rows as it has people: what any of them says counts, and a column that says nothing changes nothing.
    private List<UnitChange> ChangedUnits() =>
        [.. _book.Units.Where(u => _named.Contains(u.Id)).Select(u => new UnitChange(u, Changed(u))).Where(c => !IsSame(c.Before, c.After))];

    private Unit Changed(Unit unit)
    {
        var rows = _sheet.Entries.Where(e => e.Unit == unit.Name || (_book.FindUnit(e.Unit) is null && unit.Aliases.Contains(e.Unit))).ToList();
        var (aliases, english) = (rows.SelectMany(r => r.Aliases).Distinct().ToList(), rows.SelectMany(r => r.EnglishNames).Distinct().ToList());
        return unit with
        {
            Aliases = aliases.Count > 0 ? aliases : unit.Aliases,
            EnglishNames = english.Count > 0 ? english : unit.EnglishNames,
            Kind = rows.Select(r => r.Kind).FirstOrDefault(k => k.Length > 0) ?? unit.Kind,
        };
    }

    private static bool IsSame(Unit one, Unit other) =>
        one.Kind == other.Kind && one.Aliases.SequenceEqual(other.Aliases) && one.EnglishNames.SequenceEqual(other.EnglishNames);

    private static PersonChange Changed(RosterEntry entry, string unit, Person known) => new(
        known,
        known with
        {
            Name = entry.Name,
            Title = entry.Title.Length > 0 ? entry.Title : known.Title,
            Phone = entry.Phone ?? known.Phone,
            EnglishName = entry.EnglishName ?? known.EnglishName,
            Roles = entry.Roles ?? known.Roles,
        },
        unit);

    // A row left out still says that its people are there.
    private bool IsSpared(Person person)
    {
        var unit = _book[person.Unit];
        return _doubts.Exists(d => d.IsLeftOut && d.Name == person.Name && (d.Unit.Length == 0 || d.Unit == unit.Name || unit.Aliases.Contains(d.Unit)));
    }

    // Without a liaison nobody could ever change the roster again.
    private void KeepALiaison(List<PersonChange> changed, List<Person> removed)
    {
        var before = _book.Holding(Roles.Liaison).ToList();
        bool Stays(Person p) => !removed.Contains(p) && !changed.Exists(c => c.Before.Id == p.Id && !c.After.Roles.HasFlag(Roles.Liaison));
        var comes = changed.Exists(c => c.After.Roles.HasFlag(Roles.Liaison)) || _rows.Exists(r => r.Known is null && r.Entry.Roles is { } roles && roles.HasFlag(Roles.Liaison));
        if (before.Count == 0 || comes || before.Exists(Stays))
        {
            return;
        }

        foreach (var liaison in before)
        {
            _doubts.Add(new(0, RosterDoubtKind.LastLiaison, liaison.Name));
            removed.Remove(liaison);
            var at = changed.FindIndex(c => c.Before.Id == liaison.Id);
            if (at >= 0)
            {
                changed[at] = changed[at] with { After = changed[at].After with { Roles = changed[at].After.Roles | Roles.Liaison } };
            }
        }
    }

    private List<NewPerson> Newcomers(List<PersonChange> changed, List<Person> removed)
    {
        var gone = removed.Select(p => p.Id).Concat(changed.Select(c => c.Before.Id)).ToHashSet();
        var withOfficer = _book.People.Where(p => p.Roles.HasFlag(Roles.Officer) && !gone.Contains(p.Id)).Select(p => _book[p.Unit].Name)
            .Concat(changed.Where(c => c.After.Roles.HasFlag(Roles.Officer)).Select(c => c.Unit)).ToHashSet();
        var added = new List<NewPerson>();
        foreach (var (entry, unit, known) in _rows)
        {
            if (known is null)
            {
                var roles = entry.Roles ?? RosterRoles.OfNewcomer(withOfficer.Contains(unit), entry.IsNamedOfficer);
                added.Add(new(unit, entry.Name, entry.Title, entry.Phone, entry.EnglishName, roles));
                _ = roles.HasFlag(Roles.Officer) && withOfficer.Add(unit);
            }
        }

        return added;
    }
}
