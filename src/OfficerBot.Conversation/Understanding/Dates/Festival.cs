using System.Globalization;
using NodaTime;

namespace OfficerBot.Conversation.Understanding.Dates;

/// <summary>A festival as dialogs/dates.yaml writes it: a fixed or lunar day, the nth weekday of a month, or a solar term.</summary>
/// <param name="Month">1–12.</param>
/// <param name="Day">Of the month; for a weekday, which one (2 = the second).</param>
/// <param name="IsLunar">By the lunar calendar.</param>
/// <param name="IsPeriod">Its bare name means the whole statutory holiday.</param>
/// <param name="IsEve">The day before.</param>
/// <param name="Weekday">1 = Monday: the nth such day of the month (母亲节).</param>
/// <param name="Term">Constant of the solar term in the 21st century (清明 4.81), by which its day of the month is computed.</param>
internal sealed record Festival(int Month, int Day, bool IsLunar, bool IsPeriod, bool IsEve, int? Weekday, double? Term)
{
    private static readonly string[] Weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    private static readonly ChineseLunisolarCalendar Lunar = new();

    /// <summary>Reads <c>10-01 period</c>, <c>01-01 lunar eve</c>, <c>05 Sunday 2</c>, <c>term 4 4.81</c>; null when it is none of these.</summary>
    public static Festival? Read(string value)
    {
        var words = value.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (lunar, period, eve) = (words.Contains("lunar"), words.Contains("period"), words.Contains("eve"));
        if (words is ["term", var month, var constant, ..])
        {
            return int.TryParse(month, out var m) && m is >= 1 and <= 12 && double.TryParse(constant, CultureInfo.InvariantCulture, out var c)
                ? new(m, 1, false, period, false, null, c) : null;
        }

        if (words is [var monthOf, var weekday, var nth, ..] && Array.IndexOf(Weekdays, weekday) is >= 0 and var w)
        {
            return int.TryParse(monthOf, out var m) && int.TryParse(nth, out var n) && m is >= 1 and <= 12 && n is >= 1 and <= 4
                ? new(m, n, false, period, false, w + 1, null) : null;
        }

        var numbers = words is [var first, ..] ? first.Split('-') : [];
        return numbers is [var a, var b] && int.TryParse(a, out var mm) && int.TryParse(b, out var dd) && mm is >= 1 and <= 12 && dd is >= 1 and <= 31
            ? new(mm, dd, lunar, period, eve, null, null) : null;
    }

    /// <summary>The day in a year of the common calendar; lunar days only from 1902 to 2099, else taken as solar.</summary>
    public LocalDate In(int year)
    {
        if (Term is { } term)
        {
            var inCentury = year % 100;
            return new(year, Month, (int)((inCentury * 0.2422) + term) - (inCentury / 4));
        }

        if (Weekday is { } weekday)
        {
            var first = new LocalDate(year, Month, 1);
            return first.PlusDays(((weekday - (int)first.DayOfWeek + 7) % 7) + (7 * (Day - 1)));
        }

        var day = IsLunar ? OfLunar(year, Month, Day) : new(year, Month, Math.Min(Day, CalendarSystem.Iso.GetDaysInMonth(year, Month)));
        return IsEve ? day.PlusDays(-1) : day;
    }

    /// <summary>A day of the lunar calendar; the last of the month when it has no such day.</summary>
    public static LocalDate OfLunar(int year, int month, int day)
    {
        if (year is < 1902 or > 2099)
        {
            return new(year, month, Math.Min(day, CalendarSystem.Iso.GetDaysInMonth(year, month)));
        }

        var leap = Lunar.GetLeapMonth(year);
        var index = leap > 0 && month >= leap ? month + 1 : month;
        return LocalDate.FromDateTime(Lunar.ToDateTime(year, index, Math.Min(day, Lunar.GetDaysInMonth(year, index)), 0, 0, 0, 0));
    }
}
