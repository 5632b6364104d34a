using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.RollCalls;
using OfficerBot.Domain.Time;

namespace OfficerBot.Conversation.RollCalls;

/// <summary>谁迟报了: who was late or made it up on the days asked about, by the standings in force; what still runs nobody can be late for.</summary>
/// <param name="calendar">Working days.</param>
internal sealed class WhoWasLate(Turn turn, WorkingCalendar calendar)
{
    /// <summary>The answer.</summary>
    /// <param name="only">Narrows a roll call to the units asked about.</param>
    public Reply Answer(AskedDays asked, Func<RollCall, RollCall> only)
    {
        var scope = turn.Understood.Slots.Scope;
        var duties = new[] { scope != "publicity" ? turn.Notice.LeadDuty : null, scope != "lead" ? turn.Notice.ReportDuty : null }.OfType<Duty>();
        var occurrences = Occurrences.Under(turn.Notice, calendar);
        var calls = duties.SelectMany(d => RollCallRange.Take(turn.Ledger, occurrences, d, asked.First, asked.Last, turn.Now).Calls).Select(only).ToList();
        var late = calls.Where(c => c.Count(RollCallState.Late) + c.Count(RollCallState.MadeUp) > 0).Select(Late).ToList();
        IReadOnlyList<Reply> open = [.. calls.Where(c => WhoIsMissing.IsOpen(turn, c)).Select(c => new StillRuns(c.Duty.Name, c.Occurrence.Day))];
        return asked.First == asked.Last
            ? new LateShown(null, late.Count > 0 ? late : [new NobodyLateOn(asked.First)], open)
            : new LateShown(new LateRange(asked.First, asked.Last), late.Count > 0 ? late : [new NobodyLate()], open);
    }

    private Reply Late(RollCall call) => new LateThen(
        call.Duty.Name, call.Occurrence.Day, [.. RollCallLines.Details(call, turn.Roster).Where(r => r is LateUnits or MadeUpUnits)]);
}
