using OfficerBot.Conversation.Understanding.Text;

namespace OfficerBot.Conversation.Understanding.Dates;

/// <summary>Reads days of a month in Chinese: 15号, 9月15日, 15、16日, and what says the day once more (周一, 当天).</summary>
internal static class ChineseMonthDays
{
    private static readonly WordList DayTails = new("那一天", "这一天", "那天", "当天", "这天", "当日", "一整天", "全天", "一天");
    /// <summary>号 after these is the number of a thing, not a day.</summary>
    private const string NumberedThings = "线令文楼窗素稿信台院门地桥车病栋房厅机井坑池罐炉泵闸船矿标柜箱桌馆屋仓店区组员选牌";

    private static readonly string[] NumberedWords = ["公告", "公路", "公寓", "公馆", "路口", "路段", "路的", "路两", "路沿", "路与", "路和", "路至", "路到", "路旁", "路边", "点位", "会议室", "通道", "厂房", "排口", "取水口", "出水口", "断面", "采样点"];

    /// <summary>15号, 15日, 15-18号, 15、16日; not 3号线索 nor 日报.</summary>
    public static DatePart? Bare(ref Cursor cursor)
    {
        var c = cursor;
        if (c.Number(2) is not { } day || day is < 1 or > 31)
        {
            return null;
        }

        if (c.Here is '号' or '日')
        {
            if (IsNumbered(c) || (c.Here == '日' && (c.Ahead(1) is '报' or '常' or '游' or '均' || IsHowOften(c))))
            {
                return null;
            }

            c.At++;
            DayTail(ref c);
            cursor = c;
            return new() { Day = day };
        }

        return Shared(ref cursor, c, day);
    }

    /// <summary>What stands after a day and says it once more: 当天, (周一), 星期一, 全天.</summary>
    public static void DayTail(ref Cursor c)
    {
        var w = c;
        var open = w.EatOne("(", ",") is 0;
        if (w.EatOne("星期", "礼拜", "周") >= 0 && ChineseDays.WeekdayAt(ref w) is not null && (open ? w.Eat(")") : w.EatOne("到", "至", "-", "~") < 0))
        {
            c = w;
        }

        c.EatOne(DayTails);
    }

    /// <summary>The day after a month; the month itself when it brings its day (lunar).</summary>
    public static DatePart? In(ref Cursor cursor, DatePart month)
    {
        if (month.Day is not null)
        {
            return month;
        }

        var c = cursor;
        c.Eat("的");
        var number = c;
        if (number.Number(2) is not { } day || day is < 1 or > 31)
        {
            return null;
        }

        if (number.Here is '号' or '日')
        {
            number.At++;
        }
        else if (Bare(ref c) is { Through: not null } both)
        {
            cursor = c;
            return month with { Day = both.Day, Through = both.Through };
        }
        else if (CharTables.IsHan(number.Here) && !"到至上下前后谁的起开以之那当晚早中没未哪各".Contains(number.Here, StringComparison.Ordinal))
        {
            return null;
        }

        DayTail(ref number);
        cursor = number;
        return month with { Day = day };
    }

    /// <summary>一日三餐, 一日两次, 一日千里.</summary>
    private static bool IsHowOften(Cursor c) => Cursor.IsChineseNumeral(c.Ahead(1)) && (c.Ahead(1) == '千' || c.Ahead(2) is '餐' or '次' or '遍' or '班' or '巡' or '趟');

    private static bool IsNumbered(Cursor c)
    {
        if (c.Here != '号')
        {
            return false;
        }

        var next = c.Ahead(1);
        c.At++;
        return (next != '\0' && NumberedThings.Contains(next, StringComparison.Ordinal)) || Array.Exists(NumberedWords, c.Sees) || (next == '路' && c.Ahead(1) == '\0');
    }

    /// <summary>The left side of 14-18号, or both sides of 15、16日.</summary>
    private static DatePart? Shared(ref Cursor cursor, Cursor after, int day)
    {
        var right = after;
        var twin = right.EatOne("、", "和", "及") >= 0;
        if ((!twin && right.EatOne("-", "到", "至", "~") < 0) || right.Number(2) is not { } upper || upper > 31 || right.Here is not ('号' or '日') || IsNumbered(right))
        {
            return null;
        }

        if (!twin)
        {
            cursor = after;
            return new() { Day = day };
        }

        if (upper != day + 1)
        {
            return null;
        }

        right.At++;
        cursor = right;
        return new() { Day = day, Through = new() { Day = upper } };
    }
}
