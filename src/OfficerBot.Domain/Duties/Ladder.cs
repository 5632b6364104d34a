using NodaTime;
using OfficerBot.Domain.Time;

namespace OfficerBot.Domain.Duties;

/// <summary>Turns the rungs of a notice's duties into due rows (interaction.md, the M/W/F 12:00 ladder).</summary>
public sealed class Ladder
{
    /// <summary>Duty id of the weekly report's slots.</summary>
    public static readonly DutyId Weekly = new("weekly");

    // A rung stands at most so long before its due day: working days before it, with the longest holiday between.
    private static readonly Duration Reach = Duration.FromDays(21);

    private readonly Occurrences _occurrences;

    /// <summary>The ladder over these occurrences.</summary>
    public Ladder(Occurrences occurrences) => _occurrences = occurrences;

    /// <summary>The slot of the weekly report compiled on a day.</summary>
    public static Slot WeeklySlot(LocalDate day, LocalTime at) => new(Weekly, day.At(at));

    /// <summary>The rows of one occurrence in order of time, without the weekly report, which belongs to weeks and not to occurrences.</summary>
    public IReadOnlyList<DueRow> RowsFor(Duty duty, Occurrence occurrence) =>
        duty.Ladder.Where(r => r.Act != RungAct.WeeklyReport).Select(r => RowOf(duty, r, occurrence)).OrderBy(r => r.At).ToList();

    /// <summary>All rows of all duties due after <paramref name="after"/> and up to and including <paramref name="until"/>, in order of time.</summary>
    public IReadOnlyList<DueRow> Within(Instant after, Instant until) =>
        _occurrences.Notice.Duties.SelectMany(d => d.Ladder.SelectMany(r => Within(d, r, after, until))).OrderBy(r => r.At).ToList();

    /// <summary>The next row of one rung strictly after an instant; null when every day of the coming weeks is exempt.</summary>
    public DueRow? NextAfter(Duty duty, Rung rung, Instant after) => Within(duty, rung, after, after + Reach).FirstOrDefault();

    /// <summary>The next row of every rung of every duty after an instant: what is stored when a notice comes into force.</summary>
    public IReadOnlyList<DueRow> NextRows(Instant after) =>
        _occurrences.Notice.Duties.SelectMany(d => d.Ladder.Select(r => NextAfter(d, r, after))).OfType<DueRow>().OrderBy(r => r.At).ToList();

    /// <summary>The row of one rung for one occurrence.</summary>
    public DueRow RowOf(Duty duty, Rung rung, Occurrence occurrence) => new(duty.Id, rung.Id, occurrence.Slot, InstantOf(rung, occurrence));

    // On a working day before; where that lies before the occurrence opened (照常 inside a long holiday), on the plain day before instead: a draft of
    // nothing helps nobody, and several slots would be told at one moment.
    private Instant InstantOf(Rung rung, Occurrence occurrence)
    {
        if (rung.At is not { } time)
        {
            return _occurrences.DueAt(occurrence);
        }

        var working = AtTime(_occurrences.Calendar.WorkingDaysBefore(occurrence.Day, rung.WorkingDaysBefore), time);
        return rung.WorkingDaysBefore > 0 && working < _occurrences.OpensAt(occurrence)
            ? AtTime(occurrence.Day.PlusDays(-rung.WorkingDaysBefore), time)
            : working;
    }

    private Instant AtTime(LocalDate day, LocalTime time) => LocalTimes.ToInstant(day.At(time), _occurrences.Notice.Zone);

    private List<DueRow> Within(Duty duty, Rung rung, Instant after, Instant until)
    {
        var rows = rung.Act == RungAct.WeeklyReport ? WeeklyRows(duty, rung, after, until) : SlotRows(duty, rung, after, until);
        return rows.Where(r => r.At > after && r.At <= until).OrderBy(r => r.At).ToList();
    }

    private IEnumerable<DueRow> SlotRows(Duty duty, Rung rung, Instant after, Instant until) =>
        _occurrences.DueWithin(duty, after - Reach, until + Reach).Select(o => RowOf(duty, rung, o));

    // One per ISO week, on its last working day; a week wholly off has none and its days go into the next report.
    private IEnumerable<DueRow> WeeklyRows(Duty duty, Rung rung, Instant after, Instant until)
    {
        var zone = _occurrences.Notice.Zone;
        var time = rung.At ?? LocalTime.Noon;
        for (var day = LocalTimes.DateOf(after, zone).PlusDays(-7); day <= LocalTimes.DateOf(until, zone); day = day.PlusDays(1))
        {
            if (day >= _occurrences.Notice.Begins && _occurrences.Calendar.LastWorkingDayOfWeek(day) == day)
            {
                yield return new(duty.Id, rung.Id, WeeklySlot(day, time), LocalTimes.ToInstant(day.At(time), zone));
            }
        }
    }
}
