namespace OfficerBot.Domain.Roster;

/// <summary>Which roles people get: by the words of a column of roles, else by what is sensible for somebody new.</summary>
public static class RosterRoles
{
    private static readonly Dictionary<string, Roles> Words = new()
    {
        ["信息员"] = Roles.Officer,
        ["A角"] = Roles.Officer,
        ["B角"] = Roles.Deputy,
        ["b角"] = Roles.Deputy,
        ["联络员"] = Roles.Liaison,
        ["领导"] = Roles.Leader,
        ["审核人"] = Roles.Reviewer,
    };

    /// <summary>The roles of a cell, and the words that mean none.</summary>
    public static (Roles Roles, IReadOnlyList<string> Unknown) Read(string cell)
    {
        var words = CellWords.Several(cell);
        var known = words.Where(Words.ContainsKey).Aggregate(Roles.None, (all, w) => all | Words[w]);
        return (known, [.. words.Where(w => !Words.ContainsKey(w))]);
    }

    /// <summary>The word a file writes for each role a person holds, parted by 、 as <see cref="Read"/> takes them.</summary>
    public static string Write(Roles roles) => string.Join('、', Words.Where(w => w.Key is not ("A角" or "b角") && roles.HasFlag(w.Value)).Select(w => w.Key));

    /// <summary>
    /// The roles of somebody new where none are said. The office's list (000-22) names those who report: the first of a unit is its officer, a further
    /// one who is called 信息员 its deputy, anybody else is only on the roster. Liaison and leader are never given without their word in a column of roles.
    /// </summary>
    public static Roles OfNewcomer(bool unitHasOfficer, bool isNamedOfficer) => (unitHasOfficer, isNamedOfficer) switch
    {
        (false, _) => Roles.Officer,
        (true, true) => Roles.Deputy,
        _ => Roles.None,
    };
}
