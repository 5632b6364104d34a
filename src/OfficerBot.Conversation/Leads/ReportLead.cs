using NodaTime;
using OfficerBot.Conversation.Common;
using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.Roster;
using OfficerBot.Conversation.Turns;
using OfficerBot.Conversation.Understanding;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.People;
using OfficerBot.Domain.Roster;
using OfficerBot.Domain.Time;

namespace OfficerBot.Conversation.Leads;

/// <summary>
/// An officer reports, in his own words: one lead or several numbered items, for his unit or another, for today or an earlier day. When it is likely
/// but not sure that something said to nobody is a lead, he is asked in private.
/// </summary>
/// <param name="calendar">Working days.</param>
/// <param name="reader">Reads what was asked about again, after a yes.</param>
public sealed class ReportLead(WorkingCalendar calendar, ReadMessage reader) : IDialog
{
    /// <summary>From here on a lead is filed without asking.</summary>
    private const double Sure = 0.8;

    /// <inheritdoc/>
    public IReadOnlyList<string> Intents { get; } = ["report_lead", "statement"];

    /// <inheritdoc/>
    public bool Owns(DialogState state) => state is AskedIsLead;

    /// <inheritdoc/>
    public bool Takes(Turn turn) => turn.Understood.Intent is "confirm_yes" or "confirm_no" or "cancel";

    /// <inheritdoc/>
    public void Run(Turn turn)
    {
        if (turn.Pending is AskedIsLead asked && turn.Understood.Intent != "report_lead")
        {
            Answered(turn, asked);
            return;
        }

        var words = (Said.Words)turn.Said;
        if (turn.Understood.Intent != "report_lead")
        {
            AskHere(turn, words);
            return;
        }

        var isAddressed = !turn.InGroup || words.Mentioned;
        if (turn.Understood.Confidence < Sure && !isAddressed)
        {
            Ask(turn, words);
            return;
        }

        File(turn, turn.Understood.Slots, words.Where.Id, words.Message, words.Pictures);
    }

    private static void AskHere(Turn turn, Said.Words words)
    {
        turn.Pending = new AskedIsLead(words.Text, words.Where.Id.Value, words.Message, words.Pictures);
        turn.Answer(new MaybeALead(LeadTitle.From(words.Text)));
    }

    private static void Ask(Turn turn, Said.Words words)
    {
        if (!turn.Speaker!.ReportsForUnit || turn.Ledger.People.ReachableChat(turn.Speaker.Id) is not { } privately)
        {
            return; // asking in the group would be noise
        }

        var title = LeadTitle.From(words.Text);
        turn.Send(new Outgoing(new Route.One(turn.Speaker.Id), new IsThisALead(title)));
        turn.PendingElsewhere = (privately, new AskedIsLead(words.Text, words.Where.Id.Value, words.Message, words.Pictures));
    }

    private void Answered(Turn turn, AskedIsLead asked)
    {
        turn.Pending = null;
        if (turn.Understood.Intent != "confirm_yes")
        {
            turn.Answer(new LeftAsIs());
            return;
        }

        var context = new ReadingContext(turn.Local, true, true, turn.Speaker!.Unit, turn.Speaker.Roles, "lead", turn.Roster, turn.Said.By.Locale);
        var again = reader(asked.Text, context);
        var slots = again.Slots.Items.Count > 0 ? again.Slots : again.Slots with { Items = [new ItemSaid(asked.Text, null, null)] };
        File(turn, slots, new ChatId(asked.Chat), asked.Message, asked.Pictures);
    }

    private void File(Turn turn, Slots slots, ChatId chat, string? message, IReadOnlyList<Picture> pictures)
    {
        if (Unclear(turn, slots) is { } unclear)
        {
            turn.Answer(unclear);
            return;
        }

        var desk = LeadAnswers.Desk(turn, calendar);
        var unit = slots.Units.Count == 1 ? slots.Units[0].Candidates[0] : turn.Speaker!.Unit;
        var results = slots.Items.Select((item, i) => (Item: item, Unit: UnitOf(item, unit), Result: desk.File(
            new LeadToFile(UnitOf(item, unit), item.Text.Trim(), item.Category, chat, message, i) { ForDay = slots.Range?.Days.First },
            turn.Speaker!, turn.Now))).ToList();
        var filed = results.Select(r => r.Result).OfType<LeadResult.Filed>().ToList();
        Keep(turn, filed, pictures);
        FiledForOthers.Tell(turn, filed);
        LeadAnswers.Receipt(turn, results.Count == 1 ? Single(turn, results[0].Item, One(turn, results[0].Result, unit, pictures.Count)) : Several(turn, results, unit, pictures.Count));
    }

    private static UnitId UnitOf(ItemSaid item, UnitId otherwise) => item.Unit is { Candidates: [var only] } ? only : otherwise;

    private static Reply? Unclear(Turn turn, Slots slots)
    {
        if (slots.Items.Count == 0)
        {
            return new TextMissing(); // "报线索", and nothing with it
        }

        if (DayAnswers.Refusal(slots.Range) is { } refusal)
        {
            return refusal;
        }

        var said = slots.Units.Concat(slots.Items.Select(i => i.Unit).OfType<UnitSaid>());
        return said.FirstOrDefault(u => u.Candidates.Count != 1) is { } unclear ? UnitAnswers.Unclear(unclear, turn.Roster) : null;
    }

    private static void Keep(Turn turn, List<LeadResult.Filed> filed, IReadOnlyList<Picture> pictures)
    {
        if (filed.Count == 0)
        {
            return;
        }

        foreach (var picture in pictures)
        {
            turn.Ledger.Leads.AddPicture(filed[0].Lead.Id, picture, turn.Speaker!.Id, turn.Now);
        }

        turn.Pending = JustFiled.Of(turn, filed.Select(f => f.Lead), JustFiled.Receipt);
    }

    // Lines without numbers are one lead; who meant several is told how to make them so.
    private Reply Single(Turn turn, ItemSaid item, Reply receipt) =>
        receipt is LeadFiled filed && new SeparateLines(reader).Doubtful(turn, item.Text) is { Count: > 1 and var lines } ? new LeadFiledAsOne(receipt, lines, filed.Number) : receipt;

    private static Reply One(Turn turn, LeadResult result, UnitId unit, int pictures) => result switch
    {
        LeadResult.Filed f => new LeadFiled(
            f.Lead.Number.ToString(), LeadAnswers.CategoryName(turn.Notice, f.Lead.Category), LeadAnswers.UnitName(turn, f.Lead.Unit), LeadAnswers.Day(turn, f.Lead.ForDay),
            LeadAnswers.CountOf(turn, f.Lead.Unit, f.Lead.ForDay), Notes(turn, [f], pictures)),
        LeadResult.Duplicate d => new LeadDuplicate(d.Existing.Number.ToString(), turn.Notice.Local(d.Existing.FiledAt).TimeOfDay),
        LeadResult.Refusal r => LeadAnswers.Refused(turn, r, unit),
        _ => throw new NotSupportedException($"No words for {result.GetType().Name}."),
    };

    private static LeadsFiled Several(Turn turn, List<(ItemSaid Item, UnitId Unit, LeadResult Result)> results, UnitId unit, int pictures)
    {
        var filed = results.Select(r => r.Result).OfType<LeadResult.Filed>().ToList();
        var day = filed.Count > 0 ? filed[0].Lead.ForDay : turn.Local.Date;
        return new(
            filed.Count, [.. results.Select(r => Line(turn, r.Item, r.Unit, r.Result))], LeadAnswers.UnitName(turn, unit), LeadAnswers.Day(turn, day),
            LeadAnswers.CountOf(turn, unit, day), Notes(turn, filed, pictures));
    }

    private static Reply Line(Turn turn, ItemSaid item, UnitId unit, LeadResult result) => result switch
    {
        LeadResult.Filed f => new LeadFiledLine(f.Lead.Number.ToString(), LeadAnswers.CategoryName(turn.Notice, f.Lead.Category), f.Lead.Title),
        LeadResult.Duplicate d => new LeadDuplicateLine(d.Existing.Number.ToString(), d.Existing.Title),
        LeadResult.Refusal r => new LeadRefusedLine(LeadTitle.From(item.Text), LeadAnswers.Refused(turn, r, unit)),
        _ => throw new NotSupportedException($"No words for {result.GetType().Name}."),
    };

    private static List<Reply> Notes(Turn turn, IReadOnlyList<LeadResult.Filed> filed, int pictures)
    {
        var notes = new List<Reply>();
        if (filed.Any(f => f.VoidedZero))
        {
            notes.Add(new ReplacedZero());
        }

        if (filed.FirstOrDefault(f => f.Standing is not null) is { } madeUp)
        {
            notes.Add(new MadeUp(madeUp.Lead.ForDay));
        }

        if (pictures > 0 && filed.Count > 0)
        {
            notes.Add(new WithPictures(pictures));
        }

        notes.AddRange(FiledForOthers.Notes(turn, filed).Take(1));
        return notes;
    }
}
