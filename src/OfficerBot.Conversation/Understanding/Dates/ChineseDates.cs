namespace OfficerBot.Conversation.Understanding.Dates;

/// <summary>Reads a Chinese date phrase: point, range, bound, repetition. Without a clock; <see cref="DateResolver"/> places it.</summary>
internal sealed class ChineseDates
{
    private static readonly WordList UntilWords = new("截止到", "截止至", "截至到", "截至", "截止", "最晚", "最迟", "不晚于", "不迟于", "早于", "赶在");
    private static readonly WordList FromWords = new("自从", "打从", "从", "自");
    private static readonly WordList Holidays = new("假期期间", "放假期间", "那几天", "这几天", "期间", "假期", "长假", "小长假", "黄金周", "放假");
    private const string FirstCharacters = "截最自从打每逢双单近这前头过半一二三四五六七八九十两廿卅百零〇大今昨明后当本隔次翌即上下周星礼去年月第未接往随此还剩再农阴旧正冬腊全岁现目眼之早不赶工差俩仨0123456789";
    private readonly bool[] _first = new bool[char.MaxValue + 1];
    private readonly ChineseFestivals _named;
    private readonly ChineseTimes _times;
    private readonly ChinesePoints _points;
    private readonly ChineseRanges _ranges;
    private readonly ChineseRepeats _repeats;

    public ChineseDates(DateConventions conventions)
    {
        foreach (var c in FirstCharacters.Concat(conventions.FirstCharacters))
        {
            _first[c] = true;
        }

        _named = new(conventions);
        _times = new(conventions);
        _points = new(new(conventions, _named), _times);
        _ranges = new(_points, _times);
        _repeats = new(_times);
    }

    /// <summary>The longest phrase that starts here, or null.</summary>
    public DatePhrase? Read(string text, int at)
    {
        var cursor = new Cursor(text, at);
        if (!_first[cursor.Here] || !MayStart(cursor))
        {
            return null;
        }

        var until = cursor.EatOne(UntilWords) >= 0;
        var from = !until && cursor.EatOne(FromWords) >= 0;
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
        if (_points.Read(ref c) is not { Through: null, IsNow: false } right || right.Step != Step.None)
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
        if ((cursor.Here is '上' or '下' && before is '马' or '以') || (cursor.Here == '下' && before == '一' && IsShort(cursor)))
        {
            return false; // 马上周五了, 三个以上周末, 看一下周三的
        }

        if (!char.IsAsciiDigit(cursor.Here))
        {
            return !Cursor.IsChineseNumeral(cursor.Here) || before is not ('第' or '十' or '百' or '点' or '之');
        }

        return !char.IsAsciiLetterOrDigit(before) && before is not ('第' or '#' or '.' or '/' or '_' or '〕' or ']' or '×' or '*')
            && !(before == '-' && cursor.At > 1 && char.IsAsciiLetterOrDigit(cursor.Text[cursor.At - 2]));
    }

    // 看一下周三的 says Wednesday, 辛苦一下下周交 next week; in 周一下周二都交 the 一 belongs to the day.
    private static bool IsShort(Cursor cursor) => cursor.At < 2 || !(cursor.Text[cursor.At - 2] is '周' or '期' or '拜' || Cursor.IsChineseNumeral(cursor.Text[cursor.At - 2]));

    private DatePhrase? Plain(ref Cursor cursor, int start)
    {
        var c = cursor;
        if (_points.Read(ref c) is not { } left)
        {
            return null;
        }

        var weekdays = _ranges.Weekdays(ref c, ref left);
        var between = false;
        var right = left.Through is { } through ? through.CarryFrom(left) : weekdays.Count > 1 ? null : _ranges.Right(ref c, left, out between);
        if (right is { DayShift: null, Weekday: not null } && left.WeekShift is null && ChineseRepeats.Daily(ref c))
        {
            var time = _times.Read(ref c, DatePart.Nothing, afterDate: true) ?? DatePart.Nothing;
            var days = Enumerable.Range(left.Weekday ?? 1, Math.Max(1, right.Weekday.Value - (left.Weekday ?? 1) + 1)).ToList();
            var bound = ChineseBounds.Read(ref c);
            cursor = c;
            return new(start, c.At, time) { Repeat = Repeat.Weekly, Weekdays = days, Bound = bound };
        }

        if (c.EatOne(Holidays) >= 0)
        {
            (left, right) = (left with { AsPeriod = true }, right is null ? null : right with { AsPeriod = true });
        }

        var named = c;
        c = left.Day is not null && right is null && _named.Event(ref named) is not null ? named : c;
        return Bounded(ref cursor, c, new(start, c.At, left with { Through = null })
        {
            To = right, IsBetween = between, Weekdays = weekdays, Repeat = weekdays.Count > 1 ? Repeat.Weekly : Repeat.None,
        });
    }

    private DatePhrase Bounded(ref Cursor cursor, Cursor c, DatePhrase phrase)
    {
        var bound = ChineseBounds.Read(ref c);
        var nth = bound is Bound.After or Bound.Before ? ChineseBounds.WorkingDay(ref c) : null;
        nth ??= bound == Bound.After && phrase.From.Festival is not null ? ChineseBounds.FirstDay(ref c) : null;
        var window = nth ?? (bound is Bound.Before or Bound.After or Bound.From ? ChineseBounds.Window(ref c, phrase.From, bound) : null);
        phrase = Closed(ref c, phrase with { End = c.At, Bound = bound, BoundWindow = window, IsNthAfter = nth is not null });
        cursor = c;
        return phrase;
    }
}
