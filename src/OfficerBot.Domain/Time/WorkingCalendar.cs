using NodaTime;

namespace OfficerBot.Domain.Time;

/// <summary>
/// The working calendar: the plain week corrected by the holidays and make-up days of each known year. It never guesses a holiday: ask
/// <see cref="Knows"/> first where an answer is shown to people. Steps over an unknown year (the next reminder has to fall somewhere) take its
/// weekends only, and <see cref="IsProvisional"/> says that it may still change.
/// </summary>
public sealed class WorkingCalendar
{
    private readonly Dictionary<LocalDate, SpecialDay> _special;
    private readonly HashSet<int> _years;
    private readonly HashSet<int> _provisional;

    /// <summary>Builds a calendar.</summary>
    /// <param name="years">The years whose arrangement is known, provisional ones included.</param>
    /// <param name="provisional">Years whose official notice has not come out yet: statutory days only.</param>
    /// <param name="special">Days that differ from the plain week.</param>
    public WorkingCalendar(IEnumerable<int> years, IEnumerable<int> provisional, IEnumerable<SpecialDay> special)
    {
        _years = [.. years];
        _provisional = [.. provisional];
        _special = special.ToDictionary(d => d.Date);
    }

    /// <summary>A calendar that knows no year.</summary>
    public static WorkingCalendar Empty { get; } = new([], [], []);

    /// <summary>True when the year is in the data.</summary>
    public bool Knows(int year) => _years.Contains(year);

    /// <summary>True for a year that is unknown, or known by its statutory days only.</summary>
    public bool IsProvisional(int year) => !Knows(year) || _provisional.Contains(year);

    /// <summary>True or false in a known year; null when the year is unknown.</summary>
    public bool? IsWorkingDay(LocalDate day) => Knows(day.Year) ? Works(day) : null;

    /// <summary>Name of the holiday a day off belongs to; null for working days, plain weekends and unknown years.</summary>
    public string? HolidayOf(LocalDate day) => _special.TryGetValue(day, out var found) && found.IsOff ? found.Name : null;

    /// <summary>For a make-up working day the name of the holiday it makes up for; else null.</summary>
    public string? MakeUpFor(LocalDate day) => _special.TryGetValue(day, out var found) && !found.IsOff ? found.Name : null;

    /// <summary>The first working day after <paramref name="day"/>.</summary>
    public LocalDate NextWorkingDay(LocalDate day) => Step(day, 1);

    /// <summary>The last working day before <paramref name="day"/>.</summary>
    public LocalDate PreviousWorkingDay(LocalDate day) => Step(day, -1);

    /// <summary>The day so many working days before; 0 gives the day itself, working or not.</summary>
    public LocalDate WorkingDaysBefore(LocalDate day, int count)
    {
        for (var i = 0; i < count; i++)
        {
            day = PreviousWorkingDay(day);
        }

        return day;
    }

    /// <summary>The last working day of the ISO week (Monday to Sunday) that holds <paramref name="day"/>; null when the whole week is off.</summary>
    public LocalDate? LastWorkingDayOfWeek(LocalDate day)
    {
        var sunday = day.DayOfWeek == IsoDayOfWeek.Sunday ? day : day.Next(IsoDayOfWeek.Sunday);
        for (var back = 0; back < 7; back++)
        {
            if (Works(sunday.PlusDays(-back)))
            {
                return sunday.PlusDays(-back);
            }
        }

        return null;
    }

    /// <summary>True for a working day, taking the plain week where the year is unknown.</summary>
    internal bool Works(LocalDate day) => _special.TryGetValue(day, out var found) ? !found.IsOff : day.DayOfWeek < IsoDayOfWeek.Saturday;

    private LocalDate Step(LocalDate day, int days)
    {
        do
        {
            day = day.PlusDays(days);
        }
        while (!Works(day));

        return day;
    }
}
