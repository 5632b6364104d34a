using NodaTime;
using OfficerBot.Conversation.Common;
using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.Roster;
using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.RollCalls;
using OfficerBot.Domain.Roster;
using OfficerBot.Domain.Time;

namespace OfficerBot.Conversation.RollCalls;

/// <summary>今天谁还没报: one day in full, several days in turns; the lead duty with the mailbox beside it, or the mailbox alone.</summary>
/// <param name="calendar">Working days.</param>
public sealed class WhoIsMissing(WorkingCalendar calendar) : IDialog
{
    /// <summary>Value of the slot <c>what</c> for the units that a question understood as this one finds missing.</summary>
    public const string Found = "missing";

    /// <inheritdoc/>
    public IReadOnlyList<string> Intents { get; } = ["who_missing"];

    /// <inheritdoc/>
    public void Run(Turn turn)
    {
        var asked = Days(turn);
        if (asked.Refusal is { } refusal)
        {
            turn.Answer(refusal);
            return;
        }

        if (Unclear(turn) is { } unclear)
        {
            turn.Answer(unclear);
            return;
        }

        if (turn.Understood.Slots.Standing == "late")
        {
            turn.Answer(new WhoWasLate(turn, calendar).Answer(asked, c => Only(turn, c)));
            return;
        }

        var duty = Asked(turn);
        if (duty is not null && turn.Understood.Slots.Other.ContainsKey(WhoMissedOften.Slot))
        {
            turn.Answer(new WhoMissedOften(turn, calendar).Answer(duty, asked, c => Only(turn, c), LeftOut(turn)));
            return;
        }

        turn.Answer(duty is null ? new NobodyOwes() : asked.First == asked.Last ? OneDay(turn, duty, asked.First) : SeveralDays(turn, duty, asked));
    }

    /// <summary>The units that a question understood as this one finds missing; empty for days that cannot be answered.</summary>
    public IReadOnlyList<Unit> Units(Turn turn)
    {
        var asked = Days(turn);
        if (asked.Refusal is not null || Unclear(turn) is not null || Asked(turn) is not { } duty)
        {
            return [];
        }

        if (turn.Understood.Slots.Other.ContainsKey(WhoMissedOften.Slot))
        {
            return new WhoMissedOften(turn, calendar).Units(duty, asked, c => Only(turn, c));
        }

        var calls = RollCallRange.Take(turn.Ledger, new Occurrences(turn.Notice, calendar), duty, asked.First, asked.Last, turn.Now).Calls;
        return [.. calls.Select(c => Only(turn, c)).Select(c => calls.Count > 1 && IsOpen(turn, c) ? c.SoFar() : c).SelectMany(c => c.Missing).DistinctBy(u => u.Id)];
    }

    // Who has not reported in three days names no day ahead.
    private static AskedDays Days(Turn turn) => AskedDays.Of(turn.Understood.Slots.When, turn.Local.Date) is var asked
        && asked.Refusal is NotYetOpen && turn.Understood.Slots.Other.ContainsKey(WhoMissedOften.Slot) ? AskedDays.Of(null, turn.Local.Date) : asked;

    // Of a name that several units bear all are shown; one that none bears is said to be unknown.
    private static Reply? Unclear(Turn turn)
    {
        var slots = turn.Understood.Slots;
        return UnitAnswers.Unclear(slots with { Units = [.. slots.Units.Where(u => u.Candidates.Count == 0)] }, turn.Roster);
    }

    // 宣传情况, 邮箱 or a report day's noon means the mailbox duty; all else the leads.
    private static Duty? Asked(Turn turn) => turn.Understood.Slots.Scope == "publicity" ? turn.Notice.ReportDuty : turn.Notice.LeadDuty ?? turn.Notice.ReportDuty;

    private Reply OneDay(Turn turn, Duty duty, LocalDate day)
    {
        var occurrences = Occurrences.Under(turn.Notice, calendar);
        var occurrence = duty.Evidence == Evidence.Report && day == turn.Local.Date && occurrences.OnDay(duty, day) is null
            ? occurrences.LastDue(duty, turn.Now)
            : occurrences.OnDay(duty, day);
        if (occurrence is null)
        {
            return new NotDueThen(duty.Name, day);
        }

        var call = Only(turn, RollCall.Take(turn.Ledger, duty, occurrence));
        var mailbox = duty.Evidence == Evidence.Lead ? Mailbox(turn, occurrences, day) : MailboxOf(turn, call);
        var details = duty.Evidence == Evidence.Lead ? RollCallLines.Details(call, turn.Roster) : [];
        return new RollCallShown(duty.Name, occurrence.Day, turn.Local.TimeOfDay, RollCallLines.Counts(call), details, mailbox, LeftOut(turn));
    }

    private static Reply? Mailbox(Turn turn, Occurrences occurrences, LocalDate day)
    {
        var slots = turn.Understood.Slots;
        return slots.Units.Count == 0 && slots.Groups.Count == 0 && !slots.LeavesOut && slots.Scope is null
            && turn.Notice.ReportDuty is { } duty && occurrences.OnDay(duty, day) is { } occurrence
                ? MailboxOf(turn, RollCall.Take(turn.Ledger, duty, occurrence))
                : null;
    }

    private static Reply MailboxOf(Turn turn, RollCall call)
    {
        var lines = RollCallLines.Mailbox(call, turn.Ledger);
        var left = LocalTimes.ToInstant(call.Occurrence.Due, turn.Notice.Zone) - turn.Now;
        return left > Duration.Zero
            ? new MailboxOpen(call.Occurrence.Due.TimeOfDay, left, lines)
            : new MailboxClosed(call.Occurrence.Due.TimeOfDay, lines);
    }

    private Reply SeveralDays(Turn turn, Duty duty, AskedDays asked)
    {
        var occurrences = Occurrences.Under(turn.Notice, calendar);
        var calls = RollCallRange.Take(turn.Ledger, occurrences, duty, asked.First, asked.Last, turn.Now).Calls
            .Select(c => Only(turn, c)).ToList();
        var range = RollCallRange.Of([.. calls.Select(c => IsOpen(turn, c) ? c.SoFar() : c)]);
        if (calls.All(c => c.Lines.Count == 0))
        {
            return new NobodyOwes();
        }

        IReadOnlyList<Reply> units = [.. range.Units.Where(u => u.MissingDays.Count > 0)
            .Select(u => new MissingDays(u.Unit.Names(), u.MissingDays.Count, [.. u.MissingDays.Select(d => $"{d.Month}.{d.Day}")]))];
        var reported = range.Count(RollCallState.In) + range.Count(RollCallState.Late) + range.Count(RollCallState.MadeUp);
        var counts = new TurnCounts(
            range.Expected, reported, range.Count(RollCallState.Zero), range.Count(RollCallState.Excused), range.Count(RollCallState.Missing));
        var open = Open(turn, calls);
        return new RollCallOverDays(duty.Name, asked.First, asked.Last, counts, units.Count == 0 && open is null ? [new NobodyMissing()] : units, open, LeftOut(turn));
    }

    private static OpenUncounted? Open(Turn turn, IReadOnlyList<RollCall> calls) => calls.FirstOrDefault(c => IsOpen(turn, c)) is { } call
        && call.Lines.Count(l => l.State == RollCallState.Missing) is > 0 and var count ? new OpenUncounted(call.Occurrence.Day, count) : null;

    // Nobody has missed a day that still runs: 本周谁没报, asked in the morning, leaves out who has today's report still to come.
    internal static bool IsOpen(Turn turn, RollCall call) => !call.IsClosed && LocalTimes.ToInstant(call.Occurrence.Due, turn.Notice.Zone) > turn.Now;

    private static RollCall Only(Turn turn, RollCall call)
    {
        var slots = turn.Understood.Slots;
        var units = slots.Units.SelectMany(u => u.Candidates).ToHashSet();
        var only = call.Only([.. slots.Groups], units);
        var leftOut = LeftOutUnits.Of(slots);
        return slots.LeavesOut ? only with { Lines = [.. only.Lines.Where(l => !leftOut.Holds(l.Unit))] } : only;
    }

    private static Reply? LeftOut(Turn turn) => LeftOutUnits.Of(turn.Understood.Slots).Told(turn.Roster.Units);
}
