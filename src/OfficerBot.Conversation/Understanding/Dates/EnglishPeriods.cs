namespace OfficerBot.Conversation.Understanding.Dates;

/// <summary>Reads English quarters, halves, edges of periods and stretches within them.</summary>
internal static class EnglishPeriods
{
    private static readonly WordList Edges = new("early in", "early", "beginning of", "start of", "mid", "middle of", "late in", "late", "end of");
    /// <summary>Q3 2020, H1, the second half of September.</summary>
    public static DatePart? Quarter(ref Cursor cursor)
    {
        var c = cursor;
        if (c.Here is 'q' or 'h' && c.Ahead(1) is >= '1' and <= '4' && !char.IsAsciiLetterOrDigit(c.Ahead(2)) && !(c.Here == 'h' && c.Ahead(1) > '2'))
        {
            var n = c.Ahead(1) - '0';
            var part = c.Here == 'q' ? new DatePart { Quarter = n } : new() { Half = n };
            c.At += 2;
            cursor = c;
            return EnglishMonths.Yeared(ref cursor, part);
        }

        EnglishWords.Eat(ref c, "the");
        if (EnglishNumbers.Ordinal(ref c) is not { } ordinal || ordinal is < 1 or > 4 || EnglishWords.EatOne(ref c, "quarter", "half") is not (>= 0 and var unit) || (unit == 1 && ordinal > 2))
        {
            return null;
        }

        var of = c;
        if (EnglishWords.Eat(ref of, "of") && EnglishMonths.Period(ref of) is { } period)
        {
            cursor = of;
            return unit == 0 ? period with { Quarter = ordinal } : period with { Half = ordinal, HalfOf = HalfOf(period) };
        }

        cursor = EnglishWords.Trimmed(c);
        return unit == 0 ? EnglishMonths.Yeared(ref cursor, new() { Quarter = ordinal }) : EnglishMonths.Yeared(ref cursor, new() { Half = ordinal });
    }

    private static Step HalfOf(DatePart period) => period.WeekShift is not null ? Step.Week : (period.Month ?? period.MonthShift) is not null ? Step.Month : Step.None;

    /// <summary>early October, the end of next month, mid-August, the beginning of the year, late next week.</summary>
    public static DatePart? Edge(ref Cursor cursor)
    {
        var c = cursor;
        EnglishWords.Eat(ref c, "the");
        var word = EnglishWords.EatOne(ref c, Edges);
        if (word < 0)
        {
            return null;
        }

        _ = c.Eat("-");
        c.Blank();
        if (EnglishMonths.Period(ref c) is not { } period)
        {
            return null;
        }

        cursor = EnglishWords.Trimmed(c);
        var ten = word < 4 ? 1 : word < 6 ? 2 : 3;
        return period switch
        {
            { WeekShift: not null } => word == 8 ? period with { IsEdge = true } : period with { Half = ten == 1 ? 1 : 2, HalfOf = Step.Week },
            { QuarterShift: not null } => period with { IsEdge = true, Inside = new(ten == 3 ? -1 : ten, 1, Step.Month) },
            { Month: null, MonthShift: null } => ten == 2 ? null : period with { IsEdge = true, Month = ten == 1 ? 1 : 12 },
            _ => period with { TenDay = ten },
        };
    }

    /// <summary>The first Monday of October, the last working day of the month, the first three days of next month.</summary>
    public static DatePart? Inside(ref Cursor cursor)
    {
        var c = cursor;
        EnglishWords.Eat(ref c, "the");
        if (EnglishNumbers.Ordinal(ref c) is not { } ordinal || ordinal == 0)
        {
            return null;
        }

        var count = EnglishNumbers.Number(ref c) ?? 1;
        var weekday = EnglishWords.Weekday(ref c);
        c.Blank();
        var step = weekday is null ? EnglishNumbers.Unit(ref c) : Step.Day;
        if (step is null or Step.Hour or Step.Minute or Step.Year || EnglishWords.EatOne(ref c, "of", "in") < 0)
        {
            return null;
        }

        if (EnglishMonths.Period(ref c) is not { } period)
        {
            return null;
        }

        cursor = EnglishWords.Trimmed(c);
        return step == Step.Week && ordinal > 0 && count == 1 && (period.Month ?? period.MonthShift) is not null
            ? period with { WeekOfMonth = ordinal }
            : period with { Inside = new(ordinal < 0 ? -count : ordinal, count, step.Value, weekday) };
    }
}
