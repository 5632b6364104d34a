namespace OfficerBot.Conversation.Understanding.Dates;

/// <summary>Reads an English day or period without time of day: day words, weeks, festivals, events; months and spans by their own readers.</summary>
internal sealed class EnglishDays(DateConventions conventions)
{
    private static readonly WordList EventTails = new("team arrived", "team came", "began", "started", "begin", "start", "period");
    private static readonly WordList DayWords = new("the day before yesterday", "day before yesterday", "the day after tomorrow", "day after tomorrow", "yesterday",
        "today", "tomorrow", "tmrw", "tonight", "this evening", "last night", "this morning", "this afternoon", "the following day", "the next day", "yesterday's",
        "today's", "tomorrow's");
    private static readonly WordList WeekOfIt = new("week of", "week starting", "week beginning", "week commencing", "week from");
    private static readonly WordList Shifts = new("last", "previous", "this coming", "this", "current", "next", "coming");
    private static readonly WordList Periods = new("weekend", "week", "month", "quarter", "year", "half");
    private readonly WordList _festivals = Latin(conventions.Festivals.Keys);
    private readonly WordList _events = Latin(conventions.Events.Keys);

    /// <summary>The date read here, or null.</summary>
    public DatePart? Read(ref Cursor c)
        => EnglishSpans.Read(ref c) ?? DayWord(ref c) ?? Festival(ref c) ?? Event(ref c) ?? Weekday(ref c) ?? Shifted(ref c) ?? EnglishMonths.Read(ref c) ?? Iso(ref c);

    /// <summary>The event named here (since the inspection began), or null.</summary>
    public DatePart? Event(ref Cursor cursor)
    {
        var from = cursor;
        EnglishWords.Eat(ref from, "the");
        foreach (var (name, _) in _events.Of(from.Here))
        {
            var c = from;
            if (EnglishWords.Eat(ref c, name) && FollowsBound(cursor))
            {
                EnglishWords.EatOne(ref c, EventTails);
                cursor = c;
                return new() { Event = name };
            }
        }

        return null;
    }

    private static WordList Latin(IEnumerable<string> names)
        => new([.. names.Where(k => char.IsAsciiLetter(k[0])).OrderByDescending(k => k.Length).ThenBy(k => k, StringComparer.Ordinal)]);

    private static bool FollowsBound(Cursor at)
    {
        var before = at.Text.AsSpan(0, at.At).TrimEnd();
        before = before.EndsWith(" the") || before is "the" ? before[..^3].TrimEnd() : before;
        return before.EndsWith("since") || before.EndsWith("during") || before.EndsWith("before") || before.EndsWith("after") || before.EndsWith("the");
    }

    private static DatePart? DayWord(ref Cursor cursor)
    {
        var c = cursor;
        var word = EnglishWords.EatOne(ref c, DayWords);
        if (word < 0)
        {
            return null;
        }

        c.Eat("'s");
        cursor = EnglishWords.Trimmed(c);
        return word switch
        {
            0 or 1 => new() { DayShift = -2 },
            2 or 3 => new() { DayShift = 2 },
            4 or 15 => new() { DayShift = -1 },
            5 or 16 => new() { DayShift = 0 },
            6 or 7 or 13 or 14 or 17 => new() { DayShift = 1 },
            8 or 9 => new() { DayShift = 0, PartOfDay = "晚上" },
            10 => new() { DayShift = -1, PartOfDay = "晚上" },
            11 => new() { DayShift = 0, PartOfDay = "上午" },
            _ => new() { DayShift = 0, PartOfDay = "下午" },
        };
    }

    private DatePart? Festival(ref Cursor cursor)
    {
        var from = cursor;
        EnglishWords.Eat(ref from, "the");
        foreach (var (name, _) in _festivals.Of(from.Here))
        {
            var c = from;
            if (c.EatWord(name))
            {
                var holiday = c;
                holiday.Blank();
                var period = EnglishWords.EatOne(ref holiday, "holidays", "holiday", "break") >= 0;
                cursor = period ? EnglishWords.Trimmed(holiday) : c;
                return new() { Festival = name, AsPeriod = period };
            }
        }

        return null;
    }

    /// <summary>Friday, Friday last week, Monday of next week, Monday the 14th, Mon 14 Sept.</summary>
    private static DatePart? Weekday(ref Cursor cursor)
    {
        var c = cursor;
        if (EnglishWords.Weekday(ref c) is not { } weekday)
        {
            return null;
        }

        cursor = c;
        c.Eat("'s");
        _ = c.Eat(",");
        c.Blank();
        EnglishWords.EatOne(ref c, "of", "in");
        if (EnglishWords.EatOne(ref c, "last week", "this week", "next week") is var week and >= 0)
        {
            cursor = EnglishWords.Trimmed(c);
            return new() { WeekShift = week - 1, Weekday = weekday };
        }

        if ((char.IsAsciiDigit(c.Here) || c.Sees("the ") || EnglishWords.Month(ref c) is not null) && Same(cursor) is { } same)
        {
            cursor = same.Cursor;
            return same.Part;
        }

        return new() { Weekday = weekday };
    }

    /// <summary>The date that says the weekday once more: Monday, 14 September.</summary>
    private static (DatePart Part, Cursor Cursor)? Same(Cursor c)
    {
        _ = c.Eat(",");
        c.Blank();
        return EnglishMonths.Read(ref c) is { Day: not null, Inside: null } part ? (part, c) : Iso(ref c) is { Day: not null } iso ? (iso, c) : null;
    }

    private static DatePart? Shifted(ref Cursor cursor)
    {
        var c = cursor;
        EnglishWords.Eat(ref c, "the");
        if (EnglishWords.EatOne(ref c, "week before last", "week after next") is var far and >= 0)
        {
            cursor = EnglishWords.Trimmed(c);
            return new() { WeekShift = far == 0 ? -2 : 2 };
        }

        if (EnglishWords.EatOne(ref c, WeekOfIt) >= 0)
        {
            if ((EnglishMonths.Read(ref c) ?? Iso(ref c)) is not { Day: not null, Inside: null } day)
            {
                return null;
            }

            cursor = c;
            return day with { IsWeekOf = true };
        }

        if (EnglishWords.EatOne(ref c, "weekend") >= 0)
        {
            cursor = EnglishWords.Trimmed(c);
            return new() { WeekShift = 0, Weekend = true };
        }

        int? shift = EnglishWords.EatOne(ref c, Shifts) switch { 0 or 1 => -1, 2 => 7, 3 or 4 => 0, 5 or 6 => 1, _ => null };
        if (shift is not { } by || After(ref c, by == 7 ? 0 : by, by == 7) is not { } part || (part.Weekday is not null && (c.Sees(" of ") || c.Sees("of "))))
        {
            return null;
        }

        c.Eat("'s");
        cursor = EnglishWords.Trimmed(c);
        return part;
    }

    private static DatePart? After(ref Cursor c, int by, bool coming) => EnglishWords.EatOne(ref c, Periods) switch
    {
        0 => new() { WeekShift = by, Weekend = true },
        1 => new() { WeekShift = by },
        2 => new() { MonthShift = by },
        3 => new() { QuarterShift = by },
        4 => new() { YearShift = by },
        5 => new() { HalfShift = by },
        _ when EnglishWords.Weekday(ref c) is { } weekday => new() { WeekShift = coming ? null : by, Weekday = weekday },
        _ when EnglishWords.Month(ref c) is { } month => new() { YearShift = by, Month = month },
        _ => null,
    };

    private static DatePart? Iso(ref Cursor c) => char.IsAsciiDigit(c.Here) ? NumericDates.Read(ref c) : null;
}
