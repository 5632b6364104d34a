namespace OfficerBot.Conversation.Understanding.Dates;

/// <summary>Reads amounts of time in Chinese: windows (近7天, 未来三天, 三天内) and shifts (两周前, 半小时后, 下个工作日).</summary>
internal static class ChineseSpans
{
    private static readonly WordList Units = new("个工作日", "工作日", "天", "日", "周", "个星期", "星期", "个礼拜", "礼拜", "个月", "个季度", "年", "个小时", "小时", "个钟头", "分钟", "个钟", "秒钟",
        "秒", "分");
    private static readonly WordList HalfUnits = new("半个小时", "半小时", "半个钟头", "半个钟", "小时", "钟头", "半个月", "半年", "月");
    private static readonly WordList ThisHour = new("上一个小时", "上个小时", "上一小时", "下一个小时", "下个小时");
    private static readonly WordList Tails = new("之内", "以内", "内", "之前", "以前", "前", "之后", "以后", "过后", "后");
    private static readonly WordList NextWorkingDay = new("下一个工作日", "下个工作日", "下一工作日", "次一工作日", "次个工作日", "上一个工作日", "上个工作日", "上一工作日", "前一个工作日", "前一工作日");
    private static readonly (string Word, Window Side)[] Heads =
    [
        .. new[] { "最近这", "最近", "过去这", "过去", "近这", "近", "这" }.Select(w => (w, Window.Back)),
        .. new[] { "此前", "之前", "前面", "前", "头", "上" }.Select(w => (w, Window.Earlier)),
        .. new[] { "未来", "今后", "接下来", "往后", "之后", "随后", "此后", "还剩下", "还剩", "还有", "剩下", "后面", "后", "下" }.Select(w => (w, Window.Ahead)),
    ];

    private static readonly WordList HeadWords = new([.. Heads.Select(h => h.Word)]);

    /// <summary>The window or shift read here, or null.</summary>
    public static DatePart? Read(ref Cursor c) => Windowed(ref c) ?? Hour(ref c) ?? Amounted(ref c) ?? WorkingDay(ref c);

    /// <summary>A unit of time after a number: 天, 个月, 个工作日.</summary>
    public static Step? StepAt(ref Cursor c)
    {
        var index = c.EatOne(Units);
        return index switch
        {
            < 0 => null,
            < 2 => Step.WorkingDay,
            < 4 => Step.Day,
            < 9 => Step.Week,
            9 => Step.Month,
            10 => Step.Quarter,
            11 => Step.Year,
            15 or 19 => Step.Minute,
            17 or 18 => Step.Second,
            _ => Step.Hour,
        };
    }

    /// <summary>A number with its unit; step None when there is none. 半小时 = 30 minutes, 两个半月 = 75 days.</summary>
    public static (int Amount, Step Step) Amount(ref Cursor cursor)
    {
        var c = cursor;
        if (c.Here == '半')
        {
            return Half(ref cursor, c, 0);
        }

        if (c.EatOne("一刻钟", "三刻钟") is var quarter and >= 0)
        {
            cursor = c;
            return (quarter == 0 ? 15 : 45, Step.Minute);
        }

        var isYear = c.Here == '0';
        if ((c.EatOne("俩", "仨") switch { 0 => 2, 1 => 3, _ => c.Number() }) is not { } n)
        {
            return (0, Step.None);
        }

        if (c.At > cursor.At && c.Text[c.At - 1] is '俩' or '仨' && c.Eat("月"))
        {
            cursor = c;
            return (n, Step.Month); // 俩 is 两个
        }

        return WithUnit(ref cursor, c, n, isYear);
    }

    private static (int Amount, Step Step) WithUnit(ref Cursor cursor, Cursor c, int n, bool isYear)
    {
        if (c.Here == '.' && c.Ahead(1) == '5' && !char.IsAsciiDigit(c.Ahead(2)))
        {
            c.At += 2;
            c.Eat("个");
            return Half(ref cursor, c, n);
        }

        var mixed = c;
        if (mixed.Eat("个半") || (mixed.Here == '天' && mixed.Ahead(1) == '半'))
        {
            return Half(ref cursor, mixed, n);
        }

        if (n >= 10 && n % 10 == 0 && c.Here is '来' or '多' or '余')
        {
            c.At++; // 十来天, 二十多天: about so many
        }

        if (StepAt(ref c) is not { } step || (isYear && step == Step.Year))
        {
            return (0, Step.None);
        }

        (n, step) = step == Step.Year && c.Eat("半") ? ((12 * n) + 6, Step.Month) : (n, step);
        cursor = c;
        return (n, step);
    }

    private static (int Amount, Step Step) Half(ref Cursor cursor, Cursor after, int whole)
    {
        if (Halves(ref after, whole) is not { } found)
        {
            return (0, Step.None);
        }

        cursor = after;
        return found;
    }

    /// <summary>半小时 and the tail of 一个半小时.</summary>
    private static (int Amount, Step Step)? Halves(ref Cursor c, int whole) => c.EatOne(HalfUnits) switch
    {
        0 or 1 or 2 or 3 => ((60 * whole) + 30, Step.Minute),
        4 or 5 when whole > 0 => ((60 * whole) + 30, Step.Minute),
        6 => (15, Step.Day),
        7 => (6, Step.Month),
        8 when whole > 0 => ((30 * whole) + 15, Step.Day),
        _ => null,
    };

    private static DatePart? Windowed(ref Cursor cursor)
    {
        var c = cursor;
        if (Side(ref c) is not { } head)
        {
            return null;
        }

        var vague = c.Here == '几' && head.Side is Window.Back or Window.Earlier;
        var (amount, step) = vague ? Vague(ref c) : Amount(ref c);
        var shifts = head.Word is "这" or "上" or "下";
        if (step == Step.None || amount == 0 || (shifts && amount == 1 && step is Step.Day or Step.Week or Step.Month or Step.Year) || (head.Word is "前" or "头" or "上" or "下" && step == Step.Quarter) || (step == Step.Day && c.Text[c.At - 1] == '日' && head.Word is "上" or "下"))
        {
            return null;
        }

        _ = c.EatOne("以来", "之内", "以内") >= 0 || (c.Here is '来' or '内' or '里' && c.Ahead(1) is not ('到' or '自') && c.EatOne("来", "内", "里") >= 0);
        cursor = c;
        return new() { Step = step, Amount = amount, Window = head.Side };
    }

    private static (Window Side, string Word)? Side(ref Cursor c)
    {
        if (c.EatOne(HeadWords) is not (>= 0 and var head))
        {
            return null;
        }

        c.Eat("的");
        return (Heads[head].Side, Heads[head].Word);
    }

    /// <summary>这几天 is three days: answered with its stretch, so whoever meant another one sees it.</summary>
    private static (int Amount, Step Step) Vague(ref Cursor cursor)
    {
        var c = cursor;
        c.At++;
        if (StepAt(ref c) is not { } step || step is not (Step.Day or Step.Week or Step.Month))
        {
            return (0, Step.None);
        }

        cursor = c;
        return (3, step);
    }

    /// <summary>上个小时.</summary>
    private static DatePart? Hour(ref Cursor c) => c.EatOne(ThisHour) switch
    {
        < 0 => null,
        < 3 => new() { Step = Step.Hour, Amount = 1, Window = Window.Back },
        _ => new() { Step = Step.Hour, Amount = 1, Window = Window.Within },
    };

    private static DatePart? Amounted(ref Cursor cursor)
    {
        var c = cursor;
        var again = c.EatOne("再过", "过", "隔") >= 0;
        var first = c.Here;
        var (amount, step) = Amount(ref c);
        if (step == Step.None || amount == 0)
        {
            return null;
        }

        var day = c.Text[c.At - 1] == '日' && step == Step.Day;
        var tail = c.EatOne(Tails);
        if (tail < 0 && !again)
        {
            return null;
        }

        if (day && (tail is >= 3 and <= 5 ? first != '两' : tail >= 6 && char.IsAsciiDigit(first)))
        {
            return null; // 15日前 is a day of the month, 两日前 and 三日内 are not
        }

        cursor = c;
        return tail is >= 0 and <= 2
            ? new() { Step = step, Amount = amount, Window = Window.Within }
            : new() { Step = step, Amount = tail is >= 3 and <= 5 ? -amount : amount };
    }

    private static DatePart? WorkingDay(ref Cursor c)
        => c.EatOne(NextWorkingDay) switch
        {
            < 0 => null,
            < 5 => new() { Step = Step.WorkingDay, Amount = 1 },
            _ => new() { Step = Step.WorkingDay, Amount = -1 },
        };
}
