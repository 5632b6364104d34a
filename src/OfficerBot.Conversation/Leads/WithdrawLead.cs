using OfficerBot.Conversation.Common;
using OfficerBot.Conversation.Reports;
using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Filings;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Time;

namespace OfficerBot.Conversation.Leads;

/// <summary>登记错了, 撤回第3条, "不是" after a receipt, and deletion on the platform. What was withdrawn is kept and no longer counts.</summary>
/// <param name="calendar">Working days.</param>
public sealed class WithdrawLead(WorkingCalendar calendar) : IDialog
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Intents { get; } = ["withdraw_lead", "message_deleted"];

    /// <inheritdoc/>
    public bool Owns(DialogState state) => state is JustFiled;

    /// <inheritdoc/>
    public bool Takes(Turn turn) =>
        turn.Understood.Intent is var said && (said == "withdraw_lead" || (said == "confirm_no" && ((JustFiled)turn.Pending!).After == JustFiled.Receipt))
        && turn.Understood.Slots.Leads.Count == 0;

    /// <inheritdoc/>
    public void Run(Turn turn)
    {
        if (turn.Said is Said.Deleted { Message: { } message })
        {
            Withdraw(turn, turn.Ledger.Leads.OfMessage(turn.Said.Where.Id, message).Where(l => l.Status == LeadStatus.Filed));
        }
        else if (turn.Pending is JustFiled just && turn.Understood.Slots.Leads.Count == 0)
        {
            turn.Pending = null;
            Withdraw(turn, just.Leads.Select(id => turn.Ledger.Leads.Get(new LeadId(id))));
        }
        else
        {
            Referred(turn);
        }
    }

    private void Referred(Turn turn)
    {
        var (found, unknown) = LeadRefs.Of(turn);
        foreach (var number in unknown)
        {
            turn.Answer(new NoSuchLead(number));
        }

        if (found.Count == 0 && unknown.Count == 0)
        {
            NoLead(turn);
        }

        Withdraw(turn, found);
    }

    // Nothing but a zero report today: that is what was wrong then.
    private void NoLead(Turn turn)
    {
        if (turn.Quote?.Person?.Id is { } writer && writer != turn.Speaker!.Id)
        {
            turn.Answer(LeadRefs.None(turn));
            return;
        }

        if (OpenTick(turn) is { } tick)
        {
            turn.Ledger.Filings.Void(tick.Id, turn.Speaker!.Id, turn.Now, "withdrawn");
            turn.Answer(new TickWithdrawn(LeadAnswers.UnitName(turn, tick.Unit), tick.Slot.At.Date));
            ReportAnswers.UpdateCard(turn, calendar, tick.Slot);
            return;
        }

        if (TodaysZero(turn) is not { } zero)
        {
            turn.Answer(LeadRefs.None(turn));
            return;
        }

        turn.Ledger.Filings.Void(zero.Id, turn.Speaker!.Id, turn.Now, "withdrawn");
        turn.Answer(new ZeroWithdrawn(LeadAnswers.UnitName(turn, zero.Unit), new Today()));
    }

    // 已发邮箱 said by mistake, as long as the time for the report has not run out.
    private Filing? OpenTick(Turn turn)
    {
        var occurrences = Occurrences.Under(turn.Notice, calendar);
        return turn.Notice.ReportDuty is { } duty && occurrences.NextAfter(duty, turn.Now) is { } next
            ? turn.Ledger.Filings.Of(next.Slot, turn.Speaker!.Unit).LastOrDefault(f => f.Kind == FilingKind.Tick)
            : null;
    }

    private Filing? TodaysZero(Turn turn)
    {
        var occurrences = new Domain.Duties.Occurrences(turn.Notice, calendar);
        return turn.Notice.LeadDuty is { } duty && occurrences.CoveringDay(duty, turn.Local.Date) is { } today
            ? turn.Ledger.Filings.Of(today.Slot, turn.Speaker!.Unit).FirstOrDefault(f => f.Kind == FilingKind.Zero)
            : null;
    }

    private void Withdraw(Turn turn, IEnumerable<Lead> leads)
    {
        var desk = LeadAnswers.Desk(turn, calendar);
        var results = leads.Select(lead => (Lead: lead, Result: desk.Withdraw(lead, turn.Speaker!, turn.Now))).ToList();
        foreach (var (lead, result) in results)
        {
            LeadAnswers.Receipt(turn, result switch
            {
                LeadResult.Withdrawn done => LeadAnswers.Withdrawn(turn, done),
                LeadResult.Refusal refusal => LeadAnswers.Refused(turn, refusal, lead.Unit),
                var other => throw new NotSupportedException($"No words for {other.GetType().Name}."),
            });
        }

        var withdrawn = results.Select(r => r.Result).OfType<LeadResult.Withdrawn>().Select(d => d.Lead).ToList();
        turn.Pending = withdrawn.Count > 0 && turn.Said is Said.Words ? JustWithdrawn.Of(turn, withdrawn) : turn.Pending;
    }
}
