using OfficerBot.Conversation.Leads;
using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.Roster;
using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.Reports;
using OfficerBot.Domain.Time;

namespace OfficerBot.Conversation.Reports;

/// <summary>已发邮箱: a tick with who and when; it counts, and is always shown as what it is.</summary>
/// <param name="calendar">Working days.</param>
public sealed class MarkSubmitted(WorkingCalendar calendar) : IDialog
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Intents { get; } = ["mark_submitted"];

    /// <inheritdoc/>
    public void Run(Turn turn)
    {
        if (ReportTarget.Of(turn) is not { } target)
        {
            return;
        }

        var result = ReportAnswers.Desk(turn, calendar).Tick(target.Unit, turn.Speaker!, turn.Now);
        if (result is not ReportResult.Ticked ticked)
        {
            turn.Answer(ReportAnswers.Refused(turn, result, target.Unit));
            return;
        }

        var due = LocalTimes.ToInstant(ticked.Occurrence.Due, turn.Notice.Zone);
        Reply? late = turn.Now >= due ? new ConfirmedAfterDue(ticked.Occurrence.Due.TimeOfDay) : null;
        turn.Answer(new ReportTicked(
            LeadAnswers.UnitName(turn, target.Unit), ticked.Occurrence.Day, turn.Speaker!.Names(), turn.Local.TimeOfDay, late));
        ReportAnswers.UpdateCard(turn, calendar, ticked.Occurrence.Slot);
    }
}
