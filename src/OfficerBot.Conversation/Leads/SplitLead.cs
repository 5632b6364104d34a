using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.Turns;
using OfficerBot.Conversation.Understanding;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Roster;
using OfficerBot.Domain.Time;

namespace OfficerBot.Conversation.Leads;

/// <summary>分成2条: a lead of several lines without numbers becomes a lead a line. The first keeps the number, the others get the next ones and its time and day.</summary>
/// <param name="calendar">Working days.</param>
/// <param name="reader">Reads the lines.</param>
public sealed class SplitLead(WorkingCalendar calendar, ReadMessage reader) : IDialog
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Intents { get; } = ["split_lead", "split_lead_numbered"];

    /// <inheritdoc/>
    public bool Owns(DialogState state) => state is JustFiled;

    /// <inheritdoc/>
    public bool Takes(Turn turn) => turn.Understood.Intent == "split_lead";

    /// <inheritdoc/>
    public void Run(Turn turn)
    {
        var (found, unknown) = LeadRefs.Of(turn);
        if (found is not [var lead])
        {
            turn.Answer(unknown.Count > 0 ? new NoSuchLead(unknown[0]) : LeadRefs.None(turn));
            return;
        }

        var lines = new SeparateLines(reader).All(turn, lead.Text);
        if (lines.Count < 2)
        {
            turn.Answer(new CannotSplit(lead.Number.ToString()));
            return;
        }

        Split(turn, lead, lines);
    }

    private void Split(Turn turn, Lead lead, IReadOnlyList<ItemSaid> lines)
    {
        var desk = LeadAnswers.Desk(turn, calendar);
        var change = desk.Amend(lead, new LeadChange(Text: lines[0].Text, Category: lines[0].Category), turn.Speaker!, turn.Now);
        if (change is not LeadResult.Amended first)
        {
            turn.Answer(AmendLead.Answer(turn, lead, change));
            return;
        }

        var others = lines.Skip(1).Select(l => (Line: l, Result: desk.File(Of(turn, lead, l), turn.Speaker!, turn.Now))).ToList();
        IReadOnlyList<Reply> told = [Line(turn, first.After), .. others.Select(o => Line(turn, o.Line, o.Result))];
        LeadAnswers.Receipt(turn, new LeadSplit(
            told.Count, told, LeadAnswers.UnitName(turn, lead.Unit), LeadAnswers.Day(turn, lead.ForDay), LeadAnswers.CountOf(turn, lead.Unit, lead.ForDay)));
        turn.Pending = JustFiled.Of(turn, [first.After, .. others.Select(o => o.Result).OfType<LeadResult.Filed>().Select(f => f.Lead)], JustFiled.Receipt);
    }

    private static LeadToFile Of(Turn turn, Lead lead, ItemSaid line) =>
        new(line.Unit is { Candidates: [var only] } ? only : lead.Unit, line.Text.Trim(), line.Category, turn.Said.Where.Id, null, 0) { ForDay = lead.ForDay, SaidAt = lead.FiledAt };

    private static Reply Line(Turn turn, ItemSaid line, LeadResult result) => result switch
    {
        LeadResult.Filed f => Line(turn, f.Lead),
        LeadResult.Duplicate d => new LeadDuplicateLine(d.Existing.Number.ToString(), d.Existing.Title),
        LeadResult.Refusal r => new LeadRefusedLine(LeadTitle.From(line.Text), LeadAnswers.Refused(turn, r, new UnitId(0))),
        _ => throw new NotSupportedException($"No words for {result.GetType().Name}."),
    };

    private static LeadFiledLine Line(Turn turn, Lead lead) =>
        new(lead.Number.ToString(), LeadAnswers.CategoryName(turn.Notice, lead.Category), lead.Title);
}
