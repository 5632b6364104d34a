namespace OfficerBot.Conversation.Understanding.Dates;

/// <summary>Reads an English date phrase at the edge of a word or at a figure.</summary>
internal sealed class EnglishDates(DateConventions conventions)
{
    private readonly EnglishDays _days = new(conventions);

    /// <summary>The longest phrase that starts here, or null.</summary>
    public DatePhrase? Read(string text, int at)
    {
        var c = new Cursor(text, at);
        if (c.Here is 'g' or 'k' or 'r' or 'v' or 'x' or 'z')
        {
            return null;
        }

        if (char.IsAsciiDigit(c.Here) && at > 0 && (char.IsAsciiLetterOrDigit(text[at - 1]) || text[at - 1] is '#' or '-' or '.' or '/'))
        {
            return null;
        }

        return Repeated(c) ?? Bounded(c) ?? Plain(c);
    }

    private static Bound BoundAt(ref Cursor c)
    {
        if (Eat(ref c, "no later than") || Eat(ref c, "by") || Eat(ref c, "before") || Eat(ref c, "until") || Eat(ref c, "till") || Eat(ref c, "up to"))
        {
            return Bound.Before;
        }

        return Eat(ref c, "after") ? Bound.After : Eat(ref c, "since") || Eat(ref c, "starting") || Eat(ref c, "from") || Eat(ref c, "as of") ? Bound.From : Bound.None;
    }

    private static bool Eat(ref Cursor c, string words)
    {
        if (!c.EatWord(words))
        {
            return false;
        }

        c.Blank();
        return true;
    }

    private DatePhrase? Bounded(Cursor c)
    {
        var start = c.At;
        var bound = BoundAt(ref c);
        Eat(ref c, "the");
        if (bound == Bound.None || Point(ref c) is not { } part)
        {
            return null;
        }

        var right = bound == Bound.From ? Right(ref c, part) : null;
        return new(start, c.At, part) { Bound = right is null ? bound : Bound.None, To = right };
    }

    private DatePhrase? Plain(Cursor c)
    {
        var start = c.At;
        var direct = c;
        if (Point(ref direct) is { } first)
        {
            var to = Right(ref direct, first);
            return new(start, direct.At, first) { To = to };
        }

        var between = Eat(ref c, "between");
        if (!between && c.At == start)
        {
            _ = Eat(ref c, "on") || Eat(ref c, "in") || Eat(ref c, "at") || Eat(ref c, "for") || Eat(ref c, "during") || Eat(ref c, "of");
            Eat(ref c, "the");
        }

        if (Point(ref c) is not { } left)
        {
            return null;
        }

        var right = Right(ref c, left);
        return new(start, c.At, left) { To = right };
    }

    private static DatePhrase? Repeated(Cursor c)
    {
        var start = c.At;
        if (Eat(ref c, "every day") || Eat(ref c, "daily"))
        {
            Eat(ref c, "at");
            var time = EnglishDays.Time(ref c, new(), false);
            return new(start, c.At, time ?? new()) { Repeat = Repeat.Daily };
        }

        if (!Eat(ref c, "every") && !Eat(ref c, "each"))
        {
            return null;
        }

        var weekdays = new List<int>();
        while (EnglishDays.Weekday(ref c) is { } weekday)
        {
            weekdays.Add(weekday);
            c.Blank();
            _ = c.Eat(",") || c.EatWord("and");
            c.Blank();
        }

        var at = c.At;
        Eat(ref c, "at");
        var clock = EnglishDays.Time(ref c, new(), true);
        c.At = clock is null ? at : c.At;
        return weekdays.Count == 0 ? null : new(start, c.At, clock ?? new()) { Repeat = Repeat.Weekly, Weekdays = weekdays };
    }

    private DatePart? Point(ref Cursor cursor)
    {
        var c = cursor;
        var date = _days.Read(ref c);
        var more = c;
        if (date is not null)
        {
            more.Blank();
            _ = Eat(ref more, "at") || Eat(ref more, "in the");
        }

        if (date is { Step: Step.None } or null && EnglishDays.Time(ref more, date ?? new(), date is not null) is { } timed)
        {
            if (date is null)
            {
                var tail = more;
                tail.Blank();
                Eat(ref tail, "on");
                if (_days.Read(ref tail) is { Step: Step.None } later)
                {
                    cursor = tail;
                    return later with { Hour = timed.Hour, Minute = timed.Minute, PartOfDay = timed.PartOfDay, ExactHour = timed.ExactHour };
                }
            }

            cursor = more;
            return timed;
        }

        if (date is null)
        {
            return null;
        }

        cursor = c;
        return date;
    }

    private DatePart? Right(ref Cursor cursor, DatePart left)
    {
        var c = cursor;
        c.Blank();
        var and = false;
        if (!(Eat(ref c, "to") || Eat(ref c, "through") || Eat(ref c, "until") || Eat(ref c, "till") || c.Eat("-") || c.Eat("~") || (and = Eat(ref c, "and"))))
        {
            return null;
        }

        c.Blank();
        var right = Point(ref c);
        if (right is null && left.Day is not null && c.Latin(2) is { } day && day is >= 1 and <= 31)
        {
            right = new() { Day = day };
        }

        if (right is null || (and && left.DayShift is null && left.Day is null && left.Month is null))
        {
            return null;
        }

        cursor = c;
        return right.CarryFrom(left);
    }
}
