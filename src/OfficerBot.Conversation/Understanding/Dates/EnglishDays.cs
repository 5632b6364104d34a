namespace OfficerBot.Conversation.Understanding.Dates;

/// <summary>Reads English days, weeks, months, shifts, windows and times.</summary>
internal sealed class EnglishDays(DateConventions conventions)
{
    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly string[] ShortMonths = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sept", "oct", "nov", "dec"];
    private static readonly string[] Weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    private static readonly string[] ShortWeekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    private static readonly string[] Numbers = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    private static readonly string[] Ordinals = ["first", "second", "third", "fourth"];

    private readonly string[] _festivals = [.. conventions.Festivals.Keys.Where(k => char.IsAsciiLetter(k[0])).OrderByDescending(k => k.Length).ThenBy(k => k, StringComparer.Ordinal)];

    /// <summary>The date read here, or null.</summary>
    public DatePart? Read(ref Cursor c)
        => Relative(ref c) ?? Named(ref c) ?? MonthDay(ref c) ?? DayMonth(ref c) ?? Quarter(ref c) ?? Edge(ref c) ?? Ordinal(ref c) ?? Iso(ref c);

    /// <summary>A weekday's name; null when there is none.</summary>
    public static int? Weekday(ref Cursor c) => IndexOf(ref c, Weekdays) ?? IndexOf(ref c, ShortWeekdays) ?? (c.EatWord("thurs") ? 4 : c.EatWord("tues") ? 2 : null);

    /// <summary>A time of day: 3 pm, 15:30, noon, morning; bare hours only after a date.</summary>
    public static DatePart? Time(ref Cursor cursor, DatePart date, bool afterDate)
    {
        var c = cursor;
        var word = c.EatWord("noon") || c.EatWord("midday") ? date with { Hour = 12, Minute = 0, ExactHour = true }
            : c.EatWord("close of business") || c.EatWord("cob") || c.EatWord("end of day") ? date with { Hour = 17, Minute = 30, ExactHour = true }
            : c.EatWord("morning") ? date with { PartOfDay = "上午" } : c.EatWord("afternoon") ? date with { PartOfDay = "下午" }
            : c.EatWord("evening") || c.EatWord("night") ? date with { PartOfDay = "晚上" } : null;
        if (word is not null)
        {
            cursor = c;
            return afterDate || word.Hour is not null ? word : null;
        }

        return Clock(ref cursor, date);
    }

    private static DatePart? Clock(ref Cursor cursor, DatePart date)
    {
        var c = cursor;
        var half = c.EatWord("half past");
        c.Blank();
        if (c.Latin(2) is not { } hour || hour > 24)
        {
            return null;
        }

        int? minute = half ? 30 : null;
        if (c.Here is ':' or '.' && char.IsAsciiDigit(c.Ahead(1)) && char.IsAsciiDigit(c.Ahead(2)))
        {
            c.At++;
            minute = c.Latin(2);
        }

        c.Blank();
        var meridiem = c.EatWord("am") || c.Eat("a.m.") ? 1 : c.EatWord("pm") || c.Eat("p.m.") ? 2 : c.EatWord("o'clock") ? 3 : 0;
        if ((meridiem == 0 && minute is null) || minute > 59 || (meridiem is 1 or 2 && hour > 12))
        {
            return null;
        }

        cursor = c;
        var full = meridiem == 2 && hour < 12 ? hour + 12 : meridiem == 1 && hour == 12 ? 0 : hour;
        return date with { Hour = full, Minute = minute ?? 0, ExactHour = meridiem is 1 or 2 || hour > 6 };
    }

    private static int? IndexOf(ref Cursor c, string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (c.EatWord(words[i]))
            {
                c.Eat(".");
                return i + 1;
            }
        }

        return null;
    }

    private static int? Amount(ref Cursor c)
    {
        if (c.Latin(3) is { } figure)
        {
            return figure;
        }

        return c.EatWord("a") || c.EatWord("an") ? 1 : IndexOf(ref c, Numbers) - 1;
    }

    private static Step? StepAt(ref Cursor c)
    {
        c.Blank();
        if (c.EatWord("working days") || c.EatWord("working day") || c.EatWord("workdays") || c.EatWord("business days"))
        {
            return Step.WorkingDay;
        }

        return c.EatWord("minutes") || c.EatWord("minute") || c.EatWord("mins") || c.EatWord("min") ? Step.Minute
            : c.EatWord("hours") || c.EatWord("hour") || c.EatWord("hrs") ? Step.Hour
            : c.EatWord("days") || c.EatWord("day") ? Step.Day
            : c.EatWord("weeks") || c.EatWord("week") ? Step.Week
            : c.EatWord("months") || c.EatWord("month") ? Step.Month
            : c.EatWord("years") || c.EatWord("year") ? Step.Year : null;
    }

    private static DatePart? Relative(ref Cursor cursor)
    {
        var c = cursor;
        if (c.EatWord("in half an hour") || c.EatWord("half an hour from now"))
        {
            cursor = c;
            return new() { Step = Step.Minute, Amount = 30 };
        }

        var ahead = c.EatWord("in");
        var window = !ahead && (c.EatWord("the last") || c.EatWord("the past") || c.EatWord("last") || c.EatWord("past"));
        c.Blank();
        if (Amount(ref c) is not { } amount || StepAt(ref c) is not { } step)
        {
            return null;
        }

        c.Blank();
        var back = !ahead && !window && (c.EatWord("ago") || c.EatWord("earlier"));
        var later = !ahead && !window && !back && (c.EatWord("from now") || c.EatWord("later"));
        if (!ahead && !window && !back && !later)
        {
            return null;
        }

        cursor = c;
        return new() { Step = step, Amount = back ? -amount : amount, IsWindow = window };
    }

    private DatePart? Named(ref Cursor cursor)
    {
        var c = cursor;
        var shift = c.EatWord("the day before yesterday") || c.EatWord("day before yesterday") ? -2
            : c.EatWord("the day after tomorrow") || c.EatWord("day after tomorrow") ? 2
            : c.EatWord("yesterday") ? -1 : c.EatWord("today") ? 0 : c.EatWord("tomorrow") ? 1 : (int?)null;
        if (shift is not null)
        {
            cursor = c;
            return new() { DayShift = shift };
        }

        if (c.EatWord("tonight") || c.EatWord("this evening"))
        {
            cursor = c;
            return new() { DayShift = 0, PartOfDay = "晚上" };
        }

        if (c.EatWord("last night"))
        {
            cursor = c;
            return new() { DayShift = -1, PartOfDay = "晚上" };
        }

        if (c.EatWord("this morning") || c.EatWord("this afternoon"))
        {
            var part = c.Text[c.At - 1] == 'g' ? "上午" : "下午";
            cursor = c;
            return new() { DayShift = 0, PartOfDay = part };
        }

        return FestivalAt(ref cursor) ?? Shifted(ref cursor);
    }

    private DatePart? FestivalAt(ref Cursor c)
    {
        foreach (var name in _festivals)
        {
            if (c.EatWord(name))
            {
                return new() { Festival = name };
            }
        }

        return null;
    }

    private static DatePart? Shifted(ref Cursor cursor)
    {
        var c = cursor;
        var shift = c.EatWord("the week before last") ? -2 : (int?)null;
        if (shift is not null)
        {
            cursor = c;
            return new() { WeekShift = -2 };
        }

        shift = c.EatWord("last") || c.EatWord("previous") ? -1 : c.EatWord("this") || c.EatWord("current") ? 0 : c.EatWord("next") || c.EatWord("coming") ? 1 : null;
        c.Blank();
        var part = shift is null ? Bare(ref c)
            : c.EatWord("weekend") ? new() { WeekShift = shift, Weekend = true }
            : c.EatWord("week") || c.EatWord("week's") ? new() { WeekShift = shift }
            : c.EatWord("month") || c.EatWord("month's") ? new() { MonthShift = shift }
            : c.EatWord("quarter") || c.EatWord("quarter's") ? new() { QuarterShift = shift }
            : c.EatWord("year") || c.EatWord("year's") ? new() { YearShift = shift }
            : Weekday(ref c) is { } weekday ? new() { WeekShift = shift, Weekday = weekday }
            : MonthName(ref c) is { } month ? new() { YearShift = shift, Month = month } : (DatePart?)null;
        if (part is null)
        {
            return null;
        }

        c.Eat("'s");
        cursor = c;
        return part;
    }

    private static DatePart? Bare(ref Cursor c)
    {
        var before = c.At;
        if (Weekday(ref c) is not { } weekday)
        {
            return null;
        }

        if (c.At - before == 3 && c.Here == '-')
        {
            return new() { Weekday = weekday };
        }

        return new() { Weekday = weekday };
    }

    private static int? MonthName(ref Cursor c)
    {
        var may = c.Sees("may") && !char.IsAsciiLetter(c.Ahead(3));
        if (may && !(char.IsAsciiDigit(c.Ahead(4)) || (c.At >= 3 && (c.Text[..c.At].EndsWith("in ", StringComparison.Ordinal) || char.IsAsciiDigit(c.Text[c.At - 2])))))
        {
            return null;
        }

        return IndexOf(ref c, Months) ?? IndexOf(ref c, ShortMonths) ?? (c.EatWord("sep") ? 9 : null);
    }

    private static DatePart? MonthDay(ref Cursor cursor)
    {
        var c = cursor;
        if (MonthName(ref c) is not { } month)
        {
            return null;
        }

        cursor = c;
        c.Blank();
        var part = new DatePart { Month = month };
        var d = c;
        if (d.Latin(2) is { } day && day is >= 1 and <= 31 && d.Here != ':')
        {
            EatOrdinal(ref d);
            (c, part) = (d, part with { Day = day });
            cursor = c;
        }

        return Yeared(ref cursor, part);
    }

    private static DatePart Yeared(ref Cursor cursor, DatePart part)
    {
        var y = cursor;
        y.Eat(",");
        y.Blank();
        if (y.Latin(4) is { } year && year is >= 1900 and <= 2100)
        {
            cursor = y;
            return part with { Year = year };
        }

        return part;
    }

    private static void EatOrdinal(ref Cursor c) => _ = c.EatWord("st") || c.Eat("st") || c.Eat("nd") || c.Eat("rd") || c.Eat("th");

    private static DatePart? DayMonth(ref Cursor cursor)
    {
        var c = cursor;
        if (c.Latin(2) is not { } day || day is < 1 or > 31)
        {
            return null;
        }

        EatOrdinal(ref c);
        var range = c;
        c.Blank();
        c.EatWord("of");
        c.Blank();
        if (MonthName(ref c) is { } month)
        {
            cursor = c;
            return Yeared(ref cursor, new() { Month = month, Day = day });
        }

        range.Blank();
        if ((range.Eat("-") || range.EatWord("to")) && LeadsToMonth(range) is { } later)
        {
            c = range;
            c.At -= 1;
            while (!char.IsAsciiLetterOrDigit(c.Text[c.At - 1]) || c.Text[c.At - 1] is 't' or 'o')
            {
                c.At--;
            }

            cursor = c;
            return new() { Month = later, Day = day };
        }

        return null;
    }

    /// <summary>The month at the end of “18 September” in 14-18 September.</summary>
    private static int? LeadsToMonth(Cursor c)
    {
        c.Blank();
        if (c.Latin(2) is null)
        {
            return null;
        }

        EatOrdinal(ref c);
        c.Blank();
        return MonthName(ref c);
    }

    private static DatePart? Quarter(ref Cursor cursor)
    {
        var c = cursor;
        var year = new DatePart();
        int? quarter = c.Here == 'q' && c.Ahead(1) is >= '1' and <= '4' && !char.IsAsciiLetterOrDigit(c.Ahead(2)) ? c.Ahead(1) - '0' : null;
        if (quarter is not null)
        {
            c.At += 2;
            cursor = c;
            return Yeared(ref cursor, year with { Quarter = quarter });
        }

        if (IndexOf(ref c, Ordinals) is not { } ordinal)
        {
            return null;
        }

        c.Blank();
        if (c.EatWord("quarter"))
        {
            cursor = c;
            return Yeared(ref cursor, year with { Quarter = ordinal });
        }

        if (ordinal <= 2 && c.EatWord("half"))
        {
            cursor = c;
            return Yeared(ref cursor, year with { Half = ordinal });
        }

        if (c.EatWord("week of"))
        {
            c.Blank();
            if (MonthName(ref c) is { } month)
            {
                cursor = c;
                return new() { Month = month, WeekOfMonth = ordinal };
            }
        }

        return null;
    }

    private static DatePart? Edge(ref Cursor cursor)
    {
        var c = cursor;
        int? ten = c.EatWord("early") || c.EatWord("beginning of") ? 1 : c.EatWord("mid") || c.EatWord("middle of") ? 2 : c.EatWord("late") || c.EatWord("end of") ? 3 : null;
        if (ten is null)
        {
            return null;
        }

        _ = c.Eat("-");
        c.Blank();
        c.EatWord("the");
        c.Blank();
        if (c.EatWord("month") || c.EatWord("this month"))
        {
            cursor = c;
            return new() { MonthShift = 0, TenDay = ten };
        }

        if (ten != 2 && c.EatWord("year"))
        {
            cursor = c;
            return new() { YearShift = 0, Month = ten == 1 ? 1 : 12 };
        }

        if (MonthName(ref c) is { } month)
        {
            cursor = c;
            return new() { Month = month, TenDay = ten };
        }

        return null;
    }

    private static DatePart? Ordinal(ref Cursor cursor)
    {
        var c = cursor;
        if (c.Latin(2) is { } day && day is >= 1 and <= 31 && (c.Eat("st") || c.Eat("nd") || c.Eat("rd") || c.Eat("th")) && !char.IsAsciiLetter(c.Here))
        {
            cursor = c;
            return new() { Day = day };
        }

        return null;
    }

    private static DatePart? Iso(ref Cursor c) => char.IsAsciiDigit(c.Here) ? NumericDates.Read(ref c) : null;
}
