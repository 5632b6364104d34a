using OfficerBot.Conversation.Roster;
using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Conversation.Corrections;

/// <summary>What excuses and corrections share: the unit, and the answer to why.</summary>
internal static class Reasons
{
    // A reason is a few words; anything longer is something else.
    private const int Longest = 60;

    /// <summary>True when what was said is the reason asked for, or drops the question.</summary>
    public static bool Answers(Turn turn) => turn.Understood.Intent is "cancel" or "confirm_no"
        || (turn.Said is Said.Words { Text.Length: > 0 and <= Longest } && turn.Understood.Intent is "none" or "report_lead" or "confirm_yes");

    /// <summary>The reason said.</summary>
    public static string Said(Turn turn) => turn.Said is Said.Words words ? words.Text.Trim().TrimEnd('。') : "";

    /// <summary>The one unit named; null when the person was asked again.</summary>
    public static Unit? UnitOf(Turn turn)
    {
        var said = turn.Understood.Slots.Units;
        if (said.FirstOrDefault(u => u.Candidates.Count != 1) is { } unclear)
        {
            turn.Answer(UnitAnswers.Unclear(unclear, turn.Roster));
            return null;
        }

        if (said.Count == 0)
        {
            turn.Answer(new WhichUnitWanted());
            return null;
        }

        return turn.Roster[said[0].Candidates[0]];
    }
}
