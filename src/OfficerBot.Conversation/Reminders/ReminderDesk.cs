using System.Security.Cryptography;
using System.Text;
using NodaTime;
using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.Roster;
using OfficerBot.Conversation.RollCalls;
using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.Notices;
using OfficerBot.Domain.Reports;
using OfficerBot.Domain.RollCalls;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Conversation.Reminders;

/// <summary>
/// Words the rungs of the ladder. Asked when a due row is claimed, so that only those get a message who still owe then; each message has a key of
/// (rung, slot, person), so that a repeat does nothing.
/// </summary>
/// <param name="ledger">The books, inside the transaction that closes the due row.</param>
/// <param name="occurrences">Occurrences of the notice in force.</param>
/// <param name="now">Office time.</param>
public sealed class ReminderDesk(ILedger ledger, Occurrences occurrences, Instant now)
{
    private Notice Notice => ledger.Notice;

    private RosterBook Roster => ledger.Roster;

    /// <summary>The messages of a rung; empty when nobody owes any more. Standings and reports are others' work.</summary>
    public IReadOnlyList<Outgoing> Messages(Duty duty, Rung rung, Occurrence occurrence) => rung.Act switch
    {
        RungAct.DraftReady => Private(duty, rung, occurrence, false, u => DraftReady(duty, occurrence, u)),
        RungAct.GroupCard => GroupCard(duty, occurrence),
        RungAct.Nudge when duty.Evidence == Evidence.Lead => Private(duty, rung, occurrence, false, u => new LeadNudge(u.Names(), duty.Clause)),
        RungAct.Nudge => Private(duty, rung, occurrence, false, u => Nudge(duty, occurrence, u)),
        RungAct.LastCall => Private(duty, rung, occurrence, true, u => LastCall(occurrence, u)),
        RungAct.UndeliveredWarning => Undelivered(occurrence),
        RungAct.Close => Card(duty, occurrence),
        RungAct.LiaisonNote => NoteToLiaison(duty, rung, occurrence),
        _ => [],
    };

    /// <summary>The group's card as it stands now, as an update of the one sent; nothing where none was sent.</summary>
    public IReadOnlyList<Outgoing> Card(Duty duty, Occurrence occurrence) =>
        duty.Evidence == Evidence.Report ? [CardOf(duty, occurrence, true)] : [];

    private List<Outgoing> GroupCard(Duty duty, Occurrence occurrence) =>
        RollCall.Take(ledger, duty, occurrence).IsComplete ? [] : [CardOf(duty, occurrence, false)];

    private Outgoing CardOf(Duty duty, Occurrence occurrence, bool onlyUpdates)
    {
        var call = RollCall.Take(ledger, duty, occurrence);
        var lines = RollCallLines.Mailbox(call, ledger);
        var done = call.Expected - call.Missing.Count;
        var key = $"card:{duty.Id}:{occurrence.Slot.AtText}";
        Reply card = now >= occurrences.DueAt(occurrence)
            ? new NoonResult(duty.Name, occurrence.Day, occurrence.Due.TimeOfDay, done, call.Expected, lines)
            : new NoonCard(duty.Name, occurrence.Day, occurrence.Due.TimeOfDay, done, call.Expected, lines, HolidayLine(occurrence));
        return new(new Route.Group(), card, $"{key}:{now.ToUnixTimeMilliseconds()}:{MarkOf(card)}", key, OnlyUpdates: onlyUpdates);
    }

    // Two units may report in one millisecond; their cards differ, and the second must not pass for a repeat of the first.
    private static string MarkOf(Reply card) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ReplyValues.ToJson(card))))[..8];

    private List<Outgoing> Private(Duty duty, Rung rung, Occurrence occurrence, bool deputiesToo, Func<Unit, Reply> words) =>
    [
        .. from unit in StillOwing(duty, occurrence)
           from person in ToTell(unit, deputiesToo)
           select new Outgoing(new Route.One(person.Id), words(unit), $"{rung.Id}:{duty.Id}:{occurrence.Slot.AtText}:{person.Id.Value}"),
    ];

    /// <summary>The nudge of one unit because somebody asked for it.</summary>
    /// <param name="bucket">Part of the key: within one bucket a person gets it once.</param>
    public IEnumerable<Outgoing> ByHand(Duty duty, Occurrence occurrence, Unit unit, string bucket)
    {
        Reply words = duty.Evidence == Evidence.Lead ? new LeadNudge(unit.Names(), duty.Clause) : Nudge(duty, occurrence, unit);
        return ToTell(unit, false).Select(p => new Outgoing(new Route.One(p.Id), words, $"{bucket}:{duty.Id}:{occurrence.Slot.AtText}:{p.Id.Value}"));
    }

    /// <summary>One message of what a unit owes since days that are over, because somebody asked for it.</summary>
    /// <param name="over">At least one, of this duty.</param>
    /// <param name="bucket">Part of the key: within one bucket a person gets it once.</param>
    public IEnumerable<Outgoing> Overdue(Duty duty, IReadOnlyList<Occurrence> over, Unit unit, string bucket)
    {
        IReadOnlyList<Reply> days = [.. over.Select(o => new OwedDay(o.Day))];
        Reply words = duty.Evidence == Evidence.Lead ? new LeadOverdue(unit.Names(), days, duty.Clause) : new ReportOverdue(unit.Names(), days, $"{Notice.Number} {duty.Clause}");
        var key = string.Join('+', over.Select(o => o.Slot.AtText));
        return ToTell(unit, false).Select(p => new Outgoing(new Route.One(p.Id), words, $"{bucket}:{duty.Id}:{key}:{p.Id.Value}"));
    }

    /// <summary>The units through whose gate a nudge may pass now.</summary>
    public IEnumerable<Unit> StillOwing(Duty duty, Occurrence occurrence)
    {
        var kinds = ledger.Filings.KindsAt(occurrence.Slot);
        var due = occurrences.Find(duty, occurrence.Slot);
        return Roster.Units.Where(u =>
        {
            var onItsWay = duty.Evidence == Evidence.Report && ReportSlot.IsOnItsWay(ledger, occurrence.Slot, u.Id);
            return Gate.Ask(duty, due, Roster, u.Id, kinds.GetValueOrDefault(u.Id), onItsWay, alreadySent: false) == GateAnswer.Send;
        });
    }

    /// <summary>The officer of a unit, with its deputies or in his place, as far as they can be reached in private.</summary>
    public IEnumerable<Person> ToTell(Unit unit, bool deputiesToo)
    {
        var reachable = Roster.PeopleOf(unit.Id).Where(p => p.ReportsForUnit && ledger.People.ReachableChat(p.Id) is not null).ToList();
        var officers = reachable.Where(p => p.Roles.HasFlag(Roles.Officer)).ToList();
        return deputiesToo || officers.Count == 0 ? reachable : officers.Take(1);
    }

    private DraftReady DraftReady(Duty duty, Occurrence occurrence, Unit unit) =>
        new(unit.Names(), occurrence.Day, occurrence.Due.TimeOfDay, LeadsFor(duty, occurrence, unit), HolidayLine(occurrence));

    private NoonNudge Nudge(Duty duty, Occurrence occurrence, Unit unit) =>
        new(unit.Names(), occurrence.Due.TimeOfDay, occurrences.DueAt(occurrence) - now, LeadsFor(duty, occurrence, unit), $"{Notice.Number} {duty.Clause}");

    private NoonLastCall LastCall(Occurrence occurrence, Unit unit) =>
        new(unit.Names(), occurrence.Due.TimeOfDay, occurrences.DueAt(occurrence) - now, LeadsFor(Notice.ReportDuty!, occurrence, unit));

    private int LeadsFor(Duty duty, Occurrence occurrence, Unit unit) =>
        ledger.Leads.Count(new LeadQuery(FiledFrom: ReportPeriod.From(ledger, occurrences, duty, occurrence, unit.Id, now), FiledBefore: now, Units: [unit.Id]));

    private static DueOnHoliday? HolidayLine(Occurrence occurrence) =>
        occurrence.HolidayName is { } name ? new DueOnHoliday(occurrence.Day, name) : null;

    private List<Outgoing> Undelivered(Occurrence occurrence) =>
        [.. ledger.Reports.Undelivered(occurrence.Slot).SelectMany(r => UndeliveredNote.Messages(ledger, r, occurrence.Due.TimeOfDay))];

    private List<Outgoing> NoteToLiaison(Duty duty, Rung rung, Occurrence occurrence)
    {
        var missing = RollCall.Take(ledger, duty, occurrence).Missing;
        if (missing.Count == 0)
        {
            return [];
        }

        var note = new LiaisonNote(duty.Name, occurrence.Day, occurrence.Due.TimeOfDay, [.. missing.Select(MissingLine)]);
        return [.. Roster.Holding(Roles.Liaison).Select(l => new Outgoing(new Route.One(l.Id), note, $"{rung.Id}:{duty.Id}:{occurrence.Slot.AtText}:{l.Id.Value}"))];
    }

    private Reply MissingLine(Unit unit)
    {
        var person = Roster.OfficerOf(unit.Id) ?? Roster.PeopleOf(unit.Id).FirstOrDefault();
        if (person is null)
        {
            return new MissingNobody(unit.Names());
        }

        return ToTell(unit, true).Any()
            ? new MissingReached(unit.Names(), person.Names(), person.Phone ?? "—")
            : new MissingUnreached(unit.Names(), person.Names(), person.Phone ?? "—");
    }
}
