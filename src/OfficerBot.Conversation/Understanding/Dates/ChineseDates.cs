namespace OfficerBot.Conversation.Understanding.Dates;

/// <summary>Reads a Chinese date phrase: point, range, bound, repetition. Without a clock; <see cref="DateResolver"/> places it.</summary>
internal sealed class ChineseDates(DateConventions conventions)
{
    private const string FirstCharacters = "截最自从每逢双单近这前头过半一二三四五六七八九十两廿百零〇大今昨明后当本隔次上下周星礼去年月第0123456789";
    private readonly HashSet<char> _first =
        [.. FirstCharacters, .. conventions.Parts.Keys.Concat(conventions.Clock.Keys).Concat(conventions.Festivals.Keys).Concat(conventions.Events).Select(k => k[0])];

    private readonly ChineseDays _days = new(conventions);
    private readonly ChineseTimes _times = new(conventions);

    /// <summary>The longest phrase that starts here, or null.</summary>
    public DatePhrase? Read(string text, int at)
    {
        var cursor = new Cursor(text, at);
        if (!_first.Contains(cursor.Here) || !MayStart(cursor))
        {
            return null;
        }

        var until = cursor.EatOne("截止到", "截至", "截止", "最晚") >= 0;
        var from = !until && cursor.EatOne("自从", "从", "自") >= 0;
        var phrase = Repeated(ref cursor, at) ?? Plain(ref cursor, at);
        if (phrase is null || (from && phrase.Bound == Bound.None && phrase.To is null && !Follows(cursor)))
        {
            return null;
        }

        return until && phrase.Bound == Bound.None ? phrase with { Bound = Bound.Before }
            : from && phrase is { Bound: Bound.None, To: null } ? phrase with { Bound = Bound.From } : phrase;
    }

    private static bool Follows(Cursor cursor) => cursor.Here is '\0' or ',' or '。' || cursor.Sees("算") || cursor.Sees("到");

    private static bool MayStart(Cursor cursor)
    {
        if (!char.IsAsciiDigit(cursor.Here))
        {
            return !Cursor.IsChineseNumeral(cursor.Here) || cursor.At == 0 || cursor.Text[cursor.At - 1] is not ('第' or '十' or '百' or '点' or '之');
        }

        var before = cursor.At == 0 ? '\0' : cursor.Text[cursor.At - 1];
        return !char.IsAsciiLetterOrDigit(before) && before is not ('第' or '#' or '.' or '-' or '/' or '_');
    }

    private DatePhrase? Repeated(ref Cursor cursor, int start)
    {
        var c = cursor;
        var repeat = RepeatOf(ref c);
        if (repeat == Repeat.None)
        {
            return null;
        }

        var detail = new DatePart();
        IReadOnlyList<int> weekdays = [];
        if (repeat == Repeat.Weekly)
        {
            weekdays = ChineseDays.WeekdayList(ref c, first: true);
        }
        else if (repeat is not (Repeat.Daily or Repeat.WorkingDays))
        {
            detail = ChineseDays.InMonth(ref c) ?? detail;
        }

        if (repeat is Repeat.EvenMonths or Repeat.OddMonths && !detail.HasDate)
        {
            return null;
        }

        detail = _times.Read(ref c, detail, afterDate: true) ?? detail;
        var bound = BoundOf(ref c, detail);
        cursor = c;
        return new(start, c.At, detail) { Repeat = repeat, Weekdays = weekdays, Bound = bound };
    }

    private static Repeat RepeatOf(ref Cursor c)
    {
        if (c.EatOne("每个双月", "每双月", "逢双月", "双月") >= 0)
        {
            return Repeat.EvenMonths;
        }

        if (c.EatOne("每个单月", "每单月", "单月") >= 0)
        {
            return Repeat.OddMonths;
        }

        if (c.EatOne("每逢", "每个", "每") < 0)
        {
            return Repeat.None;
        }

        return c.EatOne("工作日", "天", "日", "季度", "年") switch
        {
            0 => Repeat.WorkingDays,
            1 or 2 => Repeat.Daily,
            3 => Repeat.Quarterly,
            4 => Repeat.Yearly,
            _ => c.EatOne("星期", "礼拜", "周") >= 0 ? Repeat.Weekly : c.Eat("月") ? Repeat.Monthly : Repeat.None,
        };
    }

    private DatePhrase? Plain(ref Cursor cursor, int start)
    {
        var c = cursor;
        if (Point(ref c) is not { } left)
        {
            return null;
        }

        var weekdays = WeekdayTail(ref c, ref left);
        var right = weekdays.Count > 1 ? null : Right(ref c, left);
        if (c.EatOne("假期期间", "期间", "假期", "长假") >= 0)
        {
            (left, right) = (left with { AsPeriod = true }, right is null ? null : right with { AsPeriod = true });
        }

        var bound = BoundOf(ref c, right ?? left);
        var window = bound is Bound.Before or Bound.After ? BoundWindow(ref c, left) : null;
        cursor = c;
        return new(start, c.At, left)
        {
            To = right, Bound = bound, BoundWindow = window, Weekdays = weekdays, Repeat = weekdays.Count > 1 ? Repeat.Weekly : Repeat.None,
        };
    }

    private IReadOnlyList<int> WeekdayTail(ref Cursor c, ref DatePart left)
    {
        if (left.Weekday is not { } first || left.HasTime || left.WeekShift is not null)
        {
            return [];
        }

        var more = c;
        var rest = ChineseDays.WeekdayList(ref more, first: false);
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
        var between = c;
        if (date is not null)
        {
            between.Eat("的");
            between.Blank();
        }

        var timed = date is { Step: not Step.None } ? null : _times.Read(ref between, date ?? new(), date is not null);
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

    private DatePart? Right(ref Cursor cursor, DatePart left)
    {
        var c = cursor;
        c.Blank();
        var separator = c.EatOne("一直到", "到了", "到", "至", "--", "-", "~", "和", "与", "及", "、", "跟");
        if (separator < 0)
        {
            return null;
        }

        c.Blank();
        var right = Point(ref c);
        if (right is null && separator < 7 && left.Weekday is not null && ChineseDays.WeekdayAt(ref c) is { } weekday)
        {
            right = new() { Weekday = weekday };
        }

        if (right is null || (separator >= 7 && !(left.DayShift is not null && right.DayShift is not null)))
        {
            return null;
        }

        cursor = c;
        return right.CarryFrom(left);
    }

    private static Bound BoundOf(ref Cursor cursor, DatePart part)
    {
        var c = cursor;
        if (c.EatOne("之前", "以前", "为止", "止") >= 0 || (c.Here == '前' && !IsPlaceAfter(c) && c.Eat("前")))
        {
            cursor = c;
            return Bound.Before;
        }

        if (c.EatOne("以来", "至今", "到现在", "到今天", "到目前") >= 0)
        {
            cursor = c;
            return Bound.Since;
        }

        if (c.EatOne("之后", "以后", "过后") >= 0 || (c.Here == '后' && c.Ahead(1) is not ('天' or '面' or '续' or '台') && c.Eat("后")))
        {
            cursor = c;
            return Bound.After;
        }

        if (c.EatOne("开始", "起") >= 0 && part.PartOfDay != "早")
        {
            cursor = c;
            return Bound.From;
        }

        return Bound.None;
    }

    private static bool IsPlaceAfter(Cursor c) => c.Ahead(1) is '面' or '往' or '期' or '来' or '进' or '后';

    /// <summary>The amount after a bound on a festival or day: 国庆前一周.</summary>
    private static (int Amount, Step Step)? BoundWindow(ref Cursor cursor, DatePart part)
    {
        if (part.HasTime)
        {
            return null;
        }

        var c = cursor;
        if (c.Number() is not { } amount || ChineseDays.StepAt(ref c) is not { } step || step is Step.Minute or Step.Hour)
        {
            return null;
        }

        cursor = c;
        return (amount, step);
    }
}
