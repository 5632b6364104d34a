using OfficerBot.Conversation.Roster;
using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Reports;
using OfficerBot.Domain.Roster;
using OfficerBot.Domain.Time;

namespace OfficerBot.Conversation.Reports;

/// <summary>Whose report is meant: the unit named, else that of the draft shown before, else the speaker's.</summary>
/// <param name="Asked">A certain draft (shown before, or an open 更正版 of today); null for the one meant by the clock.</param>
internal sealed record ReportTarget(UnitId Unit, ReportId? Asked)
{
    /// <summary>Null when it is unclear; then the person was asked.</summary>
    public static ReportTarget? Of(Turn turn)
    {
        var said = turn.Understood.Slots.Units;
        if (said.FirstOrDefault(u => u.Candidates.Count != 1) is { } unclear)
        {
            turn.Answer(UnitAnswers.Unclear(unclear, turn.Roster));
            return null;
        }

        var shown = turn.Pending as ReportShown;
        var unit = said.Count > 0 ? said[0].Candidates[0] : shown is not null ? new UnitId(shown.Unit) : turn.Speaker!.Unit;
        if (said.Count == 0 && shown is null && turn.Speaker!.KeepsBooks && !Owes(turn, unit))
        {
            turn.Answer(new WhichReport(OwingNames(turn)));
            return null;
        }

        return new(unit, shown?.Unit == unit.Value ? new ReportId(shown.Report) : OpenCorrection(turn, unit));
    }

    /// <summary>True when the unit owes reports.</summary>
    public static bool Owes(Turn turn, UnitId unit) => turn.Notice.ReportDuty is { } duty && Owing.Owes(duty, turn.Roster, unit);

    /// <summary>Names of the units that owe reports.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> OwingNames(Turn turn) =>
        turn.Notice.ReportDuty is { } duty ? [.. Owing.Units(duty, turn.Roster).Select(u => u.Names())] : [];

    /// <summary>A 更正版 opened today and not confirmed yet, or null.</summary>
    public static ReportId? OpenCorrection(Turn turn, UnitId unit) =>
        ReportPeriod.Confirmed(turn.Ledger, unit, turn.Now).FirstOrDefault() is { ConfirmedAt: { } at } last
        && LocalTimes.DateOf(at, turn.Notice.Zone) == turn.Local.Date
        && turn.Ledger.Reports.Newest(last.Slot, unit) is { State: ReportState.Draft, Revision: > 1 } open
            ? open.Id
            : null;
}
