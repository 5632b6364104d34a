namespace OfficerBot.Conversation.Understanding.Dates;

/// <summary>Reads an English date phrase at the edge of a word or at a figure.</summary>
internal sealed class EnglishDates(DateConventions conventions)
{
    private static readonly WordList Bounds = new("on or before", "no later than", "not later than", "by", "before", "until", "till", "up to", "prior to",
        "ahead of", "on or after", "after", "since", "starting from", "starting", "beginning", "from", "as of", "as from", "effective");
    private static readonly WordList ToDates = new("year to date", "ytd", "month to date", "mtd", "week to date");
    private static readonly WordList Prepositions = new("between", "on", "in", "at", "for", "during", "of", "over");
    private static readonly WordList Joins = new("to", "through", "thru", "until", "till");
    private readonly EnglishOpenings _openings = new(conventions);
    private readonly EnglishDays _days = new(conventions);
    private readonly EnglishPoints _points = new(conventions);

    /// <summary>The longest phrase that starts here, or null.</summary>
    public DatePhrase? Read(string text, int at)
    {
        var c = new Cursor(text, at);
        if (!_openings.MayBegin(c) || (char.IsAsciiDigit(c.Here) && at > 0 && (char.IsAsciiLetterOrDigit(text[at - 1]) || text[at - 1] is '#' or '-' or '.' or '/')))
        {
            return null;
        }

        return EnglishRepeats.Read(c) ?? ToDate(c) ?? Timed(c) ?? Bounded(c) ?? Plain(c);
    }

    private static Bound BoundAt(ref Cursor c) => EnglishWords.EatOne(ref c, Bounds) switch
    {
        < 0 => Bound.None,
        0 => Bound.Until,
        < 10 => Bound.Before,
        10 => Bound.From,
        11 => Bound.After,
        _ => Bound.From,
    };

    /// <summary>so far this week, this month so far, year to date.</summary>
    private static DatePhrase? ToDate(Cursor c)
    {
        var start = c.At;
        var far = EnglishWords.Eat(ref c, "so far");
        if (!far && EnglishWords.EatOne(ref c, ToDates) is var word and >= 0)
        {
            return new(start, c.At, word < 2 ? new() { YearShift = 0 } : word < 4 ? new() { MonthShift = 0 } : new() { WeekShift = 0 }) { Bound = Bound.Since };
        }

        if (!EnglishWords.Eat(ref c, "this"))
        {
            return null;
        }

        var unit = EnglishWords.EatOne(ref c, "year", "month", "quarter", "week");
        if (unit < 0 || !(far || EnglishWords.EatOne(ref c, "so far", "to date") >= 0))
        {
            return null;
        }

        var part = unit switch { 0 => new DatePart { YearShift = 0 }, 1 => new() { MonthShift = 0 }, 2 => new() { QuarterShift = 0 }, _ => new() { WeekShift = 0 } };
        return new(start, c.At, part) { Bound = Bound.Since };
    }

    /// <summary>9 to 11 tomorrow, 2-4pm, from 9:00 to 11:30 on Friday.</summary>
    private DatePhrase? Timed(Cursor c)
    {
        var start = c.At;
        if (!char.IsAsciiDigit(c.Here) && !c.Sees("from ") && !c.Sees("between "))
        {
            return null;
        }

        if (EnglishTimes.Range(ref c, certain: true) is not { } range)
        {
            return null;
        }

        var date = c;
        date.Blank();
        EnglishWords.EatOne(ref date, "on");
        if (_days.Read(ref date) is { Step: Step.None, HasTime: false } day && (day.DayShift ?? day.Weekday ?? day.Day) is not null)
        {
            return new(start, date.At, day with { Hour = range.From.Hour, Minute = range.From.Minute, ExactHour = range.From.ExactHour })
            {
                To = day with { Hour = range.To.Hour, Minute = range.To.Minute, ExactHour = range.To.ExactHour },
            };
        }

        c = new(c.Text, start);
        return EnglishTimes.Range(ref c, certain: false) is { } sure ? new(start, c.At, sure.From) { To = sure.To } : null;
    }

    private DatePhrase? Bounded(Cursor c)
    {
        var start = c.At;
        var bound = BoundAt(ref c);
        if (bound == Bound.None)
        {
            return null;
        }

        var the = c;
        EnglishWords.Eat(ref the, "the");
        if (_points.Read(ref c) is not { } part)
        {
            c = the;
            if (_points.Read(ref c) is not { } second)
            {
                return null;
            }

            part = second;
        }

        var right = bound == Bound.From ? Right(ref c, part) : null;
        var onwards = c;
        onwards.Blank();
        c = EnglishWords.EatOne(ref onwards, "onwards", "onward", "forward") >= 0 ? onwards : c;
        return new(start, c.At, part) { Bound = right is null ? bound : Bound.None, To = right };
    }

    private DatePhrase? Plain(Cursor c)
    {
        var start = c.At;
        var direct = c;
        if (_points.Read(ref direct) is { } first)
        {
            return Ended(start, direct, first);
        }

        _ = EnglishWords.EatOne(ref c, Prepositions) >= 0;
        if (c.At == start)
        {
            return null;
        }

        var the = c;
        if (_points.Read(ref c) is { } part)
        {
            return Ended(start, c, part);
        }

        return EnglishWords.Eat(ref the, "the") && _points.Read(ref the) is { } left ? Ended(start, the, left) : null;
    }

    private DatePhrase Ended(int start, Cursor c, DatePart left)
    {
        var right = Right(ref c, left);
        if (right is { Weekday: not null, WeekShift: { } week } && left is { Weekday: not null, WeekShift: null })
        {
            left = left with { WeekShift = week }; // Monday to Thursday last week
        }

        if (right is null && left is { Hour: null, Step: Step.None } && ByClock(ref c, left) is { } timed)
        {
            return new(start, c.At, timed) { Bound = Bound.Before };
        }

        var tail = c;
        tail.Blank();
        var onwards = right is null && EnglishWords.EatOne(ref tail, "onwards", "onward") >= 0;
        return new(start, onwards ? tail.At : c.At, left) { To = right, Bound = onwards ? Bound.From : Bound.None };
    }

    /// <summary>tomorrow by 10, Friday before noon.</summary>
    private static DatePart? ByClock(ref Cursor cursor, DatePart day)
    {
        var c = cursor;
        c.Blank();
        var at = EnglishWords.EatOne(ref c, "by", "before", "no later than") >= 0 ? EnglishTimes.Read(ref c, day, afterDate: true, bare: true) : null;
        cursor = at is { Hour: not null } ? c : cursor;
        return at is { Hour: not null } ? at : null;
    }

    private DatePart? Right(ref Cursor cursor, DatePart left)
    {
        var c = cursor;
        c.Blank();
        var and = false;
        if (EnglishWords.EatOne(ref c, Joins) < 0 && !c.Eat("--") && !c.Eat("-") && !c.Eat("~") && !(and = EnglishWords.Eat(ref c, "and")))
        {
            return null;
        }

        c.Blank();
        var right = _points.Read(ref c);
        if (right is null && left.Day is not null && c.Latin(2) is { } day && day is >= 1 and <= 31 && !char.IsAsciiLetterOrDigit(c.Here) && c.Here is not ':' and not '%')
        {
            right = new() { Day = day };
        }

        if (right is null || right.Step != Step.None || (and && left.DayShift is null && left.Day is null && left.Month is null))
        {
            return null;
        }

        cursor = c;
        var carried = left.Weekday is not null && left.WeekShift is null && right is { Weekday: not null, WeekShift: not null };
        return carried ? right : right.CarryFrom(left);
    }
}
