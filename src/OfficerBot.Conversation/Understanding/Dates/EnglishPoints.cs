namespace OfficerBot.Conversation.Understanding.Dates;

/// <summary>Reads one day or moment without its bounds: Friday, 15 September at 3, noon tomorrow, the morning of the 15th.</summary>
internal sealed class EnglishPoints(DateConventions conventions)
{
    private readonly EnglishDays _days = new(conventions);

    /// <summary>The day or moment that starts here, or null; the cursor is then where it was.</summary>
    public DatePart? Read(ref Cursor cursor)
    {
        var c = cursor;
        var date = _days.Read(ref c);
        var more = c;
        if (date is not null)
        {
            more.Blank();
            _ = more.Eat(",");
            more.Blank();
            EnglishWords.EatOne(ref more, "in the");
        }

        if (date is { Step: Step.None } or { Step: Step.Day, Window: Window.None } or null && EnglishTimes.Read(ref more, date ?? new(), date is not null) is { } timed)
        {
            cursor = more;
            return date is null ? OnDay(ref cursor, timed) : timed;
        }

        if (date is null)
        {
            return Morning(ref cursor);
        }

        cursor = c;
        return date;
    }

    /// <summary>3 pm on Friday, noon tomorrow.</summary>
    private DatePart OnDay(ref Cursor cursor, DatePart timed)
    {
        var tail = cursor;
        tail.Blank();
        EnglishWords.EatOne(ref tail, "on");
        if (_days.Read(ref tail) is not { Step: Step.None } later)
        {
            return timed;
        }

        cursor = tail;
        return later with { Hour = timed.Hour, Minute = timed.Minute, PartOfDay = timed.PartOfDay ?? later.PartOfDay, ExactHour = timed.ExactHour && (later.PartOfDay is null || timed.Hour >= 12) };
    }

    /// <summary>the morning of 15 September.</summary>
    private DatePart? Morning(ref Cursor cursor)
    {
        var c = cursor;
        EnglishWords.Eat(ref c, "the");
        var part = EnglishWords.EatOne(ref c, "morning of", "afternoon of", "evening of");
        if (part < 0 || _days.Read(ref c) is not { Step: Step.None } day)
        {
            return null;
        }

        cursor = c;
        return day with { PartOfDay = part == 0 ? "上午" : part == 1 ? "下午" : "晚上" };
    }
}
