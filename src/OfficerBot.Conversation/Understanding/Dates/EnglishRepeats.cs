namespace OfficerBot.Conversation.Understanding.Dates;

/// <summary>Reads English repetitions: every Monday and Friday by noon, weekdays at 9, the 5th of every month, Mondays.</summary>
internal static class EnglishRepeats
{
    private static readonly WordList NamedRepeats = new("every other day", "every second day", "every working day", "every weekday", "each weekday",
        "every business day", "weekdays", "working days", "every day", "each day", "daily", "every morning", "every afternoon", "every evening");
    private static readonly WordList Every = new("every other", "every second", "every", "each");
    /// <summary>The repetition read here, or null.</summary>
    public static DatePhrase? Read(Cursor c)
    {
        var start = c.At;
        var bound = EnglishWords.EatOne(ref c, "by", "before") >= 0 ? Bound.Before : Bound.None;
        EnglishWords.Eat(ref c, "on");
        var before = Clock(ref c);
        var phrase = Named(ref c, start) ?? Weekly(ref c, start) ?? Monthly(ref c, start) ?? Listed(ref c, start);
        if (phrase is null)
        {
            return null;
        }

        var more = c;
        more.Blank();
        bound = EnglishWords.EatOne(ref more, "by", "before") >= 0 ? Bound.Before : bound;
        var clock = before ?? EnglishTimes.Read(ref more, phrase.From, afterDate: true);
        c = clock is null || before is not null ? c : more;
        return phrase with { From = before is null ? clock ?? phrase.From : phrase.From with { Hour = before.Hour, Minute = before.Minute, ExactHour = before.ExactHour }, End = Trimmed(c).At, Bound = bound };
    }

    /// <summary>4 pm every day, 10:30 on Mondays: the time before the days; nothing is eaten when none stands there.</summary>
    private static DatePart? Clock(ref Cursor cursor)
    {
        var c = cursor;
        if (!(char.IsAsciiDigit(c.Here) || c.Here is 'n' or 'a') || EnglishTimes.Read(ref c, new(), afterDate: false) is not { Hour: not null } clock)
        {
            return null;
        }

        c.Blank();
        EnglishWords.Eat(ref c, "on");
        var days = c;
        if (Named(ref days, c.At) is null && Weekly(ref days, c.At) is null && Listed(ref days, c.At) is null)
        {
            return null;
        }

        cursor = c;
        return clock;
    }

    private static DatePhrase? Named(ref Cursor c, int start)
    {
        var word = EnglishWords.EatOne(ref c, NamedRepeats);
        if (word < 0)
        {
            return null;
        }

        var part = word < 11 ? new DatePart() : new() { PartOfDay = word == 11 ? "上午" : word == 12 ? "下午" : "晚上" };
        return new(start, c.At, part) { Repeat = word is >= 2 and < 8 ? Repeat.WorkingDays : Repeat.Daily, Every = word < 2 ? 2 : 1 };
    }

    private static DatePhrase? Weekly(ref Cursor cursor, int start)
    {
        var c = cursor;
        if (EnglishWords.EatOne(ref c, Every) is not (>= 0 and var every))
        {
            return null;
        }

        var days = Days(ref c, EnglishWords.Weekday);
        if (days.Count == 0 && EnglishWords.EatOne(ref c, "week") < 0)
        {
            return null;
        }

        if (days.Count == 0)
        {
            EnglishWords.Eat(ref c, "on");
            days = Days(ref c, EnglishWords.Weekday);
        }

        cursor = c;
        return new(start, c.At, new()) { Repeat = Repeat.Weekly, Weekdays = days, Every = every < 2 ? 2 : 1 };
    }

    /// <summary>every month on the 5th, the 5th of every month, the last Friday of each month, monthly.</summary>
    private static DatePhrase? Monthly(ref Cursor cursor, int start)
    {
        var c = cursor;
        if (EnglishWords.EatOne(ref c, "every month", "each month") >= 0)
        {
            var on = c;
            EnglishWords.Eat(ref on, "on");
            EnglishWords.Eat(ref on, "the");
            var day = EnglishNumbers.FigureOrdinal(ref on);
            cursor = day is null ? c : on;
            return new(start, cursor.At, new() { Day = day }) { Repeat = Repeat.Monthly };
        }

        EnglishWords.Eat(ref c, "the");
        if (EnglishNumbers.Ordinal(ref c) is not { } nth || nth == 0)
        {
            return null;
        }

        var weekday = EnglishWords.Weekday(ref c);
        c.Blank();
        var unit = weekday is null ? EnglishNumbers.Unit(ref c) : Step.Day;
        if (EnglishWords.EatOne(ref c, "of every month", "of each month", "of the month every month") < 0 || unit is not (null or Step.Day or Step.WorkingDay or Step.Week))
        {
            return null;
        }

        cursor = c;
        var part = unit is null ? new DatePart { Day = nth } : unit == Step.Week && nth > 0 ? new() { WeekOfMonth = nth } : new() { Inside = new(nth, 1, unit.Value, weekday), MonthShift = 0 };
        return new(start, c.At, part) { Repeat = Repeat.Monthly };
    }

    /// <summary>Mondays; Mon, Wed and Fri (three or more, or plural).</summary>
    private static DatePhrase? Listed(ref Cursor cursor, int start)
    {
        var c = cursor;
        var plural = Days(ref c, EnglishWords.Weekly);
        var days = plural.Count > 0 ? plural : Days(ref c, EnglishWords.Weekday);
        if (days.Count < (plural.Count > 0 ? 1 : 3))
        {
            return null;
        }

        cursor = c;
        return new(start, c.At, new()) { Repeat = Repeat.Weekly, Weekdays = days };
    }

    private static List<int> Days(ref Cursor cursor, Reads reads)
    {
        List<int> days = [];
        var c = cursor;
        while (reads(ref c) is { } weekday)
        {
            days.Add(weekday);
            cursor = c;
            c.Blank();
            _ = c.Eat(",") || c.Eat("/");
            c.Blank();
            EnglishWords.Eat(ref c, "and");
        }

        return days;
    }

    private static Cursor Trimmed(Cursor c)
    {
        while (c.At > 0 && c.Text[c.At - 1] is ' ' or ',')
        {
            c.At--;
        }

        return c;
    }

    private delegate int? Reads(ref Cursor cursor);
}
