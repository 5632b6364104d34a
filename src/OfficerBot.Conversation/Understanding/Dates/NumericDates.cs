using OfficerBot.Conversation.Understanding.Text;

namespace OfficerBot.Conversation.Understanding.Dates;

/// <summary>Reads dates in figures: 2020-09-15, 2020.9.15, 20200915, 9/15, 09-15, 9.15.</summary>
internal static class NumericDates
{
    private static readonly string[] NotAfterDecimal = ["的", "上", "下", "前", "后", "号", "日", "到", "至", "那", "线", "谁", "没", "之", "各", "有", "报", "哪"];

    /// <summary>The date read here, or null.</summary>
    public static DatePart? Read(ref Cursor c)
        => !char.IsAsciiDigit(c.Here) ? null : Full(ref c) ?? Compact(ref c) ?? MonthDay(ref c);

    private static DatePart? Full(ref Cursor cursor)
    {
        var c = cursor;
        if (c.Latin(4) is not { } year || year is < 1900 or > 2100 || c.Here is not ('-' or '/' or '.'))
        {
            return null;
        }

        var separator = c.Here;
        c.At++;
        if (c.Latin(2) is not { } month || month is < 1 or > 12)
        {
            return null;
        }

        if (c.Here != separator)
        {
            cursor = c;
            return separator == '-' && !char.IsAsciiLetterOrDigit(c.Here) ? new() { Year = year, Month = month } : null;
        }

        c.At++;
        if (c.Latin(2) is not { } day || day is < 1 or > 31)
        {
            return null;
        }

        c.EatOne("日", "号");
        cursor = c;
        return new() { Year = year, Month = month, Day = day };
    }

    private static DatePart? Compact(ref Cursor cursor)
    {
        var c = cursor;
        if (c.Latin(8) is not { } number || number is < 19000101 or > 21001231 || char.IsAsciiLetter(c.Here))
        {
            return null;
        }

        var (month, day) = (number / 100 % 100, number % 100);
        if (month is < 1 or > 12 || day is < 1 or > 31)
        {
            return null;
        }

        cursor = c;
        return new() { Year = number / 10000, Month = month, Day = day };
    }

    private static DatePart? MonthDay(ref Cursor cursor)
    {
        var c = cursor;
        var start = c.At;
        if (c.Latin(2) is not { } month || month is < 1 or > 12 || c.Here is not ('/' or '-' or '.'))
        {
            return null;
        }

        var separator = c.Here;
        var monthDigits = c.At - start;
        c.At++;
        var dayAt = c.At;
        if (c.Latin(2) is not { } day || day is < 1 or > 31 || !Fits(separator, monthDigits, c.At - dayAt, c))
        {
            return null;
        }

        c.EatOne("日", "号");
        cursor = c;
        return new() { Month = month, Day = day };
    }

    private static bool Fits(char separator, int monthDigits, int dayDigits, Cursor after)
    {
        if (after.Here is '-' or '/' or '%' || (after.Here == '.' && char.IsAsciiDigit(after.Ahead(1))) || char.IsAsciiLetterOrDigit(after.Here))
        {
            return false;
        }

        return separator switch
        {
            '-' => monthDigits == 2 && dayDigits == 2,
            '.' => !CharTables.IsHan(after.Here) || NotAfterDecimal.Any(after.Sees),
            _ => true,
        };
    }
}
