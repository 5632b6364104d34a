using NodaTime;
using OfficerBot.Conversation.Reminders;
using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.Roster;
using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.Deliveries;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.Reports;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Conversation.Reports;

/// <summary>What is said unasked about the mail of a report: to its unit, to the liaison, and on the group's card.</summary>
/// <param name="ledger">The books, inside the transaction that keeps the outcome.</param>
/// <param name="occurrences">Occurrences of the notice in force.</param>
/// <param name="now">Office time.</param>
public sealed class DeliveryNotes(ILedger ledger, Occurrences occurrences, Instant now)
{
    /// <summary>The messages after a delivery came to this state; those on the way to a further attempt say nothing.</summary>
    public IReadOnlyList<Outgoing> After(Report report, DeliveryState state) => state switch
    {
        DeliveryState.Accepted accepted => [.. Delivered(report, accepted), .. Card(report)],
        DeliveryState.Failed { Why: DeliveryFailure.InDoubt } => ToAll(report, "mail-doubt", new MailInDoubt(NameOf(report), ledger.Notice.Mailbox), Files(report)),
        DeliveryState.Failed failed => ToAll(report, "mail-failed", new MailGivenUp(NameOf(report), failed.Words), Files(report)),
        _ => [],
    };

    /// <summary>All mail stands still: one alarm to each liaison.</summary>
    public IReadOnlyList<Outgoing> Stopped(MailStop stop)
    {
        Reply why = stop.Reason == MailStopReason.Login ? new StoppedByLogin() : new StoppedBySettings();
        return [.. Liaisons().Select(l => new Outgoing(
            new Route.One(l.Id), new MailStopped(why, stop.Words), $"mail-stopped:{stop.Since.ToUnixTimeMilliseconds()}:{l.Id.Value}"))];
    }

    private IEnumerable<Outgoing> Delivered(Report report, DeliveryState.Accepted accepted)
    {
        var due = Due(report);
        var late = due is not null && report.Revision == 1 && accepted.At >= occurrences.DueAt(due) ? Late(report, due, accepted) : null;
        var note = new ReportDelivered(NameOf(report), Time(accepted.At), accepted.Words, late);
        foreach (var person in Confirmers(report))
        {
            yield return new(new Route.One(person), note, $"delivered:{report.Id.Value}:{person.Value}");
        }

        if (late is not DeliveredLateByMail || report is not { Unit: { } unit, ConfirmedAt: { } confirmed })
        {
            yield break;
        }

        var toLiaison = new LateByMailNote(
            ReportAnswers.UnitName(ledger, unit), due!.Day, Time(confirmed), Time(accepted.At), due.Due.TimeOfDay, accepted.Words); // late, so it was due
        foreach (var liaison in Liaisons())
        {
            yield return new(new Route.One(liaison.Id), toLiaison, $"late-by-mail:{report.Id.Value}:{liaison.Id.Value}");
        }
    }

    private Reply Late(Report report, Occurrence due, DeliveryState.Accepted accepted)
    {
        var minutes = Math.Max(1, (int)Math.Ceiling((accepted.At - occurrences.DueAt(due)).TotalMinutes));
        return report.ConfirmedAt is { } confirmed && confirmed < occurrences.DueAt(due)
            ? new DeliveredLateByMail(due.Due.TimeOfDay, minutes, Time(confirmed))
            : new DeliveredLate(due.Due.TimeOfDay, minutes);
    }

    private List<Outgoing> ToAll(Report report, string key, Reply reply, ReplyFile[] files)
    {
        var unit = report.Unit is { } id ? ledger.Roster.PeopleOf(id).Where(p => p.ReportsForUnit) : [];
        return [.. unit.Concat(Liaisons()).DistinctBy(p => p.Id)
            .Select(p => new Outgoing(new Route.One(p.Id), reply, $"{key}:{report.Id.Value}:{now.ToUnixTimeMilliseconds()}:{p.Id.Value}", Files: files))];
    }

    private IReadOnlyList<Outgoing> Card(Report report) =>
        ledger.Notice.Find(report.Slot.Duty) is { } duty && Due(report) is { } due ? new ReminderDesk(ledger, occurrences, now).Card(duty, due) : [];

    // Who confirmed, and the unit's officer if that was somebody else.
    private IEnumerable<PersonId> Confirmers(Report report) =>
        new[] { report.ConfirmedBy, report.Unit is { } unit ? ledger.Roster.OfficerOf(unit)?.Id : null }.OfType<PersonId>().Distinct();

    private Occurrence? Due(Report report) => ledger.Notice.Find(report.Slot.Duty) is { } duty ? occurrences.Find(duty, report.Slot) : null;

    private ReplyFile[] Files(Report report) => [.. ledger.Reports.Files(report.Id).Select(f => new ReplyFile(f.Name, f.ContentType, f.Bytes))];

    private Reply NameOf(Report report) => ReportAnswers.NameOf(ledger, report, now);

    private LocalTime Time(Instant at) => ledger.Notice.Local(at).TimeOfDay;

    private IEnumerable<Person> Liaisons() => ledger.Roster.Holding(Roles.Liaison);
}
