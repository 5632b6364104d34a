using NodaTime;
using NodaTime.Text;
using OfficerBot.Conversation.Common;
using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.Reports;
using OfficerBot.Conversation.Roster;
using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.RollCalls;
using OfficerBot.Domain.Roster;
using OfficerBot.Domain.Time;

namespace OfficerBot.Conversation.Corrections;

/// <summary>白沙镇今天免报，停电: the liaison or a leader excuses a unit, ahead or afterwards, always with a reason.</summary>
/// <param name="calendar">Working days.</param>
public sealed class ExcuseUnit(WorkingCalendar calendar) : IDialog
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Intents { get; } = ["excuse_unit"];

    /// <inheritdoc/>
    public bool Owns(DialogState state) => state is AskedExcuseReason;

    /// <inheritdoc/>
    public bool Takes(Turn turn) => Reasons.Answers(turn);

    /// <inheritdoc/>
    public void Run(Turn turn)
    {
        if (turn.Pending is AskedExcuseReason asked && turn.Understood.Intent != "excuse_unit")
        {
            Answered(turn, asked);
            return;
        }

        if (!turn.Speaker!.KeepsBooks)
        {
            turn.Answer(new NotAllowed(new AllowedBooks()));
            return;
        }

        var slots = turn.Understood.Slots;
        if (DayAnswers.Refusal(slots.Range) is { } refusal)
        {
            turn.Answer(refusal);
        }
        else if (Reasons.UnitOf(turn) is { } unit)
        {
            var (first, last) = slots.Range?.Days ?? (turn.Local.Date, turn.Local.Date);
            Excuse(turn, unit, (first ?? turn.Local.Date, last ?? first ?? turn.Local.Date), slots.Scope, slots.Reason);
        }
    }

    private void Answered(Turn turn, AskedExcuseReason asked)
    {
        turn.Pending = null;
        if (turn.Understood.Intent is "cancel" or "confirm_no" || turn.Roster.Find(new UnitId(asked.Unit)) is not { } unit)
        {
            turn.Answer(new LeftAsIs());
            return;
        }

        var days = (LocalDatePattern.Iso.Parse(asked.First).Value, LocalDatePattern.Iso.Parse(asked.Last).Value);
        Excuse(turn, unit, days, asked.Scope, Reasons.Said(turn));
    }

    private void Excuse(Turn turn, Unit unit, (LocalDate First, LocalDate Last) days, string? scope, string? reason)
    {
        var occurrences = Occurrences.Under(turn.Notice, calendar);
        var results = DutiesOf(turn, unit, scope)
            .Select(d => (Duty: d, Result: ExcuseDesk.Excuse(turn.Ledger, occurrences, d, unit.Id, days, turn.Speaker!, reason, turn.Now))).ToList();
        if (results.Exists(r => r.Result is ExcuseResult.ReasonMissing))
        {
            turn.Pending = new AskedExcuseReason(unit.Id.Value, LocalDatePattern.Iso.Format(days.First), LocalDatePattern.Iso.Format(days.Last), scope);
            turn.Answer(new ReasonWanted(unit.Names()));
            return;
        }

        var lines = results.SelectMany(r => Lines(r.Duty, r.Result)).ToList();
        turn.Answer(lines.Count > 0 ? new UnitExcused(unit.Names(), lines, reason!.Trim()) : Nothing(unit, days.First, results.ConvertAll(r => r.Result)));
        foreach (var slot in results.Select(r => r.Result).OfType<ExcuseResult.Excused>().SelectMany(e => e.Open.Concat(e.Corrected)).Select(o => o.Slot))
        {
            ReportAnswers.UpdateCard(turn, calendar, slot);
        }
    }

    private static IEnumerable<Duty> DutiesOf(Turn turn, Unit unit, string? scope) => turn.Notice.Duties
        .Where(d => scope switch { "publicity" => d.Evidence == Evidence.Report, "lead" => d.Evidence == Evidence.Lead, _ => true })
        .Where(d => Owing.Owes(d, turn.Roster, unit.Id));

    private static IEnumerable<Reply> Lines(Duty duty, ExcuseResult result)
    {
        if (result is not ExcuseResult.Excused excused)
        {
            return [];
        }

        Reply[] open = excused.Open.Count > 0 ? [new ExcusedFrom(duty.Name, Days(excused.Open))] : [];
        return excused.Corrected.Count > 0 ? [.. open, new ExcusedAfterwards(duty.Name, Days(excused.Corrected))] : open;
    }

    private static Reply Nothing(Unit unit, LocalDate first, List<ExcuseResult> results) =>
        results.Exists(r => r is ExcuseResult.NothingToExcuse) ? new NothingToExcuse(unit.Names(), first) : new NothingOwedThen(unit.Names(), first);

    private static IReadOnlyList<string> Days(IReadOnlyList<Occurrence> occurrences) => [.. occurrences.Select(o => $"{o.Day.Month}.{o.Day.Day}")];
}
