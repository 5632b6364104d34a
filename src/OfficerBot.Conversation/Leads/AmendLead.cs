using OfficerBot.Conversation.Common;
using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.Roster;
using OfficerBot.Conversation.Turns;
using OfficerBot.Conversation.Understanding;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Time;

namespace OfficerBot.Conversation.Leads;

/// <summary>第3条改成…, one word for another category after a receipt, another unit or day. Every version is kept.</summary>
/// <param name="calendar">Working days.</param>
public sealed class AmendLead(WorkingCalendar calendar) : IDialog
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Intents { get; } = ["amend_lead"];

    /// <inheritdoc/>
    public bool Owns(DialogState state) => state is JustFiled;

    /// <inheritdoc/>
    public bool Takes(Turn turn) => turn.Said is Said.Words words
        && LeadAnswers.CategoryNamed(turn.Notice, words.Text) is not null && turn.Pending is JustFiled just
        && LeadRefs.FitUnitNamed(turn, just.Leads.Select(id => new LeadId(id)));

    /// <inheritdoc/>
    public void Run(Turn turn)
    {
        if (turn.Pending is JustFiled just && turn.Said is Said.Words words && LeadAnswers.CategoryNamed(turn.Notice, words.Text) is { } category)
        {
            Amend(turn, just.Leads.Select(id => turn.Ledger.Leads.Get(new LeadId(id))), new LeadChange(Category: category));
            return;
        }

        var (found, unknown) = LeadRefs.Of(turn);
        if (unknown.Count > 0 || found.Count == 0)
        {
            turn.Answer(unknown.Count > 0 ? new NoSuchLead(unknown[0]) : LeadRefs.None(turn));
            return;
        }

        var (change, refusal) = ChangeSaid(turn, found[0]);
        if (change is null)
        {
            Ask(turn, found[0], refusal);
            return;
        }

        Amend(turn, found, change);
    }

    // What is said next may be the answer.
    private static void Ask(Turn turn, Lead lead, Reply? refusal)
    {
        turn.Pending = JustFiled.Of(turn, [lead], JustFiled.Asked);
        turn.Answer(refusal ?? new ChangeWhat(lead.Number.ToString()));
    }

    private static (LeadChange? Change, Reply? Refusal) ChangeSaid(Turn turn, Lead lead)
    {
        var slots = turn.Understood.Slots;
        if (DayAnswers.Refusal(slots.Range) is { } refusal)
        {
            return (null, refusal);
        }

        if (slots.Field == "unit" && slots.Units.FirstOrDefault(u => u.Candidates.Count != 1) is { } unclear)
        {
            return (null, UnitAnswers.Unclear(unclear, turn.Roster));
        }

        var change = slots switch
        {
            { Field: "unit", Units: [.., { Candidates: [var unit] }] } => new LeadChange(Unit: unit),
            { Field: "date", Range.Days.First: { } day } => new LeadChange(ForDay: day),
            { Categories: [var category, ..] } => new LeadChange(Category: category),
            { Field: "title", Text: { Length: > 0 } title } => new LeadChange(Title: title),
            { Field: "category", Text: { } word } when LeadAnswers.CategoryNamed(turn.Notice, word) is { } named => new LeadChange(Category: named),
            { Field: null or "text", Text: { Length: > 1 } word } when LeadAnswers.CategoryNamed(turn.Notice, word) is { } meant => new LeadChange(Category: meant), // 第3条改成典型案例
            { Text: { Length: > 0 } text } => Reworded(lead, slots, text),
            _ => null,
        };
        return (change, change is null && slots.Text is { } words && slots.Field is null or "text" ? new ChangeWhere(lead.Number.ToString(), words) : null);
    }

    /// <summary>True when a change said without naming a lead is one of this lead: another unit, day or category, or words that stand in it.</summary>
    internal static bool Fits(Lead lead, Slots slots) =>
        slots.Field is "unit" or "date" or "category" || (slots.Text is { } text && LeadWording.Replaced(lead.Text, slots.Replaces, text) is not null);

    // 应该是15吨 changes the figure and not the whole text to “15吨”.
    private static LeadChange? Reworded(Lead lead, Slots slots, string text) => slots.Adds
        ? new(Text: LeadWording.Supplemented(lead.Text, text))
        : LeadWording.Replaced(lead.Text, slots.Replaces, text) is { } reworded ? new(Text: reworded)
        : slots.Replaces is not null || LeadWording.IsFigure(text) || LeadWording.IsScrap(text, lead.Text) ? null
        : new(Text: text);

    private void Amend(Turn turn, IEnumerable<Lead> leads, LeadChange change)
    {
        var desk = LeadAnswers.Desk(turn, calendar);
        var changed = leads.ToList();
        foreach (var lead in changed)
        {
            LeadAnswers.Receipt(turn, Answer(turn, lead, desk.Amend(lead, change, turn.Speaker!, turn.Now)));
        }

        var spoken = changed.All(l => turn.SpokenOf.Contains(l.Id)) ? [.. turn.SpokenOf.Select(turn.Ledger.Leads.Get)] : changed; // of several filed together the others stay spoken of
        turn.Pending = JustFiled.Of(turn, spoken, JustFiled.Amended);
    }

    internal static Reply Answer(Turn turn, Lead lead, LeadResult result) => result switch
    {
        LeadResult.Amended done => LeadAnswers.Amended(turn, done),
        LeadResult.Unchanged same => new LeadUnchanged(same.Lead.Number.ToString()),
        LeadResult.Refusal refusal => LeadAnswers.Refused(turn, refusal, lead.Unit),
        _ => throw new NotSupportedException($"No words for {result.GetType().Name}."),
    };
}
