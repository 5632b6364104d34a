using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using NodaTime;
using OfficerBot.Domain.Notices;
using OfficerBot.Domain.Time;

namespace OfficerBot.Domain.Duties;

/// <summary>
/// Computes the occurrences (应报) of a notice's duties from its cadence and the working calendar; nothing is stored ahead. The first day that
/// counts is the notice's <see cref="Notice.Begins"/>.
/// </summary>
public sealed class Occurrences
{
    // Further than any holiday with the weekends around it and two weeks of a weekly duty.
    private const int Margin = 35;

    // Every turn of a day asks for the same few.
    private const int MostKept = 256;

    private static readonly ConditionalWeakTable<Notice, Occurrences> Known = [];

    private readonly Notice _notice;
    private readonly WorkingCalendar _calendar;
    private readonly ConcurrentDictionary<(DutyId Duty, LocalDate First, LocalDate Last), (Duty Duty, List<Occurrence> Made)> _kept = [];

    /// <summary>Occurrences under one revision of a notice.</summary>
    public Occurrences(Notice notice, WorkingCalendar calendar)
    {
        _notice = notice;
        _calendar = calendar;
    }

    /// <summary>The same, with what was computed before: a notice and a calendar do not change, so neither does what follows from them.</summary>
    public static Occurrences Under(Notice notice, WorkingCalendar calendar)
    {
        if (Known.TryGetValue(notice, out var known) && ReferenceEquals(known._calendar, calendar))
        {
            return known;
        }

        var made = new Occurrences(notice, calendar);
        Known.AddOrUpdate(notice, made);
        return made;
    }

    /// <summary>The calendar they follow.</summary>
    public WorkingCalendar Calendar => _calendar;

    /// <summary>The notice they come from.</summary>
    public Notice Notice => _notice;

    /// <summary>Those whose day lies between two days, both inclusive, in order.</summary>
    public IReadOnlyList<Occurrence> OnDays(Duty duty, LocalDate first, LocalDate last) =>
        Around(duty, first, last).Where(o => o.Day >= first && o.Day <= last).ToList();

    /// <summary>Those that fall due after <paramref name="after"/> and up to and including <paramref name="until"/>, in order.</summary>
    public IReadOnlyList<Occurrence> DueWithin(Duty duty, Instant after, Instant until) =>
        Around(duty, DateOf(after), DateOf(until)).Where(o => DueAt(o) > after && DueAt(o) <= until).ToList();

    /// <summary>The one called by this day, or null when nothing falls due that day.</summary>
    public Occurrence? OnDay(Duty duty, LocalDate day) => Around(duty, day, day).FirstOrDefault(o => o.Day == day);

    /// <summary>The one a filing for this day counts for; for a duty that moved a day off, the one that takes its place. Null when exempt.</summary>
    public Occurrence? CoveringDay(Duty duty, LocalDate day)
    {
        var (begins, ends) = (day.AtMidnight(), day.PlusDays(1).AtMidnight());
        return Around(duty, day, day).Find(o => o.Opens < ends && begins < o.Due);
    }

    /// <summary>The one of this key as the calendar stands now, or null when it is not due any more (or never was).</summary>
    public Occurrence? Find(Duty duty, Slot slot) => Around(duty, slot.At.Date, slot.At.Date).FirstOrDefault(o => o.Slot == slot);

    /// <summary>The one still open at an instant: opened, and due strictly after it. Null outside any.</summary>
    public Occurrence? OpenAt(Duty duty, Instant at) =>
        Around(duty, DateOf(at), DateOf(at)).FirstOrDefault(o => OpensAt(o) <= at && at < DueAt(o));

    /// <summary>The first that falls due strictly after an instant; null only when every day of the coming weeks is exempt.</summary>
    public Occurrence? NextAfter(Duty duty, Instant at) => Around(duty, DateOf(at), DateOf(at)).FirstOrDefault(o => DueAt(o) > at);

    /// <summary>The last that fell due at or before an instant, or null before the first.</summary>
    public Occurrence? LastDue(Duty duty, Instant at) => Around(duty, DateOf(at), DateOf(at)).LastOrDefault(o => DueAt(o) <= at);

    /// <summary>The one before, or null for the first.</summary>
    public Occurrence? Before(Duty duty, Occurrence occurrence) =>
        Around(duty, occurrence.Day, occurrence.Day).LastOrDefault(o => o.Due < occurrence.Due);

    /// <summary>The due instant; in time means strictly before it (000-01).</summary>
    public Instant DueAt(Occurrence occurrence) => LocalTimes.ToInstant(occurrence.Due, _notice.Zone);

    /// <summary>The instant from which filings count for it.</summary>
    public Instant OpensAt(Occurrence occurrence) => LocalTimes.ToInstant(occurrence.Opens, _notice.Zone);

    private List<Occurrence> Around(Duty duty, LocalDate first, LocalDate last)
    {
        var key = (duty.Id, first, last);
        if (_kept.TryGetValue(key, out var kept) && ReferenceEquals(kept.Duty, duty))
        {
            return kept.Made;
        }

        if (_kept.Count >= MostKept)
        {
            _kept.Clear();
        }

        var made = Make(duty, first, last);
        _kept[key] = (duty, made);
        return made;
    }

    private List<Occurrence> Make(Duty duty, LocalDate first, LocalDate last)
    {
        var moved = new MovedDays(duty, _calendar);
        var groups = moved.Between(Later(first.PlusDays(-Margin), _notice.Begins), last.PlusDays(Margin));
        return duty.Cadence switch
        {
            Cadence.Daily => groups.ConvertAll(g => WholeDay(duty, g)),
            Cadence.Weekly weekly => Timed(duty, weekly, groups),
            _ => throw new NotSupportedException($"No occurrences for {duty.Cadence.GetType().Name}."),
        };
    }

    private static Occurrence WholeDay(Duty duty, MovedDay moved)
    {
        var opens = moved.Covers[0] < moved.Day ? moved.Covers[0] : moved.Day;
        return new(new(duty.Id, moved.Named.AtMidnight()), moved.Day, opens.AtMidnight(), moved.Day.PlusDays(1).AtMidnight(), moved.Holiday);
    }

    private List<Occurrence> Timed(Duty duty, Cadence.Weekly weekly, List<MovedDay> groups)
    {
        var opens = _notice.Begins.AtMidnight();
        var made = new List<Occurrence>(groups.Count);
        foreach (var group in groups)
        {
            var due = group.Day.At(weekly.Before);
            made.Add(new(new(duty.Id, group.Named.At(weekly.Before)), group.Day, opens, due, group.Holiday));
            opens = due;
        }

        return made;
    }

    private LocalDate DateOf(Instant at) => LocalTimes.DateOf(at, _notice.Zone);

    private static LocalDate Later(LocalDate one, LocalDate other) => one > other ? one : other;
}
