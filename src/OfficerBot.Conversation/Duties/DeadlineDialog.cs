using NodaTime;
using OfficerBot.Conversation.Reminders;
using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.RollCalls;
using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Time;

namespace OfficerBot.Conversation.Duties;

/// <summary>几点截止, 周五要报吗: the next due times of the speaker's unit, or those of a day asked about.</summary>
/// <param name="calendar">Working days.</param>
public sealed class DeadlineDialog(WorkingCalendar calendar) : IDialog
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Intents { get; } = ["deadline_query"];

    /// <inheritdoc/>
    public void Run(Turn turn)
    {
        var occurrences = Occurrences.Under(turn.Notice, calendar);
        var day = turn.Understood.Slots.Range?.Days.First;
        var lines = DutiesOf(turn).Select(d => Line(turn, occurrences, d, day)).OfType<Reply>().ToList();
        turn.Answer(lines.Count > 0 ? new Deadlines(lines) : new NothingDueThen(day ?? turn.Local.Date));
    }

    // The liaison and leaders ask for the whole group, an officer for his own unit.
    private static IEnumerable<Duty> DutiesOf(Turn turn) =>
        turn.Notice.Duties.Where(d => turn.Speaker!.KeepsBooks || Owing.Owes(d, turn.Roster, turn.Speaker.Unit)).OrderBy(d => d.Cadence is Cadence.Daily);

    private static Reply? Line(Turn turn, Occurrences occurrences, Duty duty, LocalDate? day)
    {
        var occurrence = day is { } asked ? occurrences.OnDay(duty, asked) : occurrences.NextAfter(duty, turn.Now);
        if (occurrence is null)
        {
            return null;
        }

        Reply? holiday = occurrence.HolidayName is { } name ? new DueOnHoliday(occurrence.Day, name) : MakeUp(occurrences, occurrence.Day);
        return duty.Cadence is Cadence.Daily
            ? new DeadlineDaily(duty.Name, occurrence.Day, holiday)
            : new DeadlineOf(duty.Name, occurrence.Day, occurrence.Due.TimeOfDay, Left(occurrences, occurrence, turn.Now), holiday);
    }

    private static Duration Left(Occurrences occurrences, Occurrence occurrence, Instant now) => Duration.Max(Duration.Zero, occurrences.DueAt(occurrence) - now);

    private static MakeUpDay? MakeUp(Occurrences occurrences, LocalDate day) => occurrences.Calendar.MakeUpFor(day) is null ? null : new MakeUpDay(day);
}
