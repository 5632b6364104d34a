using NodaTime;
using OfficerBot.Domain.Time;

namespace OfficerBot.Domain.Duties;

/// <summary>A due day after the holiday policy, with the days of the cadence it stands for.</summary>
/// <param name="Day">The day it is due.</param>
/// <param name="Covers">The days the notice names that meet here, in order; several when merged.</param>
/// <param name="Holiday">Name of the first holiday among them, or null.</param>
internal sealed record MovedDay(LocalDate Day, IReadOnlyList<LocalDate> Covers, string? Holiday)
{
    /// <summary>The named day that gives the key: the one that falls here by itself, else the last of those moved here.</summary>
    public LocalDate Named => Covers.Contains(Day) ? Day : Covers[^1];
}

/// <summary>
/// Applies the holiday policy of a duty to the days of its cadence (000-01 照常; the vectors of 2020 and 2026 are in the tests). A make-up Saturday
/// or Sunday adds no slot to a weekly duty: the notice names weekdays and the State Council does not say which one it stands for.
/// </summary>
internal sealed class MovedDays
{
    private readonly Duty _duty;
    private readonly WorkingCalendar _calendar;

    public MovedDays(Duty duty, WorkingCalendar calendar)
    {
        _duty = duty;
        _calendar = calendar;
    }

    /// <summary>The due days of the named days between two days, both inclusive, in order, merged where several meet.</summary>
    public List<MovedDay> Between(LocalDate first, LocalDate last)
    {
        var made = new List<MovedDay>();
        for (var day = first; day <= last; day = day.PlusDays(1))
        {
            if (IsNamed(day) && DueDayOf(day) is { } due)
            {
                Add(made, due, day);
            }
        }

        return made;
    }

    private bool IsNamed(LocalDate day) => _duty.Cadence is not Cadence.Weekly weekly || weekly.Days.Contains(day.DayOfWeek);

    private LocalDate? DueDayOf(LocalDate day) => _duty.Holidays switch
    {
        HolidayPolicy.AsUsual => day,
        _ when _calendar.Works(day) => day,
        HolidayPolicy.Postpone => _calendar.NextWorkingDay(day),
        HolidayPolicy.Advance => _calendar.PreviousWorkingDay(day),
        HolidayPolicy.Exempt => null,
        _ => throw new NotSupportedException($"No such policy: {_duty.Holidays}."),
    };

    private void Add(List<MovedDay> made, LocalDate due, LocalDate named)
    {
        var holiday = _calendar.HolidayOf(named);
        if (made.Count > 0 && made[^1].Day == due)
        {
            made[^1] = new(due, [.. made[^1].Covers, named], made[^1].Holiday ?? holiday);
        }
        else
        {
            made.Add(new(due, [named], holiday));
        }
    }
}
