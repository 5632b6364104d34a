using NodaTime;
using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.RollCalls;
using OfficerBot.Conversation.Understanding;

namespace OfficerBot.Conversation.Reminders;

/// <summary>The days a reminder is asked for (昨天没报的); none said: what is open now.</summary>
/// <param name="First">First day, inclusive; null when none was said.</param>
/// <param name="Last">Last day, inclusive; never after today.</param>
/// <param name="Refusal">Set when nobody can owe on those days yet, or they cannot be.</param>
internal readonly record struct RemindDays(LocalDate? First, LocalDate? Last, Reply? Refusal)
{
    /// <summary>Further ahead than this, a day said without its year was last year's: 9月15日没报的, said on the 16th.</summary>
    private const int MostAhead = 183;

    /// <summary>Reads the days from what was said.</summary>
    /// <param name="now">Local office time.</param>
    public static RemindDays Of(TimeSpanSaid? said, LocalDateTime now)
    {
        if (said is null || (said is { IsImpossible: false, Start: null } && !(said.End <= now)))
        {
            return default; // 周五前补齐 says until when, and not which day is owed
        }

        var meant = said is { Start: null, End: { } until } ? said with { Start = until.PlusTicks(-1).Date.AtMidnight() } : NotNextYear(said, now);
        if (meant.Start?.Date == now.Date && meant.Start > now)
        {
            return new(null, null, new RemindOnlyNow());
        }

        var asked = AskedDays.Of(meant, now.Date);
        return asked.Refusal switch
        {
            null => new(asked.First, asked.Last, null),
            NotYetOpen ahead => new(null, null, new RemindNotYet(ahead.Day)),
            var refusal => new(null, null, refusal),
        };
    }

    private static TimeSpanSaid NotNextYear(TimeSpanSaid said, LocalDateTime now) =>
        said is { Start: { } start, End: { } end } && start.Date > now.Date.PlusDays(MostAhead)
            ? said with { Start = start.PlusYears(-1), End = end.PlusYears(-1) }
            : said;
}
