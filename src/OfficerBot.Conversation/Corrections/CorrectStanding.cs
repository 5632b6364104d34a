using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using OfficerBot.Conversation.Common;
using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.Reports;
using OfficerBot.Conversation.Roster;
using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Filings;
using OfficerBot.Domain.RollCalls;
using OfficerBot.Domain.Roster;
using OfficerBot.Domain.Time;

namespace OfficerBot.Conversation.Corrections;

/// <summary>宣传部周三改为按时，邮件故障: the liaison or a leader corrects a standing, with a reason, by a further row that carries his name.</summary>
/// <param name="calendar">Working days.</param>
public sealed partial class CorrectStanding(WorkingCalendar calendar) : IDialog
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Intents { get; } = ["correct_standing"];

    /// <inheritdoc/>
    public bool Owns(DialogState state) => state is AskedCorrectionReason;

    /// <inheritdoc/>
    public bool Takes(Turn turn) => Reasons.Answers(turn);

    /// <inheritdoc/>
    public void Run(Turn turn)
    {
        if (turn.Pending is AskedCorrectionReason asked && turn.Understood.Intent != "correct_standing")
        {
            Answered(turn, asked);
            return;
        }

        var slots = turn.Understood.Slots;
        if (!turn.Speaker!.KeepsBooks)
        {
            turn.Answer(new NotAllowed(new AllowedBooks()));
        }
        else if (DayAnswers.Refusal(slots.Range) is { } refusal)
        {
            turn.Answer(refusal);
        }
        else if (KindOf(slots.Standing) is not { } kind)
        {
            turn.Answer(new WhichStandingWanted());
        }
        else if (Reasons.UnitOf(turn) is { } unit && Meant(turn, unit, slots.Range?.Days.First ?? turn.Local.Date) is var (duty, occurrence))
        {
            Correct(turn, unit, (duty, occurrence), (kind, kind == StandingKind.Late ? Minutes(turn) : 0), WithoutMinutes(slots.Reason));
        }
    }

    private void Answered(Turn turn, AskedCorrectionReason asked)
    {
        turn.Pending = null;
        var duty = turn.Notice.Find(new DutyId(asked.Duty));
        var occurrence = duty is null ? null : Occurrences.Under(turn.Notice, calendar).OnDay(duty, LocalDatePattern.Iso.Parse(asked.Day).Value);
        if (turn.Understood.Intent is "cancel" or "confirm_no" || occurrence is null || turn.Roster.Find(new UnitId(asked.Unit)) is not { } unit)
        {
            turn.Answer(new LeftAsIs());
            return;
        }

        Correct(turn, unit, (duty!, occurrence), ((StandingKind)asked.Kind, asked.Minutes), Reasons.Said(turn)); // an occurrence has its duty
    }

    // Where the unit owes both, a day of reports means the report, for its standing is the one that counts minutes.
    private (Duty Duty, Occurrence Occurrence)? Meant(Turn turn, Unit unit, LocalDate day)
    {
        var occurrences = Occurrences.Under(turn.Notice, calendar);
        var scope = turn.Understood.Slots.Scope;
        var owed = turn.Notice.Duties
            .Where(d => Owing.Owes(d, turn.Roster, unit.Id) && (scope is null || (scope == "lead") == (d.Evidence == Evidence.Lead)))
            .OrderByDescending(d => d.Evidence == Evidence.Report)
            .Select(d => (Duty: d, Occurrence: occurrences.OnDay(d, day)))
            .FirstOrDefault(p => p.Occurrence is not null);
        if (owed.Occurrence is null)
        {
            turn.Answer(new NothingOwedThen(unit.Names(), day));
            return null;
        }

        return (owed.Duty, owed.Occurrence);
    }

    private void Correct(Turn turn, Unit unit, (Duty Duty, Occurrence Occurrence) at, (StandingKind Kind, int Minutes) to, string? reason)
    {
        var result = CorrectionDesk.Correct(turn.Ledger, turn.Speaker!, at.Occurrence.Slot, unit.Id, to, reason, turn.Now);
        if (result is CorrectionResult.ReasonMissing)
        {
            turn.Pending = new AskedCorrectionReason(
                unit.Id.Value, at.Duty.Id.Value, LocalDatePattern.Iso.Format(at.Occurrence.Day), (int)to.Kind, to.Minutes);
        }

        turn.Answer(Words(unit, at, result));
        if (result is CorrectionResult.Corrected)
        {
            ReportAnswers.UpdateCard(turn, calendar, at.Occurrence.Slot);
        }
    }

    private static Reply Words(Unit unit, (Duty Duty, Occurrence Occurrence) at, CorrectionResult result) => result switch
    {
        CorrectionResult.Corrected r => new StandingCorrected(
            unit.Names(), at.Duty.Name, at.Occurrence.Day, Stood(r.Before), Stood(r.After),
            r.After.Reason == Verdict.MailFailure ? new ReasonMailFailure() : new ReasonSaid(r.After.Reason ?? "")),
        CorrectionResult.NotAllowed => new NotAllowed(new AllowedBooks()),
        CorrectionResult.StillOpen => new CorrectionTooEarly(at.Duty.Name, at.Occurrence.Day),
        CorrectionResult.DidNotOwe => new NothingOwedThen(unit.Names(), at.Occurrence.Day),
        CorrectionResult.ReasonMissing => new ReasonWanted(unit.Names()),
        CorrectionResult.MinutesMissing => new MinutesWanted(),
        CorrectionResult.NoZeroHere => new NoZeroForReports(),
        CorrectionResult.Unchanged r => new StandsSoAlready(unit.Names(), at.Occurrence.Day, Stood(r.Standing)),
        _ => throw new NotSupportedException($"No words for {result.GetType().Name}."),
    };

    private static Reply Stood(Standing standing) => standing.Kind switch
    {
        StandingKind.OnTime => new StoodOnTime(),
        StandingKind.Late => new StoodLate(standing.MinutesLate),
        StandingKind.MadeUp => new StoodMadeUp(),
        StandingKind.Missed => new StoodMissed(),
        StandingKind.Excused => new StoodExcused(),
        StandingKind.Zero => new StoodZero(),
        _ => throw new NotSupportedException($"No words for {standing.Kind}."),
    };

    private static StandingKind? KindOf(string? said) => said switch
    {
        "on_time" => StandingKind.OnTime,
        "late" => StandingKind.Late,
        "missed" => StandingKind.Missed,
        "zero" => StandingKind.Zero,
        "excused" => StandingKind.Excused,
        "made_up" => StandingKind.MadeUp,
        _ => null,
    };

    // 迟报18分钟: the language has no slot for it yet.
    private static int Minutes(Turn turn) =>
        turn.Said is Said.Words words && MinutesSaid().Match(words.Text) is { Success: true } match ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : 0;

    // The minutes stand between the standing and the reason, so they may have been read as part of it.
    private static string? WithoutMinutes(string? reason) =>
        reason is not null && MinutesSaid().Match(reason) is { Success: true, Index: 0 } match ? reason[match.Length..].TrimStart('，', ',', '。', ' ', '、') : reason;

    [GeneratedRegex(@"([1-9][0-9]{0,3})\s*(?:分钟|分|minutes?|min)", RegexOptions.NonBacktracking)]
    private static partial Regex MinutesSaid();
}
