using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.Time;

namespace OfficerBot.Conversation.Reports;

/// <summary>周报, 看看周报: the draft of the weekly report for the liaison.</summary>
/// <param name="calendar">Working days.</param>
/// <param name="press">Prints the paper.</param>
public sealed class WeeklyReports(WorkingCalendar calendar, IPaperPress press) : IDialog
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Intents { get; } = ["weekly_report"];

    /// <inheritdoc/>
    public void Run(Turn turn) => new WeeklyTalk(calendar, press).Show(turn);
}
