namespace OfficerBot.Conversation.Understanding.Dates;

/// <summary>Reads English months and their days, quarters, halves, edges, and stretches within: 15 Sept, end of next month, the last Friday of October.</summary>
internal static class EnglishMonths
{
    private static readonly WordList Shifts = new("this", "current", "next", "coming", "last", "previous");
    private static readonly WordList Periods = new("month", "year", "quarter", "week");
    private static readonly WordList Joins = new("to", "through", "until", "till", "and");
    private static readonly WordList Things = new("floor", "place", "lead", "item", "batch", "issue", "session", "plenary", "anniversary");
    private static readonly WordList OfMonth = new("of this month", "of the month", "of last month", "of next month", "last month", "next month");
    /// <summary>The date read here, or null.</summary>
    public static DatePart? Read(ref Cursor c)
        => EnglishPeriods.Inside(ref c) ?? MonthDay(ref c) ?? DayMonth(ref c) ?? EnglishPeriods.Quarter(ref c) ?? EnglishPeriods.Edge(ref c) ?? DayOfMonth(ref c) ?? Year(ref c);

    /// <summary>A period that holds others: the month, next month, October 2020, the year, 2021.</summary>
    public static DatePart? Period(ref Cursor cursor)
    {
        var c = cursor;
        EnglishWords.Eat(ref c, "the");
        var shift = EnglishWords.EatOne(ref c, Shifts) switch { 0 or 1 => 0, 2 or 3 => 1, 4 or 5 => -1, _ => (int?)null };
        var unit = EnglishWords.EatOne(ref c, Periods);
        if (unit >= 0)
        {
            cursor = c;
            var by = shift ?? 0;
            return unit switch { 0 => new() { MonthShift = by }, 1 => new() { YearShift = by }, 2 => new() { QuarterShift = by }, _ => new() { WeekShift = by } };
        }

        if (shift is null && EnglishWords.Month(ref c) is { } month)
        {
            var part = Yeared(ref c, new() { Month = month });
            cursor = c;
            return part;
        }

        if (c.Latin(4) is { } year && year is >= 1900 and <= 2100)
        {
            cursor = c;
            return new() { Year = year };
        }

        return null;
    }

    private static DatePart? MonthDay(ref Cursor cursor)
    {
        var c = cursor;
        if (EnglishWords.Month(ref c) is not { } month)
        {
            return null;
        }

        cursor = c;
        c.Blank();
        EnglishWords.Eat(ref c, "the");
        _ = c.Here == '-' && char.IsAsciiDigit(c.Ahead(1)) && c.Eat("-");
        var part = new DatePart { Month = month };
        var d = c;
        if (d.Latin(2) is { } day && day is >= 1 and <= 31 && d.Here is not ':' and not '%')
        {
            EnglishNumbers.Suffix(ref d);
            part = part with { Day = day };
            cursor = d;
        }

        return Yeared(ref cursor, part);
    }

    /// <summary>The part with the year said after it, if any.</summary>
    public static DatePart Yeared(ref Cursor cursor, DatePart part)
    {
        var y = cursor;
        _ = y.Eat(",") || y.Eat("-");
        y.Blank();
        EnglishWords.Eat(ref y, "of");
        if (y.Latin(4) is { } year && year is >= 1900 and <= 2100)
        {
            cursor = y;
            return part with { Year = year };
        }

        if (EnglishWords.EatOne(ref y, "last year", "this year", "next year") is var shift and >= 0)
        {
            cursor = y;
            return part with { YearShift = shift - 1 };
        }

        return part;
    }

    private static DatePart? DayMonth(ref Cursor cursor)
    {
        var c = cursor;
        EnglishWords.Eat(ref c, "the");
        if (c.Latin(2) is not { } day || day is < 1 or > 31)
        {
            return null;
        }

        EnglishNumbers.Suffix(ref c);
        var after = c;
        c.Blank();
        _ = c.Here == '-' && char.IsAsciiLetter(c.Ahead(1)) && c.Eat("-");
        EnglishWords.Eat(ref c, "of");
        if (EnglishWords.Month(ref c) is { } month)
        {
            cursor = c;
            return Yeared(ref cursor, new() { Month = month, Day = day });
        }

        if (LeadsToMonth(after) is not { } later)
        {
            return null;
        }

        cursor = after;
        return new() { Month = later, Day = day };
    }

    /// <summary>The month at the end of “18 September” in 14-18 September, 14 and 18 September.</summary>
    private static int? LeadsToMonth(Cursor c)
    {
        c.Blank();
        if (EnglishWords.EatOne(ref c, Joins) < 0 && !c.Eat("-") && !c.Eat("~"))
        {
            return null;
        }

        c.Blank();
        EnglishWords.Eat(ref c, "the");
        if (c.Latin(2) is null)
        {
            return null;
        }

        EnglishNumbers.Suffix(ref c);
        c.Blank();
        EnglishWords.Eat(ref c, "of");
        return EnglishWords.Month(ref c);
    }

    private static DatePart? DayOfMonth(ref Cursor cursor)
    {
        var c = cursor;
        EnglishWords.Eat(ref c, "the");
        if (EnglishNumbers.FigureOrdinal(ref c) is not { } day || day is < 1 or > 31 || EnglishWords.EatOne(ref c, Things) >= 0)
        {
            return null;
        }

        var of = c;
        if (EnglishWords.EatOne(ref of, OfMonth) is var said and >= 0)
        {
            cursor = EnglishWords.Trimmed(of);
            return new() { Day = day, MonthShift = said < 2 ? 0 : said is 2 or 4 ? -1 : 1 };
        }

        cursor = EnglishWords.Trimmed(c);
        return new() { Day = day };
    }

    /// <summary>2020 after in, since, during, year.</summary>
    private static DatePart? Year(ref Cursor cursor)
    {
        var c = cursor;
        if (c.Latin(4) is not { } year || year is < 1900 or > 2100 || c.Here is '-' or '/' or '.' or ':' || char.IsAsciiLetterOrDigit(c.Here) || Cursor.IsHan(c.Here))
        {
            return null;
        }

        var before = cursor.Text.AsSpan(0, cursor.At).TrimEnd();
        if (!(before.EndsWith("in") || before.EndsWith("since") || before.EndsWith("during") || before.EndsWith("year") || before.EndsWith("before") || before.EndsWith("after") || before.EndsWith("of")))
        {
            return null;
        }

        cursor = c;
        return new() { Year = year };
    }
}
