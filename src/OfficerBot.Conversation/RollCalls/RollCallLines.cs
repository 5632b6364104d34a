using NodaTime;
using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.Roster;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Filings;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.Reports;
using OfficerBot.Domain.RollCalls;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Conversation.RollCalls;

/// <summary>Turns roll calls into the lines people read.</summary>
public static class RollCallLines
{
    /// <summary>Reason of a standing that was late only because the mail system failed.</summary>
    public const string MailFailure = "mail-failure";

    /// <summary>The counts of a roll call. Late and made-up units did report.</summary>
    public static RollCallCounts Counts(RollCall call) => new(
        call.Expected,
        call.Count(RollCallState.In) + call.Count(RollCallState.Late) + call.Count(RollCallState.MadeUp),
        call.Count(RollCallState.Zero),
        call.Count(RollCallState.Excused),
        call.Count(RollCallState.Missing));

    /// <summary>The names behind the counts: missing, late, zero, excused and made-up apart.</summary>
    public static IReadOnlyList<Reply> Details(RollCall call, RosterBook roster)
    {
        if (call.Expected == 0)
        {
            return [new NobodyOwes()];
        }

        var lines = new List<Reply>();
        AddUnless(lines, call.Missing, m => new MissingUnits(m.Count, [.. m.Select(u => WithOfficer(u, roster))]));
        AddUnless(lines, [.. call.Lines.Where(l => l.State == RollCallState.Late)], l => new LateUnits([.. l.Select(Late)]));
        AddUnless(lines, call.Units(RollCallState.Zero), u => new ZeroUnits([.. u.Select(x => x.Names())]));
        AddUnless(lines, call.Units(RollCallState.Excused), u => new ExcusedUnits([.. u.Select(x => x.Names())]));
        AddUnless(lines, call.Units(RollCallState.MadeUp), u => new MadeUpUnits([.. u.Select(x => x.Names())]));
        if (call.IsComplete)
        {
            lines.Insert(0, new NobodyMissing());
        }

        return lines;
    }

    /// <summary>One line per unit of the mailbox duty: delivered, on its way, ticked, late, excused or missing.</summary>
    public static IReadOnlyList<Reply> Mailbox(RollCall call, ILedger ledger) => [.. call.Lines.Select(l => MailboxLine(call, l, ledger))];

    /// <summary>A unit with its officer in brackets, as the missing are named.</summary>
    public static IReadOnlyDictionary<string, string> WithOfficer(Unit unit, RosterBook roster)
    {
        var names = unit.Names();
        return roster.OfficerOf(unit.Id)?.Names() is { } officer
            ? Naming.Both($"{names["zh"]}（{officer["zh"]}）", $"{names["en"]} ({officer["en"]})")
            : names;
    }

    private static Reply MailboxLine(RollCall call, RollCallLine line, ILedger ledger)
    {
        var unit = line.Unit.Names();
        var zone = ledger.Notice.Zone;
        var filing = ledger.Filings.Of(call.Occurrence.Slot, line.Unit.Id).LastOrDefault(f => f.Kind is FilingKind.Report or FilingKind.Tick);
        return line.State switch
        {
            RollCallState.Late => line.Standing?.Reason == MailFailure ? new LateByMail(unit, line.MinutesLate) : new MailboxLate(unit, line.MinutesLate),
            RollCallState.Excused => new MailboxExcused(unit),
            _ when filing is { Kind: FilingKind.Tick } => new MailboxTicked(unit, NameOf(filing.By, ledger), Time(filing.At, zone)),
            _ when filing is not null => new MailboxDelivered(unit, Time(filing.At, zone)),
            _ when ledger.Reports.Undelivered(call.Occurrence.Slot).FirstOrDefault(r => r.Unit == line.Unit.Id)?.ConfirmedAt is { } since =>
                new MailboxOnItsWay(unit, Time(since, zone)),
            _ => new MailboxMissing(unit),
        };
    }

    private static IReadOnlyDictionary<string, string> NameOf(PersonId person, ILedger ledger) =>
        ledger.Roster.Find(person)?.Names() ?? Naming.Both("—", "—");

    private static Reply Late(RollCallLine line) => line.Standing?.Reason == MailFailure
        ? new LateByMail(line.Unit.Names(), line.MinutesLate)
        : new LateUnit(line.Unit.Names(), line.MinutesLate);

    private static LocalTime Time(Instant at, DateTimeZone zone) => at.InZone(zone).TimeOfDay;

    private static void AddUnless<T>(List<Reply> lines, IReadOnlyList<T> found, Func<IReadOnlyList<T>, Reply> line)
    {
        if (found.Count > 0)
        {
            lines.Add(line(found));
        }
    }
}
