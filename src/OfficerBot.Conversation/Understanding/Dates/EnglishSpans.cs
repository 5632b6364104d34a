namespace OfficerBot.Conversation.Understanding.Dates;

/// <summary>Reads amounts of time in English: the last three days, within 24 hours, two weeks ago, in half an hour, the next working day.</summary>
internal static class EnglishSpans
{
    private static readonly WordList Sides = new("next", "following", "last", "previous");
    private static readonly WordList Prepositions = new("over", "in", "during", "for", "within");
    private static readonly WordList Heads = new("last", "past", "previous", "next", "coming", "following");
    private static readonly WordList Tails = new("ago", "earlier", "back", "from now", "from today", "later", "hence");
    /// <summary>The window or shift read here, or null.</summary>
    public static DatePart? Read(ref Cursor c) => HalfHour(ref c) ?? WorkingDay(ref c) ?? Windowed(ref c) ?? Shifted(ref c);

    private static DatePart? HalfHour(ref Cursor cursor)
    {
        var c = cursor;
        var ahead = EnglishWords.EatOne(ref c, "in", "within");
        if (!c.EatWord("half an hour") && !c.EatWord("half hour") && !c.EatWord("30 minutes"))
        {
            return null;
        }

        c.Blank();
        var tail = ahead < 0 ? EnglishWords.EatOne(ref c, "ago", "from now", "later") : -1;
        if (ahead < 0 && tail < 0)
        {
            return null;
        }

        cursor = c;
        return ahead == 1 ? new() { Step = Step.Minute, Amount = 30, Window = Window.Within } : new() { Step = Step.Minute, Amount = tail == 0 ? -30 : 30 };
    }

    private static DatePart? WorkingDay(ref Cursor cursor)
    {
        var c = cursor;
        EnglishWords.Eat(ref c, "the");
        var side = EnglishWords.EatOne(ref c, Sides);
        if (side < 0 || EnglishWords.EatOne(ref c, "working day", "business day", "workday") < 0 || c.Sees("of"))
        {
            return null;
        }

        cursor = c;
        return new() { Step = Step.WorkingDay, Amount = side < 2 ? 1 : -1 };
    }

    private static DatePart? Windowed(ref Cursor cursor)
    {
        var c = cursor;
        var over = EnglishWords.EatOne(ref c, Prepositions) >= 0;
        over &= EnglishWords.Eat(ref c, "the"); // for last week is the week before, for the last week the seven days
        var head = EnglishWords.EatOne(ref c, Heads);
        if (head < 0)
        {
            return null;
        }

        if (EnglishNumbers.Amount(ref c) is not var (number, step) || (number is null && !(head == 1 || (over && head == 0 && step != Step.Month && step != Step.Year))) || number == 0)
        {
            return null;
        }

        cursor = c;
        return new() { Step = step, Amount = number ?? 1, Window = head < 2 ? Window.Back : head == 2 ? Window.Earlier : Window.Ahead };
    }

    private static DatePart? Shifted(ref Cursor cursor)
    {
        var c = cursor;
        var ahead = EnglishWords.EatOne(ref c, "within the", "within", "in");
        if (EnglishNumbers.Amount(ref c) is not ({ } amount, var step))
        {
            return null;
        }

        _ = c.Eat("'s time") || c.Eat("' time") || c.EatWord("time");
        c.Blank();
        var tail = ahead >= 0 ? -1 : EnglishWords.EatOne(ref c, Tails);
        if (ahead < 0 && tail < 0)
        {
            return null;
        }

        while (c.At > 0 && c.Text[c.At - 1] == ' ')
        {
            c.At--;
        }

        cursor = c;
        return ahead is 0 or 1 ? new() { Step = step, Amount = amount, Window = Window.Within } : new() { Step = step, Amount = tail is >= 0 and < 3 ? -amount : amount };
    }
}
