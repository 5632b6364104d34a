using NodaTime;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Filings;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Domain.RollCalls;

/// <summary>
/// Corrects a standing with a reason: by the liaison or a leader, from any standing to any other, by a further row that carries his name. A row that
/// is late by <see cref="Verdict.MailFailure"/> has its reason already and may be turned into 按时 without another one.
/// </summary>
public static class CorrectionDesk
{
    /// <summary>Corrects.</summary>
    /// <param name="to">The standing it should be; the minutes count for 迟报 only, at least 1.</param>
    public static CorrectionResult Correct(
        ILedger ledger, Person by, Slot slot, UnitId unit, (StandingKind Kind, int MinutesLate) to, string? reason, Instant now)
    {
        var standings = ledger.Filings.StandingsOf(slot);
        var before = standings.FirstOrDefault(s => s.Unit == unit);
        var why = string.IsNullOrWhiteSpace(reason) ? ImpliedReason(before, to.Kind) : reason.Trim();
        return Refuse(ledger, by, slot, standings, before, to, why) ?? Write(ledger, by, before!, to, why!, now); // checked by Refuse
    }

    private static CorrectionResult? Refuse(
        ILedger ledger, Person by, Slot slot, IReadOnlyList<Standing> standings, Standing? before, (StandingKind Kind, int MinutesLate) to, string? why) =>
        0 switch
        {
            _ when !by.KeepsBooks => new CorrectionResult.NotAllowed(),
            _ when standings.Count == 0 => new CorrectionResult.StillOpen(),
            _ when before is null => new CorrectionResult.DidNotOwe(),
            _ when IsSame(before, to) => new CorrectionResult.Unchanged(before),
            _ when to.Kind == StandingKind.Zero && ledger.Notice.Find(slot.Duty)?.Evidence == Evidence.Report => new CorrectionResult.NoZeroHere(),
            _ when to is { Kind: StandingKind.Late, MinutesLate: < 1 } => new CorrectionResult.MinutesMissing(),
            _ when why is null => new CorrectionResult.ReasonMissing(),
            _ => null,
        };

    private static CorrectionResult.Corrected Write(
        ILedger ledger, Person by, Standing before, (StandingKind Kind, int MinutesLate) to, string why, Instant now)
    {
        var minutes = to.Kind == StandingKind.Late ? to.MinutesLate : 0;
        return new(before, ledger.Filings.Add(new Standing(0, before.Slot, before.Unit, to.Kind, minutes, by.Id, why, now)));
    }

    private static bool IsSame(Standing before, (StandingKind Kind, int MinutesLate) to) =>
        before.Kind == to.Kind && (to.Kind != StandingKind.Late || before.MinutesLate == to.MinutesLate);

    private static string? ImpliedReason(Standing? before, StandingKind to) =>
        to == StandingKind.OnTime && before?.Reason == Verdict.MailFailure ? Verdict.MailFailure : null;
}
