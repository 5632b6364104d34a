using OfficerBot.Conversation.Common;
using OfficerBot.Conversation.Content;
using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.Understanding;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Conversation.Roster;

/// <summary>What to answer when a unit was named that is not clear.</summary>
public static class UnitAnswers
{
    private const int MostNear = 3;

    /// <summary>For the first unit that is asked about, or to be left out, and is not clear; null when all are.</summary>
    public static Reply? Unclear(Slots slots, RosterBook roster) =>
        slots.Units.Concat(slots.ExceptUnits).FirstOrDefault(u => u.Candidates.Count != 1) is { } unclear ? Unclear(unclear, roster) : null;

    /// <summary>None or several units fit what was said.</summary>
    public static Reply Unclear(UnitSaid said, RosterBook roster) => said.Candidates.Count == 0
        ? Near(said.Words, roster) is { Count: > 0 } near ? new UnknownUnit(said.Words, [.. near.Select(u => u.Names())]) : new UnknownUnitPlain(said.Words)
        : new AmbiguousUnit(said.Words, [.. said.Candidates.Select((c, i) => new UnitChoice(i + 1, roster[c].Names()))]);

    /// <summary>Units that begin alike, or differ by a character or two: 白沙湖镇 and 白沙镇.</summary>
    private static List<Unit> Near(string words, RosterBook roster) => words.Length < 2 ? []
        : [.. roster.Units.Where(u => u.Aliases.Append(u.Name).Any(n => n.StartsWith(words[..2], StringComparison.Ordinal) || (n.Length > 2 && Nearest.To(words, [n]) is not null))).Take(MostNear)];
}
