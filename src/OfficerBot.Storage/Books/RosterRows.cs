using NodaTime;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.Roster;
using OfficerBot.Storage.Rows;
using OfficerBot.Storage.Sql;

namespace OfficerBot.Storage.Books;

/// <summary>Changes of a roster. Each takes the next revision; entries as they were before a change are kept with its time.</summary>
internal sealed class RosterRows(GroupId group, Statements sql, GroupBook book, CallerMemory? memory) : IRosterRows
{
    public Unit AddUnit(string name, string kind, IReadOnlyList<string> aliases, IReadOnlyList<string> englishNames, Instant at)
    {
        var id = sql.Insert($"""
            insert into unit (group_id, name, kind, aliases, english_names, added_at)
            values ({group}, {name}, {kind}, {Lines.Join(aliases)}, {Lines.Join(englishNames)}, {at})
            """)!.Value; // an insert always returns its row
        var unit = new Unit(new(id), name, kind, aliases, englishNames);
        Change((units, _) => AddOnce(units, unit, u => u.Id == unit.Id));
        return unit;
    }

    public void ChangeUnit(Unit changed, Instant at)
    {
        RequireUnit(changed.Id);
        sql.Write($"""
            update unit set kind = {changed.Kind}, aliases = {Lines.Join(changed.Aliases)}, english_names = {Lines.Join(changed.EnglishNames)}
            where id = {changed.Id} and group_id = {group}
            """);
        Change((units, _) => units[units.FindIndex(u => u.Id == changed.Id)] = changed);
    }

    public Person AddPerson(UnitId unit, string name, string title, string? phone, string? englishName, Roles roles, PersonId? by, Instant at)
    {
        RequireUnit(unit);
        var id = sql.Insert($"""
            insert into person (group_id, unit_id, name, title, phone, english_name, roles, added_at)
            values ({group}, {unit}, {name}, {title}, {phone}, {englishName}, {roles}, {at})
            """)!.Value; // as above
        var person = new Person(new(id), unit, name, title, phone, englishName, roles);
        var revision = Change((_, people) => AddOnce(people, person, p => p.Id == person.Id));
        Keep(revision, "added", person, by, at);
        return person;
    }

    public void Change(Person changed, PersonId? by, Instant at)
    {
        RequireUnit(changed.Unit);
        var before = Present(changed.Id);
        sql.Write($"""
            update person set unit_id = {changed.Unit}, name = {changed.Name}, title = {changed.Title}, phone = {changed.Phone},
                english_name = {changed.EnglishName}, roles = {changed.Roles}
            where id = {changed.Id}
            """);
        var revision = Change((_, people) => people[people.FindIndex(p => p.Id == changed.Id)] = changed);
        Keep(revision, "changed", before, by, at);
    }

    public void Remove(PersonId person, PersonId? by, Instant at)
    {
        var before = Present(person);
        sql.Write($"update person set removed_at = {at} where id = {person}");
        sql.Write($"update binding set ended_at = {at} where person_id = {person} and ended_at is null");
        memory?.Forget();
        var revision = Change((_, people) => people.RemoveAll(p => p.Id == person));
        Keep(revision, "removed", before, by, at);
    }

    private Person Present(PersonId person) =>
        book.Roster.Find(person) ?? throw new KeyNotFoundException($"No person {person.Value} on this roster.");

    private void RequireUnit(UnitId unit)
    {
        if (sql.Number($"select 1 from unit where id = {unit} and group_id = {group} and removed_at is null") is null)
        {
            throw new KeyNotFoundException($"No unit {unit.Value} on this roster.");
        }
    }

    /// <summary>Takes the next revision and changes what is in memory, which may have been read before or after the row was written.</summary>
    private long Change(Action<List<Unit>, List<Person>> change)
    {
        var revision = sql.WriteReturning($"""
            insert into work_group (group_id, notice_revision, roster_revision) values ({group}, 0, 1)
            on conflict (group_id) do update set roster_revision = work_group.roster_revision + 1 returning roster_revision
            """)!.Value; // an upsert always returns its row
        book.Change(revision, change);
        return revision;
    }

    private void Keep(long revision, string what, Person entry, PersonId? by, Instant at) => sql.Write($"""
        insert into roster_change (group_id, revision, what, unit_id, person_id, name, title, phone, english_name, roles, by_person, at)
        values ({group}, {revision}, {what}, {entry.Unit}, {entry.Id}, {entry.Name}, {entry.Title}, {entry.Phone}, {entry.EnglishName}, {entry.Roles},
            {by}, {at})
        """);

    private static void AddOnce<T>(List<T> entries, T entry, Predicate<T> isSame)
    {
        if (!entries.Exists(isSame))
        {
            entries.Add(entry);
        }
    }
}
