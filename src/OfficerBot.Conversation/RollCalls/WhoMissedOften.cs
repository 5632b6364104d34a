using NodaTime;
using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.RollCalls;
using OfficerBot.Domain.Roster;
using OfficerBot.Domain.Time;

namespace OfficerBot.Conversation.RollCalls;

/// <summary>连续三天没报的有哪些: who missed each of the last occurrences that are over, or so many in a row within the days that were said.</summary>
/// <param name="calendar">Working days.</param>
internal sealed class WhoMissedOften(Turn turn, WorkingCalendar calendar)
{
    /// <summary>Slot of how often; its value is a number, or <c>some</c>.</summary>
    public const string Slot = "streak";

    /// <summary>What 好几天 is taken for, and said to be.</summary>
    private const int Default = 3;

    private string Said => turn.Understood.Slots.Other.GetValueOrDefault(Slot, "");

    private int Times => int.TryParse(Said, out var times) ? times : Default;

    private static bool HasRange(AskedDays asked) => asked.First != asked.Last;

    /// <summary>The answer.</summary>
    /// <param name="only">Narrows a roll call to the units asked about.</param>
    public Reply Answer(Duty duty, AskedDays asked, Func<RollCall, RollCall> only, Reply? leftOut)
    {
        var found = Find(duty, asked, only);
        if (found.Looked.Count < Times)
        {
            return found.Looked.Count == 0 ? new NoneOverYet(duty.Name) : new TooFewOver(duty.Name, Times, Days(found.Looked));
        }

        Reply looked = HasRange(asked) ? new LookedWithin(found.Looked[0], found.Looked[^1]) : new LookedAt(Days(found.Looked));
        Reply? assumed = int.TryParse(Said, out _) ? null : new TimesAssumed(Times);
        return found.Rows.Count == 0
            ? new NobodyMissedInARow(duty.Name, Times, looked, assumed, leftOut)
            : new MissedInARowShown(duty.Name, Times, found.Rows.Count, looked, [.. found.Rows.Select(Line)], assumed, leftOut);
    }

    /// <summary>The units of the answer.</summary>
    public IReadOnlyList<Unit> Units(Duty duty, AskedDays asked, Func<RollCall, RollCall> only) => [.. Find(duty, asked, only).Rows.Select(r => r.Unit)];

    private MissedInARow Find(Duty duty, AskedDays asked, Func<RollCall, RollCall> only)
    {
        var occurrences = Occurrences.Under(turn.Notice, calendar);
        if (!HasRange(asked))
        {
            var end = LocalTimes.ToInstant(asked.Last.PlusDays(1).AtMidnight(), turn.Notice.Zone);
            return MissedInARow.Last(turn.Ledger, occurrences, duty, Times, Instant.Min(turn.Now, end), only);
        }

        var calls = RollCallRange.Take(turn.Ledger, occurrences, duty, asked.First, asked.Last, turn.Now).Calls;
        return MissedInARow.Within([.. calls.Where(c => c.IsClosed).Select(only)], Times);
    }

    private Reply Line(MissedRow row) => new MissedRowLine(RollCallLines.WithOfficer(row.Unit, turn.Roster), row.Times, row.Since);

    private static IReadOnlyList<string> Days(IEnumerable<LocalDate> days) => [.. days.Select(d => $"{d.Month}.{d.Day}")];
}
