using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.Reports;
using OfficerBot.Conversation.Turns;
using OfficerBot.Conversation.Understanding;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Time;

namespace OfficerBot.Conversation.Leads;

/// <summary>还是留着吧, 恢复第2条: what was withdrawn today stands again under its number, for who withdrew it, the liaison and leaders.</summary>
/// <param name="calendar">Working days.</param>
public sealed class RestoreLead(WorkingCalendar calendar) : IDialog
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Intents { get; } = ["restore_lead"];

    /// <inheritdoc/>
    public bool Owns(DialogState state) => state is JustWithdrawn;

    /// <inheritdoc/>
    public bool Takes(Turn turn) => (turn.Understood.Intent == "restore_lead" || (turn.Understood.Intent == "restore_item" && Numbers(turn).Count == 0)) && !Excepts(turn);

    /// <summary>
    /// True when a lead is meant and not the draft of a report: one that is withdrawn, that he may change and the draft does not know, or, unless a
    /// draft was just shown, one that cannot be in the speaker's.
    /// </summary>
    /// <param name="inDraft">The numbers that the draft goes first with.</param>
    internal static bool IsMeant(Turn turn, IReadOnlyList<LeadNumber> inDraft)
    {
        var numbers = Numbers(turn);
        if (numbers.Any(said => inDraft.Any(n => n.Sequence == said.Sequence && (said.Day is null || said.Day == n.Day))))
        {
            return false;
        }

        var leads = numbers.Select(s => Find(turn, s)).ToList();
        return leads.Exists(l => l?.Status == LeadStatus.Withdrawn && LeadRights.MayChange(turn.Speaker!, l))
            || (leads.Count > 0 && turn is { Pending: not ReportShown, Understood.Slots.Units.Count: 0 }
                && (!ReportTarget.Owes(turn, turn.Speaker!.Unit) || leads.TrueForAll(l => l?.Unit != turn.Speaker.Unit)));
    }

    /// <inheritdoc/>
    public void Run(Turn turn)
    {
        var numbers = Numbers(turn);
        foreach (var unknown in numbers.Where(n => Find(turn, n) is null))
        {
            turn.Answer(new NoSuchLead(Number(turn, unknown).ToString()));
        }

        var leads = numbers.Count > 0 ? [.. numbers.Select(n => Find(turn, n)).OfType<Lead>()] : Excepts(turn) ? [] : JustNow(turn);
        leads = [.. leads.Where(l => !LeadRefs.Excepted(turn).Contains(l.Id))];
        if (numbers.Count + leads.Count == 0 && turn.Understood.Slots.ExceptLeads.Count > 0)
        {
            turn.Answer(new SayWhichLeads());
            return;
        }

        if (numbers.Count + leads.Count == 0)
        {
            turn.Answer(new NothingWithdrawn());
        }

        Restore(turn, leads);
    }

    // 2号不要恢复 brings back nothing.
    private static bool Excepts(Turn turn) => turn.Understood.Slots is { ExceptLeads.Count: > 0, AllOthers: false };

    /// <summary>Brings these back as far as the speaker may, and says so of each.</summary>
    internal void Restore(Turn turn, IReadOnlyList<Lead> leads)
    {
        var desk = LeadAnswers.Desk(turn, calendar);
        var restored = new List<Lead>();
        foreach (var lead in leads)
        {
            var result = desk.Restore(lead, turn.Speaker!, turn.Now);
            LeadAnswers.Receipt(turn, Answer(turn, lead, result));
            restored.AddRange(result is LeadResult.Restored done ? [done.Lead] : []);
        }

        turn.Pending = restored.Count > 0 && turn.Said is Said.Words ? JustFiled.Of(turn, restored, JustFiled.Receipt) : turn.Pending;
    }

    private static Reply Answer(Turn turn, Lead lead, LeadResult result) => result switch
    {
        LeadResult.Restored done => new LeadRestored(
            done.Lead.Number.ToString(), done.Lead.Title, LeadAnswers.UnitName(turn, done.Lead.Unit), LeadAnswers.Day(turn, done.Lead.ForDay),
            LeadAnswers.CountOf(turn, done.Lead.Unit, done.Lead.ForDay), done.VoidedZero ? new ReplacedZero() : null),
        LeadResult.Duplicate d => new LeadDuplicate(d.Existing.Number.ToString(), turn.Notice.Local(d.Existing.FiledAt).TimeOfDay),
        LeadResult.Refusal refusal => LeadAnswers.Refused(turn, refusal, lead.Unit),
        _ => throw new NotSupportedException($"No words for {result.GetType().Name}."),
    };

    // What the withdrawal's answer spoke of, else what he withdrew last today.
    private static IReadOnlyList<Lead> JustNow(Turn turn) => turn.Pending is JustWithdrawn just
        ? [.. just.Leads.Select(id => turn.Ledger.Leads.Get(new LeadId(id)))]
        : turn.Ledger.Leads.NewestWithdrawnBy(turn.Speaker!.Id, turn.Notice.Zone.AtStartOfDay(turn.Local.Date).ToInstant()) is { } newest ? [newest] : [];

    private static IReadOnlyList<LeadSaid> Numbers(Turn turn) => [.. turn.Understood.Slots.Leads.Where(l => !l.IsLast)];

    private static LeadNumber Number(Turn turn, LeadSaid said) => new(said.Day ?? turn.Local.Date, said.Sequence);

    private static Lead? Find(Turn turn, LeadSaid said) => turn.Ledger.Leads.Find(Number(turn, said));
}
