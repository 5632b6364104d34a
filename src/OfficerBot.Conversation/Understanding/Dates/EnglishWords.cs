namespace OfficerBot.Conversation.Understanding.Dates;

/// <summary>English words of time: weekdays, months; how words are read.</summary>
internal static class EnglishWords
{
    private static readonly WordList AfterWeekday = new("morning", "afternoon", "evening", "night", "noon", "to", "and", "or", "through", "until", "by", "before",
        "at", "last", "next", "this");
    private static readonly WordList Months =
        new("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december");

    private static readonly WordList ShortMonths = new("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sept", "oct", "nov", "dec");
    private static readonly WordList Weekdays = new("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
    private static readonly WordList ManyWeekdays = new("mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays");
    private static readonly WordList ShortWeekdays = new("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    /// <summary>Words before a month or short weekday that make it one: in May, on Sat.</summary>
    private static readonly WordList Before =
        new("in", "on", "by", "of", "this", "last", "next", "since", "until", "till", "before", "after", "from", "to", "and", "early", "late", "mid", "end", "every", "each", "for", "during", "through");

    /// <summary>Weekdays, months, numbers and ordinals as they may be written.</summary>
    public static IEnumerable<string> Named { get; } =
        [.. new[] { Months, ShortMonths, Weekdays, ManyWeekdays, ShortWeekdays }.SelectMany(l => l.All), .. EnglishNumbers.Named, "sep", "thurs", "thur", "tues", "weds"];

    /// <summary>Reads the words and the spaces after them.</summary>
    public static bool Eat(ref Cursor c, string words)
    {
        if (!c.EatWord(words))
        {
            return false;
        }

        c.Blank();
        return true;
    }

    /// <summary>Reads one of the words; its index, or −1.</summary>
    public static int EatOne(ref Cursor c, params ReadOnlySpan<string> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (Eat(ref c, words[i]))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Reads one of the words and the spaces after it; its place in the list, or −1.</summary>
    public static int EatOne(ref Cursor c, WordList words)
    {
        foreach (var (word, index) in words.Of(c.Here))
        {
            if (Eat(ref c, word))
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>A weekday (1 = Monday); null when there is none. “sat” and “sun” need a word of time around them.</summary>
    public static int? Weekday(ref Cursor c)
    {
        var at = c;
        if (IndexOf(ref c, Weekdays) is { } full)
        {
            return full;
        }

        if (IndexOf(ref c, ShortWeekdays) is { } few)
        {
            if (few < 6 || (at.At == 0 && IsAlone(c)) || FollowsTimeWord(at) || c.Here is '-' or ',' || c.Ahead(0) == ' ' && char.IsAsciiDigit(c.Ahead(1)))
            {
                return few;
            }

            c = at;
            return null;
        }

        return Eat(ref c, "thurs") || Eat(ref c, "thur") ? 4 : Eat(ref c, "tues") ? 2 : Eat(ref c, "weds") ? 3 : null;
    }

    /// <summary>Mondays.</summary>
    public static int? Weekly(ref Cursor c) => IndexOf(ref c, ManyWeekdays);

    /// <summary>A month (1–12); “may” and “march” need a word of time or a figure beside them.</summary>
    public static int? Month(ref Cursor c)
    {
        var at = c;
        var month = IndexOf(ref c, Months) ?? IndexOf(ref c, ShortMonths) ?? (c.EatWord("sep") ? Dotted(ref c, 9) : null);
        if (month is 3 or 5 && (at.Sees("may") || at.Sees("mar")))
        {
            var after = c;
            after.Blank();
            var figure = char.IsAsciiDigit(after.Here) || (at.At >= 2 && char.IsAsciiLetterOrDigit(at.Text[at.At - 2]) && IsDayBefore(at));
            if (!figure && !FollowsTimeWord(at))
            {
                c = at;
                return null;
            }
        }

        return month;
    }

    /// <summary>The place before the spaces just read.</summary>
    public static Cursor Trimmed(Cursor c)
    {
        while (c.At > 0 && c.Text[c.At - 1] == ' ')
        {
            c.At--;
        }

        return c;
    }

    private static int? Dotted(ref Cursor c, int value)
    {
        c.Eat(".");
        return value;
    }

    /// <summary>One of the words, counted from 1.</summary>
    public static int? IndexOf(ref Cursor c, WordList words)
    {
        foreach (var (word, index) in words.Of(c.Here))
        {
            if (c.EatWord(word))
            {
                return Dotted(ref c, index + 1);
            }
        }

        return null;
    }

    /// <summary>Nothing behind it, or a word of time: Sat morning, Sun to Tue; not “sun is shining”.</summary>
    private static bool IsAlone(Cursor c)
    {
        c.Blank();
        return !char.IsAsciiLetter(c.Here) || EatOne(ref c, AfterWeekday) >= 0;
    }

    private static bool IsDayBefore(Cursor at)
    {
        var i = at.At - 2;
        while (i >= 0 && char.IsAsciiLetter(at.Text[i]))
        {
            i--;
        }

        return i >= 0 && char.IsAsciiDigit(at.Text[i]);
    }

    private static bool FollowsTimeWord(Cursor at)
    {
        var end = at.At;
        while (end > 0 && at.Text[end - 1] is ' ' or '-' or ',')
        {
            end--;
        }

        var start = end;
        while (start > 0 && char.IsAsciiLetter(at.Text[start - 1]))
        {
            start--;
        }

        var word = at.Text.AsSpan(start, end - start);
        if (word.IsEmpty)
        {
            return false;
        }

        foreach (var (known, _) in Before.Of(word[0]))
        {
            if (word.SequenceEqual(known))
            {
                return true;
            }
        }

        return false;
    }
}
