using NodaTime;
using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.Roster;
using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Roster;
using OfficerBot.Domain.Time;

namespace OfficerBot.Conversation.Leads;

/// <summary>我还欠什么, 白沙镇报了没: what a unit owes now and where it stands; or on the days named.</summary>
/// <param name="calendar">Working days.</param>
public sealed class MyStatusDialog(WorkingCalendar calendar) : IDialog
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Intents { get; } = ["my_status"];

    /// <inheritdoc/>
    public void Run(Turn turn)
    {
        var said = turn.Understood.Slots.Units;
        if (said.FirstOrDefault(u => u.Candidates.Count != 1) is { } unclear)
        {
            turn.Answer(UnitAnswers.Unclear(unclear, turn.Roster));
            return;
        }

        foreach (var unit in said.Count > 0 ? said.Select(u => u.Candidates[0]) : OfLeads(turn) is { Count: > 0 } units ? units : [turn.Speaker!.Unit])
        {
            turn.Answer(turn.Understood.Slots.When is { } when && when.Days != (turn.Local.Date, turn.Local.Date)
                ? new StatusOverTime(calendar).Of(turn, unit, when)
                : Of(turn, unit));
        }
    }

    // 他报了吗, asked of who reported a lead.
    private static IReadOnlyList<UnitId> OfLeads(Turn turn) =>
        turn.Understood.Slots.Leads.Count > 0 ? [.. LeadRefs.Of(turn).Found.Select(l => l.Unit).Distinct()] : [];

    private Reply Of(Turn turn, UnitId unit)
    {
        var occurrences = Occurrences.Under(turn.Notice, calendar);
        var owed = StatusOfUnit.Owed(turn.Ledger, occurrences, unit, turn.Now);
        return owed.Count == 0
            ? new OwesNothing(LeadAnswers.UnitName(turn, unit))
            : new MyStatus(LeadAnswers.UnitName(turn, unit), [.. owed.Select(o => Line(turn, unit, o))]);
    }

    internal static Reply Line(Turn turn, UnitId unit, OpenDuty open)
    {
        var (name, day) = (open.Duty.Name, open.Occurrence.Day);
        return open.State switch
        {
            OpenState.Owes when open.Due <= turn.Now => new StatusMissed(name, day),
            OpenState.Owes when open.Duty.Cadence is Cadence.Daily => new StatusOwesDaily(name, day),
            OpenState.Owes => new StatusOwes(name, open.Occurrence.Due, Duration.Max(Duration.Zero, open.Due - turn.Now)),
            OpenState.In when open.Duty.Evidence == Evidence.Lead => new StatusLeads(name, day, LeadAnswers.CountOf(turn, unit, day)),
            OpenState.In => new StatusIn(name, day),
            OpenState.Zero => new StatusZero(name, day),
            OpenState.Excused => new StatusExcused(name, day),
            OpenState.OnItsWay => new StatusOnItsWay(name, day),
            OpenState.Missed => new StatusMissed(name, day),
            _ => throw new NotSupportedException($"No words for {open.State}."),
        };
    }
}
