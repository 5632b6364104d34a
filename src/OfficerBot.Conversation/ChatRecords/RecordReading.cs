using NodaTime;
using OfficerBot.Conversation.Leads;
using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.Roster;
using OfficerBot.Conversation.Turns;
using OfficerBot.Conversation.Understanding;
using OfficerBot.Conversation.Understanding.Items;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.Roster;
using LeadTitle = OfficerBot.Domain.Leads.LeadTitle;

namespace OfficerBot.Conversation.ChatRecords;

/// <summary>
/// Reads a chat record as if each message had been said in the group by its sender: leads and zero reports are kept, chatter is counted, doubts are
/// named and left out. A message without a day is of today, or of yesterday when its time lies ahead; without a time it is of the moment of pasting, or
/// of noon on an earlier day.
/// </summary>
internal sealed class RecordReading
{
    /// <summary>From here on a lead is taken without asking.</summary>
    private const double Sure = 0.8;

    private readonly Turn _turn;
    private readonly ReadMessage _reader;
    private readonly SenderNames _senders;
    private readonly List<RecordEntry> _entries = [];
    private readonly List<Reply> _doubts = [];
    private readonly Dictionary<string, (int Count, bool IsAmbiguous)> _unknown = [];

    private RecordReading(Turn turn, ReadMessage reader) => (_turn, _reader, _senders) = (turn, reader, new(turn.Roster));

    public IReadOnlyList<RecordEntry> Entries => _entries;

    public int Chatter { get; private set; }

    /// <summary>Unknown senders first, then single entries.</summary>
    public IReadOnlyList<Reply> Doubts =>
    [
        .. _unknown.Select(u => u.Value.IsAmbiguous ? (Reply)new DoubtSenderAmbiguous(u.Key, u.Value.Count) : new DoubtUnknownSender(u.Key, u.Value.Count)),
        .. _doubts,
    ];

    public static RecordReading Of(Turn turn, ReadMessage reader, string text)
    {
        var reading = new RecordReading(turn, reader);
        foreach (var line in ChatRecord.Split(text, turn.Local.Year))
        {
            reading.Take(line);
        }

        return reading;
    }

    private void Take(ChatLine line)
    {
        var at = SaidAt(line);
        var people = _senders.Find(line.Sender);
        var person = people is [var one] ? one : null;
        var context = new ReadingContext(at, true, false, person?.Unit, person?.Roles ?? Roles.Officer, null, _turn.Roster, "zh");
        var understood = _reader(line.Text, context);
        if (understood.Intent is not ("report_lead" or "nil_report"))
        {
            Chatter++;
        }
        else if (person is null)
        {
            _unknown[line.Sender] = (_unknown.GetValueOrDefault(line.Sender).Count + 1, people.Count > 1);
        }
        else if (understood is { Intent: "report_lead", Confidence: < Sure })
        {
            _doubts.Add(new DoubtNotSure(line.Sender, LeadTitle.From(line.Text)));
        }
        else
        {
            Keep(line.Sender, person, at, understood);
        }
    }

    private LocalDateTime SaidAt(ChatLine line)
    {
        var now = _turn.Local;
        if (line.Date is not { } day)
        {
            return line.Time is not { } time ? now : time <= now.TimeOfDay ? now.Date + time : now.Date.PlusDays(-1) + time;
        }

        var own = day > now.Date ? day.PlusYears(-1) : day; // 12月30日 pasted in January; the split took this year
        return own + (line.Time ?? (own == now.Date ? now.TimeOfDay : LocalTime.Noon));
    }

    private void Keep(string sender, Person person, LocalDateTime at, Understood understood)
    {
        var slots = understood.Slots;
        if (slots.Units.Concat(slots.Items.Select(i => i.Unit).OfType<UnitSaid>()).FirstOrDefault(u => u.Candidates.Count != 1) is { } unclear)
        {
            _doubts.Add(new DoubtUnit(sender, unclear.Words));
            return;
        }

        var day = slots.Range is { IsImpossible: false } range && range.Days.First is { } said ? said : at.Date;
        var unit = slots.Units.Count == 1 ? slots.Units[0].Candidates[0] : person.Unit;
        if (day > _turn.Local.Date || day < _turn.Notice.Begins)
        {
            _doubts.Add(new DoubtDay(sender, day));
        }
        else if (understood.Intent == "nil_report")
        {
            KeepZero(Entry(sender, person, unit, at, day));
        }
        else
        {
            slots.Items.ToList().ForEach(i => KeepLead(Entry(sender, person, i.Unit?.Candidates[0] ?? unit, at, day) with { Text = i.Text.Trim(), Category = i.Category }));
        }
    }

    private RecordEntry Entry(string sender, Person person, UnitId unit, LocalDateTime at, LocalDate day)
    {
        var instant = Domain.Time.LocalTimes.ToInstant(at, _turn.Notice.Zone);
        return new(sender, person.Id.Value, unit.Value, instant.ToUnixTimeMilliseconds(), Period.DaysBetween(NodaConstants.UnixEpoch.InUtc().Date, day), null, null);
    }

    private void KeepZero(RecordEntry entry)
    {
        var unit = new UnitId(entry.Unit);
        if (!LeadRights.MayFileZero(_turn.Speaker!, unit)) // the dialog has no strangers
        {
            _doubts.Add(new DoubtZeroOfAnother(entry.Sender, _turn.Roster[unit].Names()));
        }
        else if (!_entries.Exists(e => e.Text is null && e.Unit == entry.Unit && e.ForDay == entry.ForDay))
        {
            _entries.Add(entry);
        }
    }

    private void KeepLead(RecordEntry entry)
    {
        var day = NodaConstants.UnixEpoch.InUtc().Date.PlusDays(entry.ForDay);
        var before = _turn.Ledger.Leads.Find(new LeadQuery(day, day, Units: [new(entry.Unit)])).FirstOrDefault(l => Squeeze(l.Text) == Squeeze(entry.Text!)); // a lead has one
        if (before is not null)
        {
            _doubts.Add(new DoubtFiledBefore(entry.Sender, before.Number.ToString()));
        }
        else if (_entries.Exists(e => e.Text is { } text && e.Unit == entry.Unit && Squeeze(text) == Squeeze(entry.Text!)))
        {
            _doubts.Add(new DoubtTwice(entry.Sender, LeadTitle.From(entry.Text!)));
        }
        else
        {
            _entries.Add(entry);
        }
    }

    private static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
