namespace OfficerBot.Domain.Roster;

/// <summary>A unit (单位) of a group: who owes.</summary>
/// <param name="Id">Row id.</param>
/// <param name="Name">The full name, as papers print it.</param>
/// <param name="Kind">镇, 街道, 场, 市直单位, 垂管单位, … as the roster file spells it.</param>
/// <param name="Aliases">Short forms people use, the first one is preferred in chat.</param>
/// <param name="EnglishNames">English names, the first one is shown in English chat; may be empty.</param>
public sealed record Unit(UnitId Id, string Name, string Kind, IReadOnlyList<string> Aliases, IReadOnlyList<string> EnglishNames)
{
    private const int ShortEnough = 5;

    /// <summary>The name used in a chat line: the full name when it is short (白沙镇), else the first alias.</summary>
    public string ShortName => Name.Length <= ShortEnough || Aliases.Count == 0 ? Name : Aliases[0];
}
