using NodaTime;
using OfficerBot.Conversation.Common;
using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.Roster;
using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.Papers;
using OfficerBot.Domain.Reports;
using OfficerBot.Domain.Roster;
using OfficerBot.Domain.Time;

namespace OfficerBot.Conversation.Reports;

/// <summary>
/// 确认报送, and a plain 确认 after a draft was shown: the draft as it is now is frozen with its files and letter, and its mail goes out. A report that
/// is not due today is shown first, because a second tap on an old card must not send the next one days early.
/// </summary>
/// <param name="calendar">Working days.</param>
/// <param name="press">Makes files and letter.</param>
public sealed class ConfirmReport(WorkingCalendar calendar, IPaperPress press) : IDialog
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Intents { get; } = ["confirm_send"];

    /// <inheritdoc/>
    public bool Owns(DialogState state) => state is ReportShown or WeeklyDraftShown;

    /// <inheritdoc/>
    public bool Takes(Turn turn) => turn.Understood.Intent is "confirm_yes" or "confirm_no" or "cancel" or "confirm_send";

    /// <inheritdoc/>
    public void Run(Turn turn)
    {
        var weekly = new WeeklyTalk(calendar, press);
        if (turn.Understood.Intent is "confirm_no" or "cancel")
        {
            turn.Pending = null;
            turn.Answer(new LeftAsIs());
        }
        else if (turn.Understood.Slots.Address is { } address && address != turn.Notice.Mailbox)
        {
            turn.Answer(new AddressRefused(address, turn.Notice.Mailbox));
        }
        else if (turn.Pending is WeeklyDraftShown || turn.Understood.Slots.Kind == "weekly")
        {
            weekly.Confirm(turn);
        }
        else if (ReportTarget.Of(turn) is { } target)
        {
            Confirm(turn, target);
        }
    }

    private void Confirm(Turn turn, ReportTarget target)
    {
        var desk = ReportAnswers.Desk(turn, calendar);
        var result = desk.AskConfirm(target.Unit, turn.Speaker!, turn.Now, target.Asked);
        if (result is not ReportResult.Ready ready)
        {
            turn.Pending = null;
            turn.Answer(ReportAnswers.Refused(turn, result, target.Unit));
            return;
        }

        if (turn.Pending is not ReportShown && !IsDueToday(turn, ready.Report))
        {
            ReportAnswers.Show(turn, new ReportResult.Drafted(ready.Row, ready.Report), press);
            return;
        }

        Send(turn, ready);
    }

    private static bool IsDueToday(Turn turn, SituationReport report) => report.Revision == 1 && report.Occurrence.Day == turn.Local.Date;

    private void Send(Turn turn, ReportResult.Ready ready)
    {
        var corrects = ready.Row.Revision > 1 ? ReportPeriod.NewestConfirmed(turn.Ledger, ready.Row.Unit, ready.Row.Slot, turn.Now)?.MessageId : null;
        var paper = SituationPaper.Of(ready.Report, turn.Notice);
        if (press.Seal(paper, new Sealing(turn.Notice, OfficerOf(turn, ready.Report.Unit.Id), ready.MessageIdLeft, corrects, turn.Now)) is not { } whole)
        {
            turn.Answer(new ReportTooBig());
            return;
        }

        var shown = turn.Pending as ReportShown;
        var row = turn.Ledger.Reports.Confirm(ready.Row.Id, turn.Speaker!.Id, turn.Now, whole.MessageId, whole.Files, whole.Letter, ready.Leads);
        turn.Pending = null;
        turn.Answer(Confirmed(turn, row, ready.Report, shown?.Leads));
        Tell(turn, row, ready.Report);
        ReportAnswers.UpdateCard(turn, calendar, row.Slot);
    }

    // Whose report it is, whoever confirmed it.
    private static string OfficerOf(Turn turn, UnitId unit) => turn.Roster.OfficerOf(unit)?.Name ?? turn.Speaker!.Name;

    private static ReportConfirmed Confirmed(Turn turn, Report row, SituationReport report, int? shown)
    {
        var due = LocalTimes.ToInstant(report.Occurrence.Due, turn.Notice.Zone);
        Reply? changed = shown is { } before && before != report.Totals.Leads ? new ChangedSinceShown(before, report.Totals.Leads) : null;
        Reply? late = turn.Now >= due && row.Revision == 1 ? new ConfirmedAfterDue(report.Occurrence.Due.TimeOfDay) : null;
        return new(
            ReportAnswers.NameOf(turn.Ledger, row, turn.Now), turn.Local.TimeOfDay, report.Totals.Leads, report.Totals.Pictures, turn.Notice.Mailbox,
            changed, late);
    }

    // The officer learns of it when somebody else confirmed for the unit.
    private static void Tell(Turn turn, Report row, SituationReport report)
    {
        if (turn.Roster.OfficerOf(report.Unit.Id) is not { } officer || officer.Id == turn.Speaker!.Id)
        {
            return;
        }

        var note = new ReportConfirmedForYou(
            turn.Speaker.Names(), ReportAnswers.NameOf(turn.Ledger, row, turn.Now), turn.Local.TimeOfDay, report.Totals.Leads);
        turn.Send(new Outgoing(new Route.One(officer.Id), note, $"confirmed-for:{row.Id.Value}"));
    }
}
