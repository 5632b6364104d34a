using OfficerBot.Conversation.Common;
using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.Understanding;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Conversation.Roster;

/// <summary>What to answer when a unit was named that is not clear.</summary>
public static class UnitAnswers
{
    /// <summary>None or several units fit what was said.</summary>
    public static Reply Unclear(UnitSaid said, RosterBook roster) => said.Candidates.Count == 0
        ? new UnknownUnitPlain(said.Words)
        : new AmbiguousUnit(said.Words, [.. said.Candidates.Select((c, i) => new UnitChoice(i + 1, roster[c].Names()))]);
}
