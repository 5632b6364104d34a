using NodaTime;
using OfficerBot.Conversation.Common;
using OfficerBot.Conversation.Leads;
using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.Roster;
using OfficerBot.Conversation.Turns;
using OfficerBot.Conversation.Understanding;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Roster;
using OfficerBot.Domain.Time;

namespace OfficerBot.Conversation.ChatRecords;

/// <summary>
/// A chat record pasted or forwarded from a group no bot can join: split by sender, shown, and filed after a yes, each entry with its sender and time.
/// Who may file leads may file those of others too (代报); zero reports of other units only liaison and leaders, as everywhere. Pasted in the
/// group it is answered in private where that can be, because the preview is long.
/// </summary>
/// <param name="calendar">Working days.</param>
/// <param name="reader">Reads each message.</param>
public sealed class FileChatRecord(WorkingCalendar calendar, ReadMessage reader) : IDialog
{
    private const int MostLines = 20;

    /// <inheritdoc/>
    public IReadOnlyList<string> Intents { get; } = ["chat_record"];

    /// <inheritdoc/>
    public bool Owns(DialogState state) => state is RecordAsked;

    /// <inheritdoc/>
    public bool Takes(Turn turn) => turn.Understood.Intent is "confirm_yes" or "confirm_no" or "cancel";

    /// <inheritdoc/>
    public void Run(Turn turn)
    {
        if (turn.Pending is RecordAsked asked && Takes(turn))
        {
            turn.Pending = null;
            if (turn.Understood.Intent == "confirm_yes")
            {
                File(turn, asked);
            }
            else
            {
                turn.Answer(new Cancelled());
            }
        }
        else if (!LeadRights.MayFile(turn.Speaker!)) // strangers never reach a dialog
        {
            turn.Answer(new NotAllowed(new AllowedUnit(turn.Roster[turn.Speaker!.Unit].Names())));
        }
        else
        {
            Show(turn, RecordReading.Of(turn, reader, turn.Understood.Slots.Text ?? ((Said.Words)turn.Said).Text));
        }
    }

    private static void Show(Turn turn, RecordReading reading)
    {
        var chatter = reading.Chatter > 0 ? new RecordChatter(reading.Chatter) : null;
        var doubts = Cut(reading.Doubts);
        if (reading.Entries.Count == 0)
        {
            turn.AnswerPrivately(new RecordEmpty(doubts, chatter));
            return;
        }

        var state = new RecordAsked(reading.Entries, turn.Said.Where.Id.Value);
        if (turn.InGroup && turn.Ledger.People.ReachableChat(turn.Speaker!.Id) is { } own)
        {
            turn.PendingElsewhere = (own, state);
        }
        else
        {
            turn.Pending = state;
        }

        var more = reading.Entries.Count > MostLines ? new MoreLines(reading.Entries.Count - MostLines) : null;
        turn.AnswerPrivately(new RecordPreview(
            reading.Entries.Count(e => e.Text is not null), reading.Entries.Count(e => e.Text is null),
            [.. reading.Entries.Take(MostLines).Select((e, i) => Line(turn, e, i + 1))], more, doubts, chatter));
    }

    private static IReadOnlyList<Reply> Cut(IReadOnlyList<Reply> doubts) =>
        doubts.Count <= MostLines ? doubts : [.. doubts.Take(MostLines), new MoreLines(doubts.Count - MostLines)];

    private static Reply Line(Turn turn, RecordEntry entry, int number)
    {
        var (unit, at) = (LeadAnswers.UnitName(turn, new(entry.Unit)), turn.Notice.Local(Instant.FromUnixTimeMilliseconds(entry.SaidAt)));
        return entry.Text is { } text ? new RecordLead(number, entry.Sender, at, unit, LeadTitle.From(text)) : new RecordZero(number, entry.Sender, at, unit);
    }

    private void File(Turn turn, RecordAsked asked)
    {
        var desk = LeadAnswers.Desk(turn, calendar);
        var results = asked.Entries.Select((e, i) => (Entry: e, Result: File(turn, desk, e, asked.Chat, i))).ToList();
        var filed = results.Select(r => r.Result).OfType<LeadResult.Filed>().Select(f => f.Lead).ToList();
        turn.Ledger.Audit(turn.Speaker!.Id, "record.file", $"{filed.Count}", turn.Now); // strangers never reach a dialog
        Tell(turn, filed);
        turn.Answer(new RecordFiled(
            filed.Count, results.Count(r => r.Result is LeadResult.ZeroFiled), [.. filed.Select(l => l.Number.ToString())],
            [.. results.Where(r => r.Result is LeadResult.Refusal or LeadResult.Duplicate).Select(r => new RecordRefused(r.Entry.Sender, LeadTitle.From(r.Entry.Text ?? "—")))]));
    }

    private static LeadResult File(Turn turn, LeadDesk desk, RecordEntry entry, long chat, int item)
    {
        var day = NodaConstants.UnixEpoch.InUtc().Date.PlusDays(entry.ForDay);
        return entry.Text is not { } text
            ? desk.FileZero(new(entry.Unit), day, turn.Speaker!, turn.Now)
            : desk.File(
                new LeadToFile(new(entry.Unit), text, entry.Category, new(chat), null, item)
                {
                    ForDay = day,
                    SaidAt = Instant.FromUnixTimeMilliseconds(entry.SaidAt),
                    Officer = new PersonId(entry.Person),
                },
                turn.Speaker!,
                turn.Now);
    }

    // Whoever wrote it learns in one line that it counts, and can take it back.
    private static void Tell(Turn turn, List<Lead> filed)
    {
        foreach (var own in filed.Where(l => l.Officer is not null && l.Officer != turn.Speaker!.Id).GroupBy(l => l.Officer!.Value))
        {
            var note = new RecordFiledForYou(turn.Speaker!.Names(), [.. own.Select(l => l.Number.ToString())]);
            turn.Send(new Outgoing(new Route.One(own.Key), note, $"record-for:{own.First().Id.Value}"));
        }
    }
}
