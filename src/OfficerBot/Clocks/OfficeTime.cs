using NodaTime;
using NodaTime.Text;

namespace OfficerBot.Clocks;

/// <summary>Local office time as pages and settings write it.</summary>
public static class OfficeTime
{
    private static readonly LocalDateTimePattern[] Accepted =
    [
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss"),
    ];

    private static readonly LocalTimePattern TimeOnly = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>Reads a date with time, or a time alone, which means that time of the given day.</summary>
    /// <returns>Null when it is neither.</returns>
    public static LocalDateTime? Read(string? text, LocalDate today)
    {
        var trimmed = text?.Trim() ?? "";
        if (TimeOnly.Parse(trimmed) is { Success: true } time)
        {
            return today + time.Value;
        }

        return Accepted.Select(p => p.Parse(trimmed)).FirstOrDefault(r => r.Success)?.Value;
    }

    /// <summary>Writes local time to the minute, for example <c>2020-09-16T08:30</c>.</summary>
    public static string Minute(LocalDateTime time) => Accepted[0].Format(time);

    /// <summary>Writes local time to the second, for example <c>2020-09-16T08:30:00</c>.</summary>
    public static string Write(LocalDateTime time) => Accepted[1].Format(time);
}
