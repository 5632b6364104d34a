namespace OfficerBot.Conversation.Understanding.Dates;

/// <summary>Reads what bounds a Chinese date: 前, 之后, 以来, 或之前, and an amount after it (国庆前一周, 9月8日起三天).</summary>
internal static class ChineseBounds
{
    private static readonly WordList Including = new("(含当天)", "(含当日)", "(含)", "(包含当天)", "含当天", "含当日");
    private static readonly WordList OrBefore = new("或之前", "或以前", "及之前", "及以前", "当天及以前", "当天及之前", "和之前", "和以前", "(含)以前", "(含)之前");
    private static readonly WordList OrAfter = new("或之后", "或以后", "及之后", "及以后", "当天及以后", "当天及之后", "和之后", "和以后");
    private static readonly WordList BeforeWords = new("之前", "以前", "为止", "截止", "止", "前为止");
    private static readonly WordList SinceWords = new("起至今", "开始至今", "起到现在", "开始到现在", "以来", "至今", "到现在", "到今天", "到目前", "至目前", "到今");
    /// <summary>The bound read here; None when there is none.</summary>
    public static Bound Read(ref Cursor cursor)
    {
        var c = cursor;
        c.EatOne("左右", "前后");
        c.EatOne(Including);
        var bound = At(ref c);
        if (bound != Bound.None)
        {
            cursor = c;
        }

        return bound;
    }

    /// <summary>The amount after a bound: 前一周, 后三天, 起三天内.</summary>
    public static (int Amount, Step Step)? Window(ref Cursor cursor, DatePart part, Bound bound)
    {
        if (part.HasTime && bound != Bound.From)
        {
            return null;
        }

        var c = cursor;
        c.EatOne("的");
        var (amount, step) = c.EatOne("那一周", "那周", "那个星期", "那个礼拜") >= 0 ? (1, Step.Week) : ChineseSpans.Amount(ref c);
        if (step is Step.None or Step.Second or Step.Minute or Step.Hour || amount == 0 || c.Text[c.At - 1] == '日')
        {
            return null;
        }

        c.EatOne("之内", "以内", "内", "里");
        cursor = c;
        return (amount, step);
    }

    /// <summary>国庆后第一个工作日, 节前最后一个工作日.</summary>
    public static (int Amount, Step Step)? WorkingDay(ref Cursor cursor)
    {
        var c = cursor;
        c.Eat("的");
        var last = c.EatOne("最后一个工作日", "最后1个工作日") >= 0;
        var nth = last ? 1 : c.Eat("首个工作日") ? 1 : c.Eat("第") && c.Number(1) is { } n and > 0 && c.EatOne("个工作日", "工作日") >= 0 ? n : 0;
        if (nth == 0)
        {
            return null;
        }

        cursor = c;
        return (nth, Step.WorkingDay);
    }

    /// <summary>国庆节后第一天: the day the office opens again.</summary>
    public static (int Amount, Step Step)? FirstDay(ref Cursor cursor)
    {
        var c = cursor;
        c.Eat("的");
        if (c.EatOne("上班第一天", "上班首日", "上班头一天", "第一天上班", "开工第一天", "第一天", "第1天", "首日", "头一天", "头天") < 0)
        {
            return null;
        }

        cursor = c;
        return (1, Step.WorkingDay);
    }

    private static Bound At(ref Cursor c)
    {
        if (c.EatOne(OrBefore) >= 0)
        {
            return Bound.Until;
        }

        if (c.EatOne(OrAfter) >= 0)
        {
            return Bound.From;
        }

        if (c.EatOne(BeforeWords) >= 0 || (c.Here == '前' && !IsPlaceAfter(c) && c.Eat("前")))
        {
            return Bound.Before;
        }

        if (c.EatOne(SinceWords) >= 0)
        {
            c.EatOne("为止");
            return Bound.Since;
        }

        if (c.EatOne("之后", "以后", "过后") >= 0 || (c.Here == '后' && c.Ahead(1) is not ('天' or '面' or '续' or '台' or '半' or '勤' or '方') && c.Eat("后")))
        {
            return Bound.After;
        }

        return c.Here is '开' or '起' && c.EatOne("开始", "起") >= 0 ? Bound.From : Bound.None;
    }

    private static bool IsPlaceAfter(Cursor c) => c.Ahead(1) is '面' or '往' or '期' or '来' or '进' or '后' or '半';
}
