using OfficerBot.Conversation.Understanding.Text;

namespace OfficerBot.Conversation.Understanding.Dates;

/// <summary>Reads dates in figures: 2020-09-15, 2020.9.15, 2020 09 15, 20200915, 15.9.2020, 20-9-15, 9/15, 09-15, 9.15.</summary>
internal static class NumericDates
{
    private static readonly string[] NotAfterDecimal = ["的", "上", "下", "前", "后", "号", "日", "到", "至", "市直", "乡镇", "街道", "部门", "科室", "宣传", "两天", "那", "线", "谁", "没", "未", "之", "各", "有", "报", "哪", "起", "以", "开", "当", "晚", "早", "中午", "周", "星期"];

    /// <summary>12-15人 counts, and 12-15日 is a stretch of days.</summary>
    private const string AfterCount = "日号人个名件条家次天公里米吨元岁户台辆万亿亩处座套周年度分点级层楼";

    private static readonly HashSet<string> Units =
    [
        "tonnes", "tons", "t", "kg", "km", "m", "cm", "mu", "hectares", "ha", "acres", "million", "billion", "thousand", "percent", "per", "metres", "meters", "kilometres", "kilometers",
        "cubic", "square", "sq", "litres", "liters", "degrees", "points", "hours", "minutes", "yuan", "rmb", "mg", "db",
    ];

    /// <summary>A decimal after these is an amount (PH值为7.2, 下降2.1).</summary>
    private const string BeforeAmount = "为值约达是率增降长超高低共仅度差占成升减评得";

    /// <summary>The date read here, or null.</summary>
    public static DatePart? Read(ref Cursor c)
        => !char.IsAsciiDigit(c.Here) ? null : Full(ref c) ?? Compact(ref c) ?? Short(ref c) ?? MonthDay(ref c);

    private static DatePart? Full(ref Cursor cursor)
    {
        var c = cursor;
        if (c.Latin(4) is not { } year || c.At - cursor.At != 4 || c.Here is not ('-' or '/' or '.' or ' '))
        {
            return null;
        }

        var separator = c.Here;
        c.At++;
        var monthAt = c.At;
        if (c.Latin(2) is not { } month || month is < 1 or > 12 || (separator == ' ' && c.At - monthAt != 2))
        {
            return null;
        }

        if (c.Here != separator || !char.IsAsciiDigit(c.Ahead(1)))
        {
            cursor = year is >= 1900 and <= 2100 && separator is not ' ' && IsYearMonth(c) ? c : cursor;
            return cursor.At == c.At ? new() { Year = year, Month = month } : null;
        }

        c.At++;
        if (c.Latin(2) is not { } day || day is < 1 or > 31 || (separator != '-' && year is < 1900 or > 2100))
        {
            return null;
        }

        Ended(ref c);
        cursor = c;
        return new() { Year = year, Month = month, Day = day };
    }

    /// <summary>2020-09, 2020/9, 2020.09; not 2020.5吨 nor the head of 2020-09-…</summary>
    private static bool IsYearMonth(Cursor c) => !char.IsAsciiLetterOrDigit(c.Here) && c.Here is not '%' && (!CharTables.IsHan(c.Here) || NotAfterDecimal.Any(c.Sees));

    private static void Ended(ref Cursor c)
    {
        c.EatOne("日", "号");
        ChineseMonthDays.DayTail(ref c);
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

    /// <summary>15.9.2020, 1/2/2020 (day first unless it cannot be), 20-9-15, 5/5/89.</summary>
    private static DatePart? Short(ref Cursor cursor)
    {
        var c = cursor;
        var separator = '\0';
        Span<int> values = stackalloc int[3];
        Span<int> lengths = stackalloc int[3];
        for (var i = 0; i < 3; i++)
        {
            var from = c.At;
            if (c.Latin(i == 2 ? 4 : 2) is not { } value)
            {
                return null;
            }

            (values[i], lengths[i]) = (value, c.At - from);
            separator = i == 0 ? c.Here : separator;
            if (i < 2 && (c.Here != separator || separator is not ('-' or '/' or '.')))
            {
                return null;
            }

            c.At += i < 2 ? 1 : 0;
        }

        if (char.IsAsciiLetterOrDigit(c.Here) || c.Here is '.' or '/' && char.IsAsciiDigit(c.Ahead(1)) || lengths[2] == 3 || (lengths[2] < 4 && separator == '.'))
        {
            return null;
        }

        if (Ordered(values, lengths) is not { } found)
        {
            return null;
        }

        Ended(ref c);
        cursor = c;
        return found;
    }

    private static DatePart? Ordered(Span<int> values, Span<int> lengths)
    {
        var (a, b, d) = (values[0], values[1], values[2]);
        if (lengths[2] < 4 && lengths[0] == 2 && b is >= 1 and <= 12 && d is >= 1 and <= 31)
        {
            return new() { Year = Full(a), Month = b, Day = d };
        }

        if (lengths[2] is 1 || (lengths[2] == 4 && d is < 1900 or > 2100))
        {
            return null;
        }

        var year = lengths[2] == 4 ? d : Full(d);
        return b is >= 1 and <= 12 && a is >= 1 and <= 31 ? new() { Year = year, Month = b, Day = a }
            : a is >= 1 and <= 12 && b is >= 1 and <= 31 ? new() { Year = year, Month = a, Day = b } : null;
    }

    private static int Full(int year) => year < 70 ? 2000 + year : 1900 + year;

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
        if (c.Latin(2) is not { } day || day is < 1 or > 31 || !Fits(separator, monthDigits, c.At - dayAt, c, start))
        {
            return null;
        }

        Ended(ref c);
        cursor = c;
        return new() { Month = month, Day = day };
    }

    private static bool Fits(char separator, int monthDigits, int dayDigits, Cursor after, int start)
    {
        if (after.Here is '/' or '%' || (after.Here == '.' && char.IsAsciiDigit(after.Ahead(1))) || char.IsAsciiLetterOrDigit(after.Here) || IsAmount(after, start) || (separator == '.' && IsMeasured(after)))
        {
            return false;
        }

        if (after.Here is '-' or '~')
        {
            return separator != '-' && char.IsAsciiDigit(after.Ahead(1));
        }

        return separator switch
        {
            '-' => monthDigits == 2 && dayDigits == 2 && (after.Here == '\0' || !AfterCount.Contains(after.Here, StringComparison.Ordinal)),
            '.' => !CharTables.IsHan(after.Here) || NotAfterDecimal.Any(after.Sees) || (IsRightOfRange(after.Text, start) && !AfterCount.Contains(after.Here, StringComparison.Ordinal)),
            _ => !after.Sees("以上") && !after.Sees("左右"),
        };
    }

    /// <summary>10.12-10.16, 10.1到10.31: behind a month and day, so what follows need not show that this is one.</summary>
    private static bool IsRightOfRange(string text, int start)
    {
        var at = start - 1;
        while (at >= 0 && text[at] is ' ' or '-' or '~' or '到' or '至')
        {
            at--;
        }

        var day = at;
        while (at >= 0 && char.IsAsciiDigit(text[at]))
        {
            at--;
        }

        return at > 0 && day < start - 1 && day > at && text[at] == '.' && char.IsAsciiDigit(text[at - 1]);
    }

    /// <summary>10.5 tonnes.</summary>
    private static bool IsMeasured(Cursor after)
    {
        after.Blank();
        var end = after.At;
        while (end < after.Text.Length && char.IsAsciiLetter(after.Text[end]))
        {
            end++;
        }

        return Units.Contains(after.Text[after.At..end]);
    }

    /// <summary>A figure after 为, 达, or a Latin word that is no preposition of time (version 2.1, room 3/4).</summary>
    private static bool IsAmount(Cursor after, int start)
    {
        if (start == 0)
        {
            return false;
        }

        var before = after.Text[start - 1];
        if (before != ' ' || start == 1)
        {
            return BeforeAmount.Contains(before, StringComparison.Ordinal);
        }

        var end = start - 1;
        var from = end;
        while (from > 0 && char.IsAsciiLetter(after.Text[from - 1]))
        {
            from--;
        }

        return from < end && after.Text[from..end] is "version" or "ver" or "v" or "room" or "section" or "chapter" or "pm" or "ph" or "point" or "score" or "rate" or "ratio" or "about" or "only";
    }
}
