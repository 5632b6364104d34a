using NodaTime;
using OfficerBot.Conversation.Common;
using OfficerBot.Conversation.Reports;
using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Filings;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.Time;

namespace OfficerBot.Conversation.Leads;

/// <summary>登记错了, 撤回第3条, "不是" after a receipt, and deletion on the platform. What was withdrawn is kept and no longer counts.</summary>
/// <param name="calendar">Working days.</param>
public sealed class WithdrawLead(WorkingCalendar calendar) : IDialog
{
    private readonly ZeroMessage _zeros = new(calendar);

    /// <inheritdoc/>
    public IReadOnlyList<string> Intents { get; } = ["withdraw_lead", "message_deleted"];

    /// <inheritdoc/>
    public bool Owns(DialogState state) => state is JustFiled or AskedWithdraw;

    /// <inheritdoc/>
    public bool Takes(Turn turn) => turn.Pending is AskedWithdraw
        ? turn.Understood.Intent is "confirm_yes" or "confirm_no" or "cancel"
        : turn.Understood.Intent is var said && (said == "withdraw_lead" || (said == "confirm_no" && ((JustFiled)turn.Pending!).After == JustFiled.Receipt)) && IsOfThose(turn);

    /// <inheritdoc/>
    public void Run(Turn turn)
    {
        if (turn.Said is Said.Deleted { Message: { } message })
        {
            Withdraw(turn, turn.Ledger.Leads.OfMessage(turn.Said.Where.Id, message).Where(l => l.Status == LeadStatus.Filed));
            _zeros.Withdraw(turn, message);
        }
        else if (turn.Pending is AskedWithdraw asked && turn.Understood.Intent != "withdraw_lead")
        {
            Answered(turn, asked);
        }
        else if (IsOfThose(turn))
        {
            var just = (JustFiled)turn.Pending!; // those are its leads
            turn.Pending = null;
            Withdraw(turn, just.Leads.Select(id => turn.Ledger.Leads.Get(new LeadId(id))));
        }
        else
        {
            Referred(turn);
        }
    }

    // Said of what was just filed, and of no lead by its number; 都撤回 is asked about, as it may mean more.
    private static bool IsOfThose(Turn turn) => turn.Understood.Slots is { Leads.Count: 0, ExceptLeads.Count: 0, AllOthers: false }
        && turn.Pending is JustFiled just && LeadRefs.FitUnitNamed(turn, just.Leads.Select(id => new LeadId(id)));

    private void Answered(Turn turn, AskedWithdraw asked)
    {
        turn.Pending = null;
        if (turn.Understood.Intent != "confirm_yes")
        {
            turn.Answer(new LeftAsIs());
            return;
        }

        Withdraw(turn, asked.Leads.Select(id => turn.Ledger.Leads.Get(new LeadId(id))));
    }

    // 除了2号都撤回: all he filed today that still stand, or those just spoken of together; several at once are asked about first.
    private static void AskAllOthers(Turn turn)
    {
        if (LeadRefs.UnknownException(turn) is { } unknown)
        {
            turn.Answer(new NoSuchLead(unknown));
            return;
        }

        var mine = Mine(turn, turn.Local.Date, LeadRefs.Excepted(turn));
        if (mine.Count == 0)
        {
            turn.Answer(new SayWhichLeads());
            return;
        }

        turn.Pending = new AskedWithdraw([.. mine.Select(l => l.Id.Value)]);
        turn.Answer(new WithdrawThese(mine.Count, [.. mine.Select(l => l.Number.ToString())], LeadRefs.ExceptedNumbers(turn)));
    }

    // 都撤回: of today, or of the one day that was said; 白沙镇的都撤回 only by who is of that unit. A single one was as good as named.
    private void AskAll(Turn turn)
    {
        var (first, last) = turn.Understood.Slots.Range?.Days ?? (turn.Local.Date, turn.Local.Date);
        if (first is not { } day || first != last || (turn.Understood.Slots.Units.Count > 0 && LeadRefs.UnitNamed(turn) != turn.Speaker!.Unit))
        {
            turn.Answer(new SayWhichLeads());
            return;
        }

        var mine = Mine(turn, day, []).FindAll(l => LeadRefs.FitUnitNamed(turn, [l.Id]));
        if (mine.Count > 1)
        {
            turn.Pending = new AskedWithdraw([.. mine.Select(l => l.Id.Value)]);
            turn.Answer(new WithdrawAll(LeadAnswers.Day(turn, day), mine.Count, [.. mine.Select(l => l.Number.ToString())]));
        }
        else if (mine.Count == 1)
        {
            turn.Pending = null;
            Withdraw(turn, mine);
        }
        else if (day == turn.Local.Date)
        {
            NoLead(turn);
        }
        else
        {
            turn.Answer(new NoLeadsOn(day));
        }
    }

    private static List<Lead> Mine(Turn turn, LocalDate day, IReadOnlyList<LeadId> kept)
    {
        var spoken = turn.SpokenOf.Count > 1 && kept.All(turn.SpokenOf.Contains) ? turn.SpokenOf : null;
        var (from, before) = (turn.Notice.Zone.AtStartOfDay(day).ToInstant(), turn.Notice.Zone.AtStartOfDay(day.PlusDays(1)).ToInstant());
        return [.. turn.Ledger.Leads.Find(new LeadQuery(FiledFrom: from, FiledBefore: before))
            .Where(l => l.FiledBy == turn.Speaker!.Id && !kept.Contains(l.Id) && spoken?.Contains(l.Id) != false)];
    }

    private void Referred(Turn turn)
    {
        if (turn.Understood.Slots.AllOthers)
        {
            if (turn.Understood.Slots.ExceptLeads.Count > 0)
            {
                AskAllOthers(turn);
            }
            else
            {
                AskAll(turn);
            }

            return;
        }

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
        if (found.Count > 0 && turn.Understood.Slots.ExceptLeads.Count > 0)
        {
            LeadAnswers.Receipt(turn, new LeadsLeftAlone(LeadRefs.ExceptedNumbers(turn)));
        }
    }

    // Nothing but a zero report today: that is what was wrong then.
    private void NoLead(Turn turn)
    {
        if (turn.Understood.Slots.ExceptLeads.Count > 0 || (turn.Quote?.Person?.Id is { } writer && writer != turn.Speaker!.Id)
            || (LeadRefs.UnitNamed(turn) is { } unit && unit != turn.Speaker!.Unit))
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
