using OfficerBot.Domain.Roster;

namespace OfficerBot.Conversation.Understanding.Names;

/// <summary>A unit or person found in a folded text; exactly one of the two lists is filled.</summary>
internal sealed record NameHit(int Start, int End, IReadOnlyList<UnitId> Units, IReadOnlyList<PersonId> People, bool IsFuzzy)
{
    /// <summary>True for a unit.</summary>
    public bool IsUnit => Units.Count > 0;
}
