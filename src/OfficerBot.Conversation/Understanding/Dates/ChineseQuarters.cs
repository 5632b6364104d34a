namespace OfficerBot.Conversation.Understanding.Dates;

/// <summary>Reads quarters and halves of a year in Chinese: 三季度, 前三季度, 第一、二季度, q3, 上半年.</summary>
internal static class ChineseQuarters
{
    private static readonly WordList Quarters = new("上个季度", "上一个季度", "上一季度", "上季度", "本季度", "这个季度", "这季度", "这一季度", "下个季度", "下一个季度", "下一季度", "下季度");
    private static readonly WordList Halves = new("上半年", "下半年", "前半年", "后半年", "上个半年", "上一个半年", "下个半年");

    /// <summary>A quarter or a half of a year.</summary>
    public static DatePart? Read(ref Cursor c, DatePart year) => Quarter(ref c, year) ?? Half(ref c, year);

    private static DatePart? Quarter(ref Cursor cursor, DatePart year)
    {
        var c = cursor;
        var word = c.EatOne(Quarters);
        if (word >= 0)
        {
            var shifted = year with { QuarterShift = word < 4 ? -1 : word < 8 ? 0 : 1 };
            var inside = ChineseInside.Read(ref c);
            cursor = c;
            return shifted with { Inside = inside };
        }

        if (c.EatOne("前", "头") >= 0 && c.Number(1) is { } first and >= 1 and <= 4 && c.EatOne("个季度", "季度") >= 0)
        {
            cursor = c;
            return year with { YearShift = year.Year is null ? year.YearShift ?? 0 : null, Inside = new(1, first, Step.Quarter) };
        }

        return English(ref cursor, year) ?? Numbered(ref cursor, year);
    }

    /// <summary>q3.</summary>
    private static DatePart? English(ref Cursor cursor, DatePart year)
    {
        var quarter = cursor.Ahead(1) - '0';
        if (cursor.Here != 'q' || quarter is < 1 or > 4 || char.IsAsciiLetterOrDigit(cursor.Ahead(2)))
        {
            return null;
        }

        cursor.At += 2;
        return year with { Quarter = quarter };
    }

    /// <summary>第三季度, 三季度; of several (一至三季度, 一、二季度) the first, or both.</summary>
    private static DatePart? Numbered(ref Cursor cursor, DatePart year)
    {
        var c = cursor;
        c.Eat("第");
        if (c.Number(1) is not { } n || n is < 1 or > 4)
        {
            return null;
        }

        if (c.EatOne("个季度", "季度", "季") is var unit and >= 0)
        {
            cursor = unit == 2 && IsCrop(c) ? cursor : c;
            return unit == 2 && IsCrop(c) ? null : year with { Quarter = n };
        }

        return Several(ref cursor, c, n, year);
    }

    /// <summary>三季稻, 四季花: no quarter.</summary>
    private static bool IsCrop(Cursor c) => c.Here is '稻' or '的' or '花' or '如' or '豆' or '常' or '分' or '鲜' or '青';

    /// <summary>一、二季度 takes both; of 一至三季度 only the first, what follows is read as the end of a stretch.</summary>
    /// <param name="c">Behind the first number.</param>
    private static DatePart? Several(ref Cursor cursor, Cursor c, int first, DatePart year)
    {
        var right = c;
        var isTwin = right.EatOne("、", "和") >= 0 || Cursor.IsChineseNumeral(c.Here);
        if (!isTwin && right.EatOne("-", "到", "至", "~") < 0)
        {
            return null;
        }

        right.Eat("第");
        if (right.Number(1) is not { } upper || upper > 4 || upper <= first || right.EatOne("两个季度", "两季度", "季度") < 0)
        {
            return null;
        }

        cursor = isTwin ? right : c;
        return year with { Quarter = first, Through = isTwin ? new() { Quarter = upper } : null };
    }

    private static DatePart? Half(ref Cursor c, DatePart year) => c.EatOne(Halves) switch
    {
        0 or 2 => year with { Half = 1 },
        1 or 3 => year with { Half = 2 },
        4 or 5 => year with { HalfShift = -1 },
        6 => year with { HalfShift = 1 },
        _ => null,
    };
}
