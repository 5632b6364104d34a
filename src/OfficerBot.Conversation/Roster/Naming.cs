using OfficerBot.Domain.Roster;

namespace OfficerBot.Conversation.Roster;

/// <summary>Names of units and people as replies carry them: one text per locale.</summary>
public static class Naming
{
    /// <summary>The short name in Chinese; the first English name, else the full Chinese one.</summary>
    public static IReadOnlyDictionary<string, string> Names(this Unit unit) => Both(unit.ShortName, unit.EnglishNames.Count > 0 ? unit.EnglishNames[0] : unit.ShortName);

    /// <summary>The name in Chinese, and in English where one is known.</summary>
    public static IReadOnlyDictionary<string, string> Names(this Person person) => Both(person.Name, person.EnglishName ?? person.Name);

    /// <summary>A text per locale.</summary>
    public static IReadOnlyDictionary<string, string> Both(string zh, string en) => new Dictionary<string, string> { ["zh"] = zh, ["en"] = en };
}
