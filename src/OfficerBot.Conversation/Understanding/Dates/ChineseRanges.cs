namespace OfficerBot.Conversation.Understanding.Dates;

/// <summary>Reads what goes on from a Chinese point: the right side of a range, further weekdays.</summary>
internal sealed class ChineseRanges(ChinesePoints points, ChineseTimes times)
{
    private static readonly WordList Joins = new("一直到", "直到", "持续到", "到了", "到", "至", "--", "-", "~", "和", "与", "及", "、", "跟");

    /// <summary>The weekdays of 周一三五 with their time, the first being read already; none when there is but one. 上周三四 becomes a stretch.</summary>
    public IReadOnlyList<int> Weekdays(ref Cursor c, ref DatePart left)
    {
        if (left.Weekday is not { } first || left.HasTime)
        {
            return [];
        }

        var more = c;
        var rest = ChineseDays.WeekdayList(ref more, first: false);
        if (left.WeekShift is not null)
        {
            var run = rest.Count > 0 && rest.Index().All(d => d.Item == first + d.Index + 1);
            (c, left) = run ? (more, left with { Through = new() { Weekday = rest[^1] } }) : (c, left);
            return []; // 上周三四 is a stretch; of 上周三、五 each is read by itself
        }

        if (rest.Count == 0)
        {
            return [];
        }

        c = more;
        left = times.Read(ref c, left, afterDate: true) ?? left;
        return [first, .. rest];
    }

    /// <summary>The right side of 9月13日至20日, with what the left said; null when there is none.</summary>
    /// <param name="isBetween">Said with 之间.</param>
    public DatePart? Right(ref Cursor cursor, DatePart left, out bool isBetween)
    {
        isBetween = false;
        var c = cursor;
        c.Blank();
        c.EatOne("开始", "起");
        var separator = c.EatOne(Joins);
        if (separator < 0)
        {
            return null;
        }

        var joins = separator >= 9;
        c.Blank();
        var right = points.Read(ref c) ?? (joins ? null : Bare(ref c, left));
        if (right is null || right.Step != Step.None || right.Through is not null || (right.IsNow && !left.HasTime && !left.IsNow))
        {
            return null;
        }

        isBetween = c.EatOne("之间", "间") >= 0;
        if (joins && !isBetween && !Neighbours(left, right))
        {
            return null;
        }

        cursor = c;
        return right.CarryFrom(left);
    }

    /// <summary>The right side without its unit: 周一到三, 9.14-18, 9月14-18.</summary>
    private static DatePart? Bare(ref Cursor c, DatePart left)
    {
        if (left.Weekday is not null)
        {
            return ChineseDays.WeekdayAt(ref c) is { } weekday ? new() { Weekday = weekday } : null;
        }

        if (left is { Year: { } year, Month: null, HasTime: false })
        {
            var years = c;
            if (years.Latin(4) is { } last && last > year && last < 2200 && (!Cursor.IsHan(years.Here) || "的年之间期".Contains(years.Here, StringComparison.Ordinal)) && !char.IsAsciiLetter(years.Here))
            {
                c = years;
                return new() { Year = last };
            }

            return null;
        }

        var number = c;
        if (left.Day is null || left.HasTime || !char.IsAsciiDigit(c.Here) || number.Latin(2) is not { } day || day <= left.Day || day > 31
            || (Cursor.IsHan(number.Here) && !"的前后谁没未哪各之".Contains(number.Here, StringComparison.Ordinal)) || number.Here is '.' or '/' or ':' or '%' || char.IsAsciiLetter(number.Here))
        {
            return null;
        }

        c = number;
        return new() { Day = day };
    }

    /// <summary>昨天和今天, 9月15日和16日, 8月和9月: a list of neighbours is a stretch; others stay two dates.</summary>
    private static bool Neighbours(DatePart left, DatePart right)
        => (left.DayShift is not null && right.DayShift is not null)
            || (left is { Day: { } end, Month: { } said, HasTime: false } && right is { Day: { } start, Month: { } other, Year: null, YearShift: null, HasTime: false }
                && ((said == other && start == end + 1) || (start == 1 && other == (said % 12) + 1 && end == 30 + (said is 1 or 3 or 5 or 7 or 8 or 10 or 12 ? 1 : 0))))
            || (left is { Day: { } day, HasTime: false } && right is { Day: { } next, Month: null, MonthShift: null, HasTime: false } && next == day + 1)
            || (left is { Month: { } month, Day: null, TenDay: null } && right is { Month: { } after, Day: null, Year: null, YearShift: null, TenDay: null } && after == month + 1)
            || (left is { Year: { } year, Month: null, Quarter: null, Half: null, Inside: null, HasTime: false } && right is { Year: { } following, Month: null, Quarter: null, Half: null, Inside: null, HasTime: false } && following == year + 1)
            || (left is { WeekShift: { } week, Weekday: null, Weekend: false } && right is { WeekShift: { } later, Weekday: null, Weekend: false } && later == week + 1);
}
