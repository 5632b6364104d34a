using OfficerBot.Domain.Roster;

namespace OfficerBot.Conversation.Understanding.Names;

/// <summary>A unit or person found in a folded text; at most one of the two lists is filled. Neither: a place the roster does not know (白沙湖镇).</summary>
internal sealed record NameHit(int Start, int End, IReadOnlyList<UnitId> Units, IReadOnlyList<PersonId> People, bool IsFuzzy)
{
    /// <summary>True for a unit, be it one the roster does not know.</summary>
    public bool IsUnit => People.Count == 0;
}
