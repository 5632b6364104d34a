using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Reports;
using OfficerBot.Domain.Roster;
using OfficerBot.Domain.Time;

namespace OfficerBot.Conversation.Reports;

/// <summary>The numbers that 恢复第2条 puts back into a draft: all that the one just shown knows, else those left out of the one being worked on.</summary>
internal static class NumbersInDraft
{
    /// <summary>They, without opening a draft; none where there is no draft.</summary>
    public static IReadOnlyList<LeadNumber> Of(Turn turn, WorkingCalendar calendar)
    {
        var shown = turn.Pending as ReportShown;
        var unit = turn.Understood.Slots.Units is [{ Candidates: [var named] }, ..] ? named : shown is null ? turn.Speaker!.Unit : new UnitId(shown.Unit);
        var isShown = shown?.Unit == unit.Value;
        if ((isShown ? new ReportId(shown!.Report) : Open(turn, calendar, unit)) is not { } asked
            || ReportAnswers.Desk(turn, calendar).Draft(unit, turn.Speaker!, turn.Now, asked) is not ReportResult.Drafted { Report: var report })
        {
            return [];
        }

        return isShown ? [.. report.Items.Select(i => i.Number), .. report.Left] : report.Left;
    }

    private static ReportId? Open(Turn turn, WorkingCalendar calendar, UnitId unit)
    {
        if (turn.Notice.ReportDuty is not { } duty || !ReportTarget.Owes(turn, unit))
        {
            return null;
        }

        return ReportTarget.OpenCorrection(turn, unit)
            ?? (ReportSlot.Meant(turn.Ledger, Occurrences.Under(turn.Notice, calendar), duty, unit, turn.Now) is { } due ? turn.Ledger.Reports.Newest(due.Slot, unit)?.Id : null);
    }
}
