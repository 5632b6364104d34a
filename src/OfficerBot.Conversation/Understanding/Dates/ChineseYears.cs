namespace OfficerBot.Conversation.Understanding.Dates;

/// <summary>Reads years in Chinese: 去年, 二〇二〇年, 08年, 民国三年, 年底.</summary>
internal sealed class ChineseYears(DateConventions conventions)
{
    private static readonly WordList Edges = new("年初", "年底", "年末", "年终", "岁末", "初", "底", "末", "终");
    private static readonly (string Word, int Shift)[] YearWords =
    [
        ("大前年", -3), ("去年", -1), ("上年度", -1), ("上年", -1), ("前年", -2), ("今年", 0), ("本年度", 0), ("本年", 0), ("当年", 0), ("这一年", 0), ("明年", 1),
        ("后年", 2), ("上一年度", -1), ("上一年", -1), ("下一年度", 1), ("下一年", 1), ("下年度", 1), ("年内", 0),
    ];

    private static readonly WordList ShiftWords = new([.. YearWords.Select(y => y.Word)]);
    private readonly WordList _eras = new([.. conventions.Eras.Keys]);

    /// <summary>A year with what follows (month, festival, quarter, half, a stretch within).</summary>
    /// <param name="festival">Reads a festival of the year.</param>
    public DatePart? Read(ref Cursor cursor, FestivalOf festival)
    {
        var c = cursor;
        if (YearAt(ref c) is not { } year)
        {
            return null;
        }

        var finer = c;
        finer.Eat("的");
        var found = year.IsEdge ? null : festival(ref finer, year) ?? ChineseMonths.Read(ref finer, year) ?? ChineseQuarters.Read(ref finer, year) ?? Edge(ref finer, year);
        if (found is null && !year.IsEdge && ChineseInside.Read(ref finer) is { } inside)
        {
            found = year with { Inside = inside };
        }

        cursor = found is null ? c : finer;
        return found ?? year;
    }

    private DatePart? YearAt(ref Cursor cursor)
    {
        var c = cursor;
        if (c.EatOne(ShiftWords) is var word and >= 0)
        {
            c.EatOne("全年", "一年", "一整年");
            cursor = c;
            return new() { YearShift = YearWords[word].Shift };
        }

        if (c.Eat("全年"))
        {
            cursor = c;
            return new() { YearShift = 0 };
        }

        return Edge(ref cursor, DatePart.Nothing) ?? Era(ref cursor) ?? Numbered(ref cursor);
    }

    private static DatePart? Numbered(ref Cursor cursor)
    {
        var c = cursor;
        var latin = char.IsAsciiDigit(c.Here);
        var zero = c.Here is '0' or '零' or '〇';
        if ((latin ? FigureYear(ref c) : c.ChineseYear() ?? SpokenYear(ref c)) is not { } year)
        {
            return null;
        }

        if (!c.Eat("年"))
        {
            return latin && year >= 1000 && LeftOfYears(cursor, c) ? Ended(ref cursor, c, year) : null;
        }

        if (c.Here is '级' or '代' or '来' or '龄' || !(year < 100 ? IsShortYear(c, year, zero) : year is >= 1900 and < 2100 || IsNumber(c.Here) || IsSaidYear(cursor)))
        {
            return null;
        }

        c.EatOne("度", "全年");
        return Ended(ref cursor, c, year < 70 ? 2000 + year : year < 100 ? 1900 + year : year);
    }

    /// <summary>在789年, 公元789年: a year by the word before it; 500年 alone is how long something lasts.</summary>
    private static bool IsSaidYear(Cursor start) => start.At > 0 && start.Text[start.At - 1] is '在' or '于' or '元';

    private static bool IsNumber(char c) => char.IsAsciiDigit(c) || Cursor.IsChineseNumeral(c);

    /// <summary>08年, 98年, 20年底, 20年9月; 15年 alone is how long something took.</summary>
    private static bool IsShortYear(Cursor c, int year, bool zero)
        => zero || year >= 70 || (year >= 10 && IsNumber(c.Here)) || (year is >= 15 and < 60 && c.Here is '度' or '底' or '初' or '末' or '上' or '下' or '第');

    private static DatePart Ended(ref Cursor cursor, Cursor c, int year)
    {
        cursor = c;
        return new() { Year = year };
    }

    private static int? FigureYear(ref Cursor c)
    {
        var from = c.At;
        return c.Latin(4) is { } year && c.At - from >= 2 ? year : null;
    }

    private static int? SpokenYear(ref Cursor cursor)
    {
        var c = cursor;
        if (c.Number(4) is { } number and >= 10 && number is < 100 or >= 1000)
        {
            cursor = c;
            return number;
        }

        c = cursor;
        var (value, n) = (0, 0);
        for (; n < 3 && Cursor.Digit(c.Ahead(n)) is { } digit; n++)
        {
            value = (10 * value) + digit;
        }

        if (n is < 2 || c.Ahead(n) != '年')
        {
            return null;
        }

        c.At += n;
        cursor = c;
        return value;
    }

    /// <summary>The left side of 1995-1997年, 2016到2018年, 从2016到2018.</summary>
    private static bool LeftOfYears(Cursor start, Cursor c)
    {
        c.Blank();
        if (c.EatOne("-", "到", "至", "~") < 0)
        {
            return false;
        }

        c.Blank();
        return c.Latin(4) is >= 1000 and < 2200 && (c.Sees("年") || (start.At > 0 && start.Text[start.At - 1] is '从' or '自' && !Cursor.IsHan(c.Here)));
    }

    /// <summary>民国三年, 康熙二十年: eras of dialogs/dates.yaml.</summary>
    private DatePart? Era(ref Cursor cursor)
    {
        foreach (var (name, _) in _eras.Of(cursor.Here))
        {
            var c = cursor;
            if (c.Eat(name) && (c.Eat("元") ? 1 : c.Number(2)) is { } n and > 0 && c.Eat("年"))
            {
                cursor = c;
                return new() { Year = conventions.Eras[name] + n - 1 };
            }
        }

        return null;
    }

    private static DatePart? Edge(ref Cursor cursor, DatePart year)
    {
        var c = cursor;
        var word = c.EatOne(Edges);
        var isBare = word >= 5;
        if (word < 0 || (isBare && !year.HasDate))
        {
            return null;
        }

        cursor = c;
        return year with { IsEdge = true, Month = word is 0 or 5 ? 1 : 12, YearShift = year.Year is null ? year.YearShift ?? 0 : null };
    }
}

/// <summary>Reads a festival of a year.</summary>
internal delegate DatePart? FestivalOf(ref Cursor cursor, DatePart year);
