using NodaTime;
using OfficerBot.Conversation.Common;
using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.Understanding;

namespace OfficerBot.Conversation.RollCalls;

/// <summary>The days a question is about: those said, else today. Open ends close at today; what lies ahead or cannot be is refused.</summary>
/// <param name="First">First day, inclusive.</param>
/// <param name="Last">Last day, inclusive; never after today.</param>
/// <param name="Refusal">Set when the days cannot be answered.</param>
public readonly record struct AskedDays(LocalDate First, LocalDate Last, Reply? Refusal)
{
    /// <summary>Longest range answered in one message.</summary>
    public const int MostDays = 366;

    /// <summary>Reads the days from what was said.</summary>
    public static AskedDays Of(TimeSpanSaid? said, LocalDate today)
    {
        if (said is null)
        {
            return new(today, today, null);
        }

        if (DayAnswers.Refusal(said) is { } refusal)
        {
            return new(today, today, refusal);
        }

        var (first, last) = said.Days;
        var from = first ?? (last ?? today).PlusDays(-6);
        var until = last is { } end && end < today ? end : today;
        if (from > today)
        {
            return new(from, from, new NotYetOpen(from));
        }

        return new(LocalDate.Max(from, until.PlusDays(1 - MostDays)), until, null);
    }
}
