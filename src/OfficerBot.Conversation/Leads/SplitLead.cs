using System.Text.RegularExpressions;
using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.Turns;
using OfficerBot.Conversation.Understanding;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Time;

namespace OfficerBot.Conversation.Leads;

/// <summary>
/// 分成2条: a lead of several lines without numbers becomes a lead a line. The first keeps the number, the others get the next ones and its time, day and
/// message, so that edits and deletions on the platform find them too.
/// </summary>
/// <param name="calendar">Working days.</param>
/// <param name="reader">Reads the lines.</param>
public sealed partial class SplitLead(WorkingCalendar calendar, ReadMessage reader) : IDialog
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
        if (Refusal(turn, lead, lines.Count) is { } refusal)
        {
            turn.Answer(refusal);
            return;
        }

        Split(turn, lead, lines);
    }

    private static Reply? Refusal(Turn turn, Lead lead, int lines) => 0 switch
    {
        _ when !LeadRights.MayChange(turn.Speaker!, lead) => LeadAnswers.Refused(turn, new LeadResult.NotYours(), lead.Unit),
        _ when lead.Status == LeadStatus.Withdrawn => new WithdrawnBefore(lead.Number.ToString()),
        _ when lines < 2 && turn.Ledger.Leads.Versions(lead.Id).Any(v => SeparateLines.Count(v.Text) > 1) => new SplitBefore(lead.Number.ToString(), lead.Title),
        _ when lines < 2 => new CannotSplit(lead.Number.ToString()),
        _ when Offered(turn) is { } offered && offered != lines => new LinesNow(lead.Number.ToString(), lines),
        _ => null,
    };

    // The receipt's button says how many lines there were then.
    private static int? Offered(Turn turn) => turn.Understood.Slots.Leads is [{ Day: not null }] && turn.Said is Said.Words words
        && LastNumber().Match(words.Text) is { Success: true } number ? int.Parse(number.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : null;

    private void Split(Turn turn, Lead lead, IReadOnlyList<ItemSaid> lines)
    {
        var desk = LeadAnswers.Desk(turn, calendar);
        var (source, last) = SourceOf(turn, lead);
        var change = desk.Amend(lead, new LeadChange(Text: lines[0].Text, Category: lines[0].Category), turn.Speaker!, turn.Now);
        if (change is not LeadResult.Amended first)
        {
            turn.Answer(AmendLead.Answer(turn, lead, change));
            return;
        }

        var others = lines.Skip(1).Select((l, i) => (Line: l, Result: desk.File(Of(lead, l, source, last + i + 1), turn.Speaker!, turn.Now))).ToList();
        var filed = others.Select(o => o.Result).OfType<LeadResult.Filed>().ToList();
        FiledForOthers.Tell(turn, filed);
        IReadOnlyList<Reply> told = [Line(turn, first.After, lead), .. others.Select(o => Line(turn, o.Line, o.Result, lead))];
        LeadAnswers.Receipt(turn, new LeadSplit(
            told.Count, told, LeadAnswers.UnitName(turn, lead.Unit), LeadAnswers.Day(turn, lead.ForDay), LeadAnswers.CountOf(turn, lead.Unit, lead.ForDay),
            [.. FiledForOthers.Notes(turn, filed)]));
        turn.Pending = JustFiled.Of(turn, [first.After, .. filed.Select(f => f.Lead)], JustFiled.Receipt);
    }

    // The other lines take the places behind the last one of the message.
    private static (LeadSource Source, int Last) SourceOf(Turn turn, Lead lead)
    {
        var rows = turn.Ledger.Leads;
        var source = rows.SourceOf(lead.Id);
        return (source, source.Message is { } message ? rows.OfMessage(source.Chat, message).Max(l => rows.SourceOf(l.Id).Item) : source.Item);
    }

    private static LeadToFile Of(Lead lead, ItemSaid line, LeadSource source, int item) =>
        new(line.Unit is { Candidates: [var only] } ? only : lead.Unit, line.Text.Trim(), line.Category, source.Chat, source.Message, item)
        {
            ForDay = lead.ForDay,
            SaidAt = lead.FiledAt,
        };

    private static Reply Line(Turn turn, ItemSaid line, LeadResult result, Lead split) => result switch
    {
        LeadResult.Filed f => Line(turn, f.Lead, split),
        LeadResult.Duplicate d => new LeadDuplicateLine(d.Existing.Number.ToString(), d.Existing.Title),
        LeadResult.Refusal r => new LeadRefusedLine(LeadTitle.From(line.Text), LeadAnswers.Refused(turn, r, split.Unit)),
        _ => throw new NotSupportedException($"No words for {result.GetType().Name}."),
    };

    // A line of another unit names it: the receipt speaks of the unit of the lead that was split.
    private static Reply Line(Turn turn, Lead lead, Lead split) => lead.Unit == split.Unit
        ? new LeadFiledLine(lead.Number.ToString(), LeadAnswers.CategoryName(turn.Notice, lead.Category), lead.Title)
        : new LeadLine(lead.Number.ToString(), LeadAnswers.UnitName(turn, lead.Unit), lead.Title, LeadAnswers.CategoryName(turn.Notice, lead.Category));

    [GeneratedRegex(@"[^0-9-]([0-9]{1,2})[^0-9]*$")]
    private static partial Regex LastNumber();
}
