using OfficerBot.Domain.Roster;

namespace OfficerBot.Requests;

/// <summary>Finds whom an operator means: a row id, a name, or unit and name (白沙镇周晓燕, 白沙镇 周晓燕); English names too.</summary>
internal static class PersonSearch
{
    /// <summary>Everybody it may be; one when it is clear.</summary>
    public static IReadOnlyList<Person> In(RosterBook roster, string wanted)
    {
        if (long.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return roster.Find(new PersonId(id)) is { } known ? [known] : [];
        }

        var packed = Packed(wanted);
        return [.. roster.People.Where(p => Names(p, roster[p.Unit]).Any(n => string.Equals(Packed(n), packed, StringComparison.OrdinalIgnoreCase)))];
    }

    private static IEnumerable<string> Names(Person person, Unit unit)
    {
        string[] units = ["", unit.Name, .. unit.Aliases];
        return units.Select(u => u + person.Name).Concat(person.EnglishName is { } english ? [english] : []);
    }

    private static string Packed(string name) => string.Concat(name.Where(c => !char.IsWhiteSpace(c)));
}
