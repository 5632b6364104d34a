using NodaTime;
using OfficerBot.Conversation.Reminders;
using OfficerBot.Conversation.Reports;
using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.Deliveries;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.Reports;
using OfficerBot.Domain.Time;
using OfficerBot.Settings;
using OfficerBot.Storage;
using OfficerBot.Storage.Rows;
using OfficerBot.Turns;

namespace OfficerBot.Mail;

/// <summary>The moves of letters in the store, each with what is said because of it, in one transaction.</summary>
/// <param name="calendar">Working days.</param>
/// <param name="dispatch">Makes rows of what is said.</param>
/// <param name="settings">For the mark of the mail settings.</param>
internal sealed class LetterBook(WorkingCalendar calendar, Dispatch dispatch, OfficerBotSettings settings)
{
    private const string StopKey = "mail.stop";

    /// <summary>True while all mail stands still because of the settings as they are. When they have changed, what was halted is queued again.</summary>
    public bool IsStopped(Session session) => LetterState.ReadStop(session.Settings.Find(StopKey)) is { } stop && stop.Holds(Mark);

    private string Mark { get; } = SettingsMark.Of(settings.Mail);

    /// <summary>At the start of the process: letters whose sending nobody saw end are in doubt, and those halted by other settings go on.</summary>
    public int Recover(WriteSession session, Instant machineNow)
    {
        var sending = session.Mail.InState("sending");
        foreach (var letter in sending)
        {
            Keep(session, letter, Delivery.AfterRestart((DeliveryState.Sending)LetterState.Read(letter.StateJson, machineNow)), null);
        }

        if (IsStopped(session))
        {
            return sending.Count;
        }

        session.Settings.Set(StopKey, null);
        var halted = session.Mail.InState("halted");
        foreach (var letter in halted)
        {
            Keep(session, letter, Delivery.Resume((DeliveryState.Halted)LetterState.Read(letter.StateJson, machineNow), machineNow), null);
        }

        return sending.Count + halted.Count;
    }

    /// <summary>Stored before connecting.</summary>
    public static DeliveryState.Sending Begin(WriteSession session, MailRow letter, Instant machineNow, Instant officeNow)
    {
        var sending = Delivery.Begin(LetterState.Read(letter.StateJson, machineNow), machineNow);
        Keep(session, letter, sending, officeNow);
        return sending;
    }

    /// <summary>Stored when the attempt has ended: the state, the history, the standing that follows, and what is said.</summary>
    /// <returns>The Direct Line conversations that changed.</returns>
    public IReadOnlyCollection<string> End(WriteSession session, MailRow letter, DeliveryState state, Instant officeNow)
    {
        Keep(session, letter, state, officeNow);
        var ledger = session.Ledger(letter.Group);
        var occurrences = Occurrences.Under(ledger.Notice, calendar);
        var report = ledger.Reports.Get(letter.Report);
        if (state is DeliveryState.Accepted accepted)
        {
            new ReportDesk(ledger, occurrences).Accept(report, accepted.At, accepted.Words, officeNow);
        }

        var notes = new DeliveryNotes(ledger, occurrences, officeNow);
        IReadOnlyList<Outgoing> said = [.. notes.After(report, state), .. state is DeliveryState.Halted halted ? Stop(session, halted, notes) : []];
        return dispatch.Send(session, letter.Group, said, null, $"mail:{letter.Id}:{state.Tries.Attempts}", officeNow);
    }

    /// <summary>Tells of a confirmed report that is not accepted in time. Each person is told once, however often this runs.</summary>
    /// <returns>Null when there is nothing to tell yet; else the conversations that changed.</returns>
    public IReadOnlyCollection<string>? Warn(WriteSession session, MailRow letter, Instant officeNow)
    {
        var ledger = session.Ledger(letter.Group);
        return Overdue(ledger, letter, officeNow) is { } due
            ? dispatch.Send(
                session, letter.Group, UndeliveredNote.Messages(ledger, ledger.Reports.Get(letter.Report), due.Due.TimeOfDay), null, $"warn:{letter.Id}", officeNow)
            : null;
    }

    /// <summary>The occurrence of a report whose mail is overdue; null when it is not, or has none.</summary>
    public Occurrence? Overdue(ILedger ledger, MailRow letter, Instant officeNow)
    {
        var report = ledger.Reports.Get(letter.Report);
        var duty = ledger.Notice.Find(report.Slot.Duty);
        var due = duty is null ? null : Occurrences.Under(ledger.Notice, calendar).Find(duty, report.Slot);
        return UndeliveredWarning.IsDue(report, duty, due, ledger.Notice.Zone, officeNow) ? due : null;
    }

    private IReadOnlyList<Outgoing> Stop(WriteSession session, DeliveryState.Halted halted, DeliveryNotes notes)
    {
        if (MailStop.Begin(LetterState.ReadStop(session.Settings.Find(StopKey)), halted, Mark) is not { } stop)
        {
            return []; // known and told
        }

        session.Settings.Set(StopKey, LetterState.WriteStop(stop));
        return notes.Stopped(stop);
    }

    private static void Keep(WriteSession session, MailRow letter, DeliveryState state, Instant? noteAt)
    {
        var (name, json) = LetterState.Write(state);
        session.Mail.Keep(letter.Id, name, json, Delivery.DueAt(state));
        if (noteAt is { } at)
        {
            session.Mail.Note(letter, new DeliveryLine(at, state.Tries.Attempts, name, DeliveryRow.Of(state).Words));
        }
    }
}
