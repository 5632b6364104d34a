namespace OfficerBot.Conversation.Understanding.Dates;

/// <summary>Reads English times of day: 3 pm, 15:30, half past nine, noon, morning, 9 to 11.</summary>
internal static class EnglishTimes
{
    private static readonly WordList Joins = new("to", "until", "till", "through");
    private static readonly WordList DaysBehind = new("this morning", "this afternoon", "this evening", "tonight", "today", "tomorrow", "in the morning", "in the afternoon", "in the evening");
    private static readonly WordList ClosingTimes = new("close of business", "close of play", "end of business", "end of the day", "end of day", "cob", "eod");
    private static readonly WordList Evenings = new("evening", "the evening", "in the evening", "night");
    private static readonly WordList PartsOfHour = new("half past", "a quarter past", "quarter past", "a quarter to", "quarter to");

    /// <summary>What stands behind an hour and makes it one.</summary>
    private enum Suffix
    {
        None,
        Am,
        Pm,

        /// <summary>Of either half of the day.</summary>
        OClock,
    }

    /// <summary>A time of day.</summary>
    /// <param name="afterDate">A date stands before it: then parts of the day count, and after “at” a bare hour.</param>
    /// <param name="bare">A bare hour counts without “at”.</param>
    public static DatePart? Read(ref Cursor cursor, DatePart date, bool afterDate, bool bare = false)
    {
        var c = cursor;
        var at = EnglishWords.Eat(ref c, "at");
        var word = Named(ref c, date);
        if (word is not null)
        {
            var exact = c;
            if (afterDate && word.Hour is null && EnglishWords.Eat(ref exact, "at") && Clock(ref exact, bare: true) is { } said)
            {
                cursor = exact; // tomorrow morning at half past nine
                return word with { Hour = said.Hour, Minute = said.Minute, Second = said.Second, ExactHour = said.Hour >= 12 };
            }

            cursor = c;
            return afterDate || word.Hour is not null ? word : null;
        }

        if (Clock(ref c, bare: bare || (at && (afterDate || IsOfDay(c)))) is not { } clock)
        {
            return null;
        }

        cursor = c;
        return date with { Hour = clock.Hour, Minute = clock.Minute, Second = clock.Second, ExactHour = clock.ExactHour && (date.PartOfDay is null || clock.Hour >= 12) };
    }

    /// <summary>at 3 this afternoon, at 9 tomorrow: the day behind a bare hour makes it a time.</summary>
    private static bool IsOfDay(Cursor c)
    {
        if (Clock(ref c, bare: true) is null)
        {
            return false;
        }

        c.Blank();
        return EnglishWords.EatOne(ref c, DaysBehind) >= 0;
    }

    /// <summary>9 to 11, 9:00-11:30, 2-4pm, between 9 and 11 am; null unless a figure of time is there or a date is said beside it.</summary>
    public static (DatePart From, DatePart To)? Range(ref Cursor cursor, bool certain)
    {
        var c = cursor;
        var between = EnglishWords.EatOne(ref c, "between", "from") >= 0;
        if (Clock(ref c, bare: true) is not { } left)
        {
            return null;
        }

        c.Blank();
        if (EnglishWords.EatOne(ref c, Joins) < 0 && !c.Eat("-") && !c.Eat("~") && !(between && EnglishWords.Eat(ref c, "and")))
        {
            return null;
        }

        c.Blank();
        if (Clock(ref c, bare: true) is not { } right || !(certain || left.IsClock || right.IsClock))
        {
            return null;
        }

        if (!left.ExactHour && right.ExactHour && right.Hour >= 12 && left.Hour + 12 <= right.Hour)
        {
            left = left with { Hour = left.Hour + 12, ExactHour = true };
        }

        cursor = c;
        return (left.Part with { ExactHour = left.ExactHour || right.ExactHour }, right.Part);
    }

    private static DatePart? Named(ref Cursor c, DatePart date)
        => EnglishWords.EatOne(ref c, "12 noon", "noon", "midday") >= 0 ? date with { Hour = 12, Minute = 0, ExactHour = true }
            : EnglishWords.EatOne(ref c, "12 midnight", "midnight") >= 0 ? date with { Hour = 24, Minute = 0, ExactHour = true }
            : EnglishWords.EatOne(ref c, ClosingTimes) >= 0
                ? date with { Hour = 17, Minute = 30, ExactHour = true }
            : EnglishWords.EatOne(ref c, "morning", "the morning", "in the morning") >= 0 ? date with { PartOfDay = "上午" }
            : EnglishWords.EatOne(ref c, "afternoon", "the afternoon", "in the afternoon") >= 0 ? date with { PartOfDay = "下午" }
            : EnglishWords.EatOne(ref c, Evenings) >= 0 ? date with { PartOfDay = "晚上" } : null;

    private static ClockSaid? Clock(ref Cursor cursor, bool bare) => Middle(ref cursor) ?? Figures(ref cursor, bare);

    /// <summary>noon, midnight.</summary>
    private static ClockSaid? Middle(ref Cursor cursor)
    {
        var c = cursor;
        if (EnglishWords.EatOne(ref c, "noon", "midday", "midnight") is not (>= 0 and var middle))
        {
            return null;
        }

        cursor = EnglishWords.Trimmed(c);
        return new(middle == 2 ? 24 : 12, 0, null, true, true);
    }

    /// <summary>half past nine, 15:30:20, 9.30, 3 pm, 3 o'clock; null also for figures that are no time of day.</summary>
    private static ClockSaid? Figures(ref Cursor cursor, bool bare)
    {
        var c = cursor;
        var past = EnglishWords.EatOne(ref c, PartsOfHour);
        if (Hour(ref c) is not { } hour || hour > 24)
        {
            return null;
        }

        int? minute = past switch { 0 => 30, 1 or 2 => 15, 3 or 4 => 45, _ => null };
        hour -= past >= 3 ? 1 : 0;
        var isDotted = c.Here == '.';
        var from = c.At;
        minute = Minute(ref c) ?? minute;
        var second = isDotted || minute is null ? null : Second(ref c);
        var hasDot = isDotted && c.At > from;
        var suffix = SuffixOf(ref c);
        var isClock = suffix != Suffix.None || (minute is not null && !hasDot);
        if (minute > 59 || second > 59 || (suffix is Suffix.Am or Suffix.Pm && hour > 12) || (!isClock && !(bare && !isDotted && EndsHour(c))) || (Cursor.IsHan(c.Here) && suffix == Suffix.None))
        {
            return null;
        }

        cursor = c;
        var full = suffix == Suffix.Pm && hour < 12 ? hour + 12 : suffix == Suffix.Am && hour == 12 ? 0 : hour;
        return new(full, minute ?? 0, second, suffix is Suffix.Am or Suffix.Pm || hour > 6, isClock);
    }

    /// <summary>The minutes behind an hour: :30, .30.</summary>
    private static int? Minute(ref Cursor c)
    {
        if (c.Here is not (':' or '.') || !char.IsAsciiDigit(c.Ahead(1)) || !char.IsAsciiDigit(c.Ahead(2)))
        {
            return null;
        }

        c.At++;
        return c.Latin(2);
    }

    private static int? Second(ref Cursor c)
    {
        if (c.Here != ':' || !char.IsAsciiDigit(c.Ahead(1)))
        {
            return null;
        }

        c.At++;
        return c.Latin(2);
    }

    private static Suffix SuffixOf(ref Cursor cursor)
    {
        var c = cursor;
        c.Blank();
        var suffix = c.EatWord("am") || c.Eat("a.m.") || c.Eat("a.m") ? Suffix.Am
            : c.EatWord("pm") || c.Eat("p.m.") || c.Eat("p.m") ? Suffix.Pm
            : c.EatWord("o'clock") ? Suffix.OClock : Suffix.None;
        cursor = suffix == Suffix.None ? cursor : c;
        return suffix;
    }

    /// <summary>A bare figure is an hour only where nothing goes on with it: 9%, 9/12, 9th.</summary>
    private static bool EndsHour(Cursor c) => !char.IsAsciiLetterOrDigit(c.Here) && c.Here is not ('%' or '/' or '.');

    private static int? Hour(ref Cursor c)
    {
        if (char.IsAsciiDigit(c.Here))
        {
            return c.Latin(2);
        }

        var word = c;
        var n = EnglishNumbers.Number(ref word);
        if (n is null or > 12 || c.Sees("a"))
        {
            return null;
        }

        while (word.At > 0 && word.Text[word.At - 1] == ' ')
        {
            word.At--;
        }

        c = word;
        return n;
    }

    private sealed record ClockSaid(int Hour, int Minute, int? Second, bool ExactHour, bool IsClock)
    {
        public DatePart Part => new() { Hour = Hour, Minute = Minute, Second = Second, ExactHour = ExactHour };
    }
}
