using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.RollCalls;
using OfficerBot.Conversation.Understanding;

namespace OfficerBot.Conversation.Common;

/// <summary>What is answered to a day that cannot be taken as it was said.</summary>
public static class DayAnswers
{
    /// <summary>The question or refusal; null when the day is clear or none was said.</summary>
    public static Reply? Refusal(TimeSpanSaid? said) => said switch
    {
        { IsImpossible: true } => new ImpossibleDate(said.Words),
        { UnknownYear: { } year } => new UnknownYear(year.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        { Ahead: { } day } => new NotYetOpen(day),
        _ => null,
    };
}
