namespace OfficerBot.Conversation.Understanding.Dates;

/// <summary>Reads a Chinese date phrase: point, range, bound, repetition. Without a clock; <see cref="DateResolver"/> places it.</summary>
internal sealed class ChineseDates
{
    private const string FirstCharacters = "截最自从打每逢双单近这前头过半一二三四五六七八九十两廿卅百零〇大今昨明后当本隔次翌即上下周星礼去年月第未接往随此还剩再农阴旧正冬腊全岁现目眼之早不赶工差俩仨0123456789";
    private readonly HashSet<char> _first;
    private readonly ChineseDays _days;
    private readonly ChineseTimes _times;
    private readonly ChineseRepeats _repeats;

    public ChineseDates(DateConventions conventions)
    {
        _first = [.. FirstCharacters, .. conventions.FirstCharacters];
        _days = new(conventions);
        _times = new(conventions);
        _repeats = new(_times);
    }

    /// <summary>The longest phrase that starts here, or null.</summary>
    public DatePhrase? Read(string text, int at)
    {
        var cursor = new Cursor(text, at);
        if (!_first.Contains(cursor.Here) || !MayStart(cursor))
        {
            return null;
        }

        var until = cursor.EatOne("截止到", "截止至", "截至到", "截至", "截止", "最晚", "最迟", "不晚于", "不迟于", "早于", "赶在") >= 0;
        var from = !until && cursor.EatOne("自从", "打从", "从", "自") >= 0;
        var phrase = _repeats.Read(ref cursor, at) ?? Plain(ref cursor, at);
        if (phrase is null || (from && phrase.Bound == Bound.None && phrase.To is null && !Follows(cursor)))
        {
            return null;
        }

        return until && phrase.Bound == Bound.None ? phrase with { Bound = Bound.Before }
            : !from ? phrase
            : phrase is { Bound: Bound.None, To: null, Repeat: Repeat.None } ? phrase with { Bound = Bound.From } : phrase with { IsBetween = phrase.To is not null };
    }

    /// <summary>The second bound of 9月8日之后20日之前: the phrase with it, or as it was. Parted by 、 or 或 they stay two.</summary>
    private DatePhrase Closed(ref Cursor cursor, DatePhrase phrase)
    {
        if (phrase is not { Bound: Bound.After or Bound.From, BoundWindow: null, From.Event: null })
        {
            return phrase;
        }

        var c = cursor;
        c.EatOne("到", "至");
        var from = c.At;
        if (Point(ref c) is not { Through: null, IsNow: false } right || right.Step != Step.None)
        {
            return phrase;
        }

        var bound = ChineseBounds.Read(ref c);
        if (bound is not (Bound.Before or Bound.Until))
        {
            return phrase;
        }

        cursor = c;
        return phrase with { End = c.At, Closing = new(from, c.At, right.CarryFrom(phrase.From)) { Bound = bound } };
    }

    private static bool Follows(Cursor cursor) => cursor.Here is '\0' or ',' or '。' || cursor.Sees("算") || cursor.Sees("到");

    private static bool MayStart(Cursor cursor)
    {
        var before = cursor.At == 0 ? '\0' : cursor.Text[cursor.At - 1];
        if (cursor.Here is '上' or '下' && before is '马' or '以')
        {
            return false; // 马上周五了, 三个以上周末
        }

        if (!char.IsAsciiDigit(cursor.Here))
        {
            return !Cursor.IsChineseNumeral(cursor.Here) || before is not ('第' or '十' or '百' or '点' or '之');
        }

        return !char.IsAsciiLetterOrDigit(before) && before is not ('第' or '#' or '.' or '/' or '_' or '〕' or ']' or '×' or '*')
            && !(before == '-' && cursor.At > 1 && char.IsAsciiLetterOrDigit(cursor.Text[cursor.At - 2]));
    }

    private DatePhrase? Plain(ref Cursor cursor, int start)
    {
        var c = cursor;
        if (Point(ref c) is not { } left)
        {
            return null;
        }

        var weekdays = WeekdayTail(ref c, ref left);
        var between = false;
        var right = left.Through is { } through ? through.CarryFrom(left) : weekdays.Count > 1 ? null : Right(ref c, left, out between);
        if (right is { DayShift: null, Weekday: not null } && ChineseRepeats.Daily(ref c))
        {
            var time = _times.Read(ref c, new(), afterDate: true) ?? new();
            var days = Enumerable.Range(left.Weekday ?? 1, Math.Max(1, right.Weekday.Value - (left.Weekday ?? 1) + 1)).ToList();
            var bound = ChineseBounds.Read(ref c);
            cursor = c;
            return new(start, c.At, time) { Repeat = Repeat.Weekly, Weekdays = days, Bound = bound };
        }

        if (c.EatOne("假期期间", "放假期间", "期间", "假期", "长假", "小长假", "黄金周", "放假") >= 0)
        {
            (left, right) = (left with { AsPeriod = true }, right is null ? null : right with { AsPeriod = true });
        }

        var named = c;
        c = left.Day is not null && right is null && _days.Event(ref named) is not null ? named : c;
        return Bounded(ref cursor, c, new(start, c.At, left with { Through = null })
        {
            To = right, IsBetween = between, Weekdays = weekdays, Repeat = weekdays.Count > 1 ? Repeat.Weekly : Repeat.None,
        });
    }

    private DatePhrase Bounded(ref Cursor cursor, Cursor c, DatePhrase phrase)
    {
        var bound = ChineseBounds.Read(ref c);
        var nth = bound is Bound.After or Bound.Before ? ChineseBounds.WorkingDay(ref c) : null;
        var window = nth ?? (bound is Bound.Before or Bound.After or Bound.From ? ChineseBounds.Window(ref c, phrase.From, bound) : null);
        phrase = Closed(ref c, phrase with { End = c.At, Bound = bound, BoundWindow = window, IsNthAfter = nth is not null });
        cursor = c;
        return phrase;
    }

    private IReadOnlyList<int> WeekdayTail(ref Cursor c, ref DatePart left)
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
        left = _times.Read(ref c, left, afterDate: true) ?? left;
        return [first, .. rest];
    }

    private DatePart? Point(ref Cursor cursor)
    {
        var c = cursor;
        var date = _days.Read(ref c);
        if (date?.Day is not null && c.EatOne("那一周", "那周", "这一周", "这周", "当周", "所在周", "所在的周", "所在那周") >= 0)
        {
            date = date with { IsWeekOf = true };
        }

        if (date?.Through is not null || date is { IsNow: true })
        {
            cursor = c;
            return date;
        }

        var between = c;
        if (date is not null)
        {
            between.Eat("的");
            between.EatOne("大约", "大概", "约");
            between.Blank();
        }

        var timed = date is { Step: not (Step.None or Step.Day or Step.WorkingDay) } or { Window: not Window.None } ? null : _times.Read(ref between, date ?? new(), date is not null);
        if (timed is not null)
        {
            cursor = between;
            return timed;
        }

        if (date is not null)
        {
            cursor = c;
        }

        return date;
    }

    private DatePart? Right(ref Cursor cursor, DatePart left, out bool isBetween)
    {
        isBetween = false;
        var c = cursor;
        c.Blank();
        c.EatOne("开始", "起");
        var separator = c.EatOne("一直到", "直到", "持续到", "到了", "到", "至", "--", "-", "~", "和", "与", "及", "、", "跟");
        if (separator < 0)
        {
            return null;
        }

        var joins = separator >= 9;
        c.Blank();
        var right = Point(ref c) ?? (joins ? null : Bare(ref c, left));
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
            || (left is { WeekShift: { } week, Weekday: null, Weekend: false } && right is { WeekShift: { } later, Weekday: null, Weekend: false } && later == week + 1);
}
