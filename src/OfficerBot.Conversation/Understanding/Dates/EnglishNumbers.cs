namespace OfficerBot.Conversation.Understanding.Dates;

/// <summary>English numbers, ordinals, units of time, and amounts put together from them.</summary>
internal static class EnglishNumbers
{
    private static readonly WordList Words =
        new("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen");
    private static readonly WordList Ordinals = new("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");
    private static readonly WordList VagueNumbers = new("a couple of", "couple of", "couple", "a few", "few", "several");
    private static readonly WordList Units = new("working days", "working day", "workdays", "workday", "business days", "business day", "days", "day", "weeks",
        "week", "months", "month", "quarters", "quarter", "years", "year", "hours", "hour", "hrs", "hr", "minutes", "minute", "mins", "min", "weekdays");

    /// <summary>The numbers and ordinals that are one word.</summary>
    public static IEnumerable<string> Named { get; } = [.. Words.All, .. Ordinals.All];

    /// <summary>A number: 12, twelve, a couple of, a few (3), a.</summary>
    public static int? Number(ref Cursor c)
    {
        if (char.IsAsciiDigit(c.Here))
        {
            var figure = c.Latin(3);
            c.Blank();
            return figure;
        }

        return EnglishWords.EatOne(ref c, VagueNumbers) is var vague and >= 0 ? vague < 3 ? 2 : 3
            : EnglishWords.IndexOf(ref c, Words) is { } word ? Blanked(ref c, word)
            : EnglishWords.Eat(ref c, "twenty") ? 20 : EnglishWords.Eat(ref c, "thirty") ? 30 : EnglishWords.Eat(ref c, "a") || EnglishWords.Eat(ref c, "an") || EnglishWords.Eat(ref c, "one") ? 1 : null;
    }

    /// <summary>first, 2nd, last (−1), final; null when there is none.</summary>
    public static int? Ordinal(ref Cursor c)
    {
        if (EnglishWords.IndexOf(ref c, Ordinals) is { } word)
        {
            return Blanked(ref c, word);
        }

        return EnglishWords.EatOne(ref c, "last", "final") >= 0 ? -1 : FigureOrdinal(ref c);
    }

    /// <summary>15th.</summary>
    public static int? FigureOrdinal(ref Cursor cursor)
    {
        var c = cursor;
        if (c.Latin(2) is not { } n || !Suffix(ref c))
        {
            return null;
        }

        c.Blank();
        cursor = c;
        return n;
    }

    /// <summary>st, nd, rd, th after a figure.</summary>
    public static bool Suffix(ref Cursor c)
        => c.Here is 's' or 'n' or 'r' or 't' && !char.IsAsciiLetter(c.Ahead(2)) && (c.Eat("st") || c.Eat("nd") || c.Eat("rd") || c.Eat("th"));

    /// <summary>A number with its unit: two days, a fortnight, two and a half hours, an hour and a half; the number is null where only the unit stands.</summary>
    public static (int? Number, Step Step)? Amount(ref Cursor cursor)
    {
        var c = cursor;
        var number = Number(ref c);
        var half = number is not null && EnglishWords.Eat(ref c, "and a half");
        if (EnglishWords.EatOne(ref c, "fortnights", "fortnight") >= 0)
        {
            cursor = c;
            return (2 * (number ?? 1), Step.Week);
        }

        if (Unit(ref c) is not { } step || (half && step != Step.Hour))
        {
            return null;
        }

        half |= number is not null && step == Step.Hour && EnglishWords.Eat(ref c, "and a half");
        cursor = c;
        return half ? ((60 * number!.Value) + 30, Step.Minute) : (number, step); // half only with a number
    }

    /// <summary>A unit of time.</summary>
    public static Step? Unit(ref Cursor c)
    {
        var index = EnglishWords.EatOne(ref c, Units);
        return index switch
        {
            < 0 => null,
            < 6 or 24 => Step.WorkingDay,
            < 8 => Step.Day,
            < 10 => Step.Week,
            < 12 => Step.Month,
            < 14 => Step.Quarter,
            < 16 => Step.Year,
            < 20 => Step.Hour,
            _ => Step.Minute,
        };
    }

    private static int? Blanked(ref Cursor c, int value)
    {
        c.Blank();
        return value;
    }
}
