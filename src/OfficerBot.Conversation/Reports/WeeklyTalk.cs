using NodaTime;
using OfficerBot.Conversation.Common;
using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.Papers;
using OfficerBot.Domain.Reports;
using OfficerBot.Domain.Time;

namespace OfficerBot.Conversation.Reports;

/// <summary>Shows and confirms the weekly report.</summary>
/// <param name="calendar">Working days.</param>
/// <param name="press">Makes files and letter.</param>
internal sealed class WeeklyTalk(WorkingCalendar calendar, IPaperPress press)
{
    /// <summary>Shows the draft compiled last.</summary>
    /// <param name="asCorrection">Opens a 更正版 of it, which must have been confirmed.</param>
    public void Show(Turn turn, bool asCorrection = false)
    {
        var desk = Desk(turn);
        var result = asCorrection ? desk.Correct(turn.Speaker!, turn.Now) : desk.Show(turn.Speaker!, turn.Now);
        if (result is not WeeklyDeskResult.Drafted drafted)
        {
            turn.Answer(Refused(turn, result));
            return;
        }

        var printed = press.Print(WeeklyPaper.Of(drafted.Report, turn.Notice, turn.Now), turn.Now);
        turn.AnswerPrivately(ReportAnswers.TextOf(printed), ReportAnswers.FilesOf(printed));
        turn.AnswerPrivately(Figures(turn.Notice, drafted.Report));
        ReportAnswers.Expect(turn, new WeeklyDraftShown(drafted.Row.Id.Value));
    }

    /// <summary>Confirms it: the liaison got its draft when the clock compiled it, and its figures do not change after that.</summary>
    public void Confirm(Turn turn)
    {
        var result = Desk(turn).AskConfirm(turn.Speaker!, turn.Now);
        if (result is not WeeklyDeskResult.Ready ready)
        {
            turn.Pending = null;
            turn.Answer(Refused(turn, result));
            return;
        }

        var corrects = ready.Row.Revision > 1 ? ReportPeriod.NewestConfirmed(turn.Ledger, null, ready.Row.Slot, turn.Now)?.MessageId : null;
        var paper = WeeklyPaper.Of(ready.Report, turn.Notice, turn.Now);
        if (press.Seal(paper, new Sealing(turn.Notice, turn.Speaker!.Name, ready.MessageIdLeft, corrects, turn.Now)) is not { } whole)
        {
            turn.Answer(new ReportTooBig());
            return;
        }

        var row = turn.Ledger.Reports.Confirm(ready.Row.Id, turn.Speaker!.Id, turn.Now, whole.MessageId, whole.Files, whole.Letter, ready.Leads);
        turn.Pending = null;
        turn.Answer(new ReportConfirmed(
            ReportAnswers.NameOf(turn.Ledger, row, turn.Now), turn.Local.TimeOfDay, ready.Report.Leads, 0, turn.Notice.Mailbox, null, null));
    }

    /// <summary>Figures of a weekly draft.</summary>
    public static WeeklyShown Figures(Domain.Notices.Notice notice, WeeklyReport report) => new(
        report.Issue, notice.Local(report.From), notice.Local(report.To), report.Leads, report.Totals.Expected, report.Totals.Missed, report.Totals.Late,
        report.Revision > 1 ? new IsCorrection() : null);

    private Reply Refused(Turn turn, WeeklyDeskResult result) => result switch
    {
        WeeklyDeskResult.NotYours => new NotAllowed(new AllowedLiaison()),
        WeeklyDeskResult.NotCompiled => NotCompiled(turn),
        WeeklyDeskResult.AlreadyConfirmed r => ReportAnswers.ConfirmedBefore(turn, r.Row),
        WeeklyDeskResult.Unreconciled r => ReportAnswers.Unreconciled(r.Mismatches),
        _ => throw new NotSupportedException($"No words for {result.GetType().Name}."),
    };

    private Reply NotCompiled(Turn turn)
    {
        var rows = new Ladder(Occurrences.Under(turn.Notice, calendar)).Within(turn.Now, turn.Now + Duration.FromDays(21));
        return rows.FirstOrDefault(r => r.Slot.Duty == Ladder.Weekly) is { } next ? new WeeklyNotCompiled(turn.Notice.Local(next.At)) : new OnlyTheseReports();
    }

    private WeeklyDesk Desk(Turn turn) => new(turn.Ledger, Occurrences.Under(turn.Notice, calendar));
}
