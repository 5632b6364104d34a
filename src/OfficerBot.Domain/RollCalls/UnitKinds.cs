using OfficerBot.Domain.Roster;

namespace OfficerBot.Domain.RollCalls;

/// <summary>Kinds of unit as people ask for them. A kind is what the roster file spells; some words mean several.</summary>
public static class UnitKinds
{
    private static readonly Dictionary<string, string[]> Several = new()
    {
        ["乡镇街道"] = ["乡", "镇", "街道", "场"],
        ["镇街"] = ["乡", "镇", "街道", "场"],
        ["乡镇"] = ["乡", "镇"],
        ["部门"] = ["市直单位", "垂管单位"],
    };

    /// <summary>True when a unit is of the kind asked for.</summary>
    public static bool Is(Unit unit, string kind) => Several.TryGetValue(kind, out var kinds) ? kinds.Contains(unit.Kind) : unit.Kind == kind;

    /// <summary>True when a unit is of any of the kinds asked for, or none was asked for.</summary>
    public static bool IsAny(Unit unit, IReadOnlyCollection<string> kinds) => kinds.Count == 0 || kinds.Any(k => Is(unit, k));
}
