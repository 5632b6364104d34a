using NodaTime;

namespace OfficerBot.Documents.Sheets;

/// <summary>A stored number as the text a person meant.</summary>
internal static class CellNumber
{
    private const long SecondsADay = 86_400;

    /// <summary>
    /// Exact decimal text: 13800138000 and 1.3800138E10 both give 13800138000. A double's noise beyond the 15 digits that Excel itself
    /// shows is rounded away (55.600000000000001 gives 55.6). What is not a number, or beyond a decimal, stays as it stands.
    /// </summary>
    public static string Text(string stored)
    {
        if (!decimal.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return stored;
        }

        var whole = decimal.Truncate(Math.Abs(number)).ToString(CultureInfo.InvariantCulture).TrimStart('0').Length;
        var rounded = whole >= 15 ? number : Math.Round(number, Math.Min(15 - whole, 28), MidpointRounding.AwayFromZero);
        return rounded.ToString("0.############################", CultureInfo.InvariantCulture);
    }

    /// <summary>yyyy-MM-dd, with the time where there is one; only the time for a number below one day. Excel counts a 29 February 1900.</summary>
    public static string Moment(string stored, bool is1904)
    {
        if (!decimal.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out var days) || days < 0 || days >= (is1904 ? 2_957_003 : 2_958_465))
        {
            return Text(stored);
        }

        var seconds = (long)Math.Round(days * SecondsADay, MidpointRounding.AwayFromZero);
        var time = LocalTime.FromSecondsSinceMidnight((int)(seconds % SecondsADay));
        var clock = time.ToString(time.Second == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture);
        if (seconds < SecondsADay && !is1904)
        {
            return clock;
        }

        var dayZero = is1904 ? new LocalDate(1904, 1, 1) : seconds >= 61 * SecondsADay ? new LocalDate(1899, 12, 30) : new LocalDate(1899, 12, 31);
        var date = dayZero.PlusDays((int)(seconds / SecondsADay)).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
        return time == LocalTime.Midnight ? date : date + " " + clock;
    }
}
