namespace OfficerBot.Conversation.Understanding.Dates;

/// <summary>What an English date phrase may begin with: most words of a text begin none, and need not be tried further.</summary>
internal sealed class EnglishOpenings(DateConventions conventions)
{
    /// <summary>Of a date and a time in figures.</summary>
    private const int LongestFigures = 32;

    /// <summary>What a phrase may begin with, beside figures and the names of dates.yaml.</summary>
    private static readonly string[] FirstWords =
    [
        "on", "no", "not", "by", "before", "until", "till", "up", "prior", "ahead", "after", "since", "starting", "beginning", "from", "as", "effective", "between", "in", "at", "for", "during", "of", "over",
        "within", "the", "every", "each", "weekdays", "working", "daily", "so", "year", "ytd", "month", "mtd", "week", "weekend", "this", "last", "past", "previous", "next", "following", "coming", "current",
        "final", "day", "yesterday", "today", "tomorrow", "tmrw", "tonight", "early", "start", "mid", "middle", "late", "end", "noon", "midday", "midnight", "close", "cob", "eod", "morning", "afternoon",
        "evening", "night", "half", "quarter", "a", "an", "q", "h", "couple", "few", "several", "twenty", "thirty", "fortnight", "fortnights",
    ];

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _firstWords = FirstWords.Concat(EnglishWords.Named).Concat(conventions.Festivals.Keys.Concat(conventions.Events.Keys).Select(FirstWord))
        .ToHashSet().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True where a phrase may begin.</summary>
    public bool MayBegin(Cursor c)
        => char.IsAsciiDigit(c.Here) ? LeadsToWord(c) : _firstWords.Contains(c.Text.AsSpan(c.At, WordEnd(c.Text, c.At) - c.At));

    private static string FirstWord(string name) => name[..WordEnd(name, 0)];

    private static int WordEnd(string text, int at)
    {
        while (at < text.Length && char.IsAsciiLetter(text[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>Figures are read as English only before a word of Latin letters; the others are read as Chinese.</summary>
    private static bool LeadsToWord(Cursor c)
    {
        for (var n = 0; n < LongestFigures && (char.IsAsciiDigit(c.Here) || c.Here is ' ' or '.' or ':' or '/' or '-' or '~' or ','); n++)
        {
            c.At++;
        }

        return char.IsAsciiLetter(c.Here);
    }
}
