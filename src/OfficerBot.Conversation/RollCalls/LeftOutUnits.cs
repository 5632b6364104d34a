using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.Roster;
using OfficerBot.Conversation.Understanding;
using OfficerBot.Domain.RollCalls;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Conversation.RollCalls;

/// <summary>Who a request leaves out: 除了白沙镇, 不算街道.</summary>
/// <param name="Units">By row id.</param>
/// <param name="Groups">Kinds of unit.</param>
public sealed record LeftOutUnits(IReadOnlyList<long> Units, IReadOnlyList<string> Groups)
{
    /// <summary>Nobody.</summary>
    public static LeftOutUnits None { get; } = new([], []);

    /// <summary>Those the message names; a name that several bear leaves out all of them.</summary>
    public static LeftOutUnits Of(Slots slots) => slots.LeavesOut
        ? new([.. slots.ExceptUnits.SelectMany(u => u.Candidates).Select(c => c.Value).Distinct()], slots.ExceptGroups)
        : None;

    /// <summary>True for a unit that is left out.</summary>
    public bool Holds(Unit unit) => Units.Contains(unit.Id.Value) || (Groups.Count > 0 && UnitKinds.IsAny(unit, Groups));

    /// <summary>The line that says who is left out, by name; null when nobody is.</summary>
    /// <param name="among">Those who would have been meant.</param>
    public Reply? Told(IEnumerable<Unit> among)
    {
        IReadOnlyList<IReadOnlyDictionary<string, string>> names = [.. among.Where(Holds).Select(u => u.Names())];
        return names.Count > 0 ? new UnitsLeftOut(names) : null;
    }
}
