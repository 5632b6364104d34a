using OfficerBot.Conversation.Common;
using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.Reports;
using OfficerBot.Domain.Time;

namespace OfficerBot.Conversation.Reports;

/// <summary>看看报告, 情况报告, 出一个更正版: the draft of a unit as it stands now, as text, card and file.</summary>
/// <param name="calendar">Working days.</param>
/// <param name="press">Prints the paper.</param>
public sealed class PreviewReport(WorkingCalendar calendar, IPaperPress press) : IDialog
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Intents { get; } = ["preview_report", "compile_report", "correction_report"];

    /// <inheritdoc/>
    public bool Owns(DialogState state) => state is ReportShown;

    /// <inheritdoc/>
    public bool Takes(Turn turn) => turn.Understood.Intent is "preview_report" or "correction_report";

    /// <inheritdoc/>
    public void Run(Turn turn)
    {
        switch (turn.Understood.Slots.Kind)
        {
            case "weekly":
                new WeeklyTalk(calendar, press).Show(turn, turn.Understood.Intent == "correction_report");
                break;
            case null or "publicity" or "daily" or "special":
                ShowDraft(turn);
                break;
            default:
                turn.Answer(new OnlyTheseReports());
                break;
        }
    }

    private void ShowDraft(Turn turn)
    {
        if (ReportTarget.Of(turn) is not { } target)
        {
            return;
        }

        var desk = ReportAnswers.Desk(turn, calendar);
        var result = turn.Understood.Intent == "correction_report"
            ? desk.Correct(target.Unit, turn.Speaker!, turn.Now)
            : desk.Draft(target.Unit, turn.Speaker!, turn.Now, target.Asked);
        if (result is ReportResult.Drafted drafted)
        {
            ReportAnswers.Show(turn, drafted, press);
        }
        else if (result is ReportResult.AlreadyConfirmed sent)
        {
            var files = turn.Ledger.Reports.Files(sent.Row.Id).Select(f => new ReplyFile(f.Name, f.ContentType, f.Bytes));
            turn.AnswerPrivately(ReportAnswers.ConfirmedBefore(turn, sent.Row), [.. files]);
        }
        else
        {
            turn.Answer(ReportAnswers.Refused(turn, result, target.Unit));
        }
    }
}
