using NodaTime;
using OfficerBot.Conversation.Understanding.Dates;

namespace OfficerBot.Conversation.Understanding.Matching;

/// <summary>Reads lists and ranges of lead numbers behind a first one: 2、3和5号, 1到4号, 1号3号5号, 2 3 5号.</summary>
internal static class LeadNumberLists
{
    /// <summary>Of a longer list only the first are kept.</summary>
    private const int LongestList = 99;
    private const int LongestSpacedList = 12;

    /// <summary>Behind a comma and a number, what is said of that number alone.</summary>
    private static readonly string[] OwnClauses =
        ["除外", "不要", "不用", "不撤", "不退", "不删", "不动", "不能撤", "别", "莫", "保留", "留着", "留下", "要留", "还要", "还是要", "改", "换成", "标题", "类别", "stays", "stay", "should stay", "can stay", "is fine", "is ok", "is right", "not to"];

    /// <summary>Adds the further numbers that 、和到 lead to; the last of the leads is the first number. The cursor stays behind the last one taken.</summary>
    public static void ReadOn(ref Cursor cursor, List<LeadSaid> leads, LocalDate? day)
    {
        var last = leads[^1].Sequence;
        while (Next(cursor, day, out var c, out var isRange) is { } number && !(isRange && number <= last)) // category of lead 5 to 3
        {
            var behind = BehindMeasure(c);
            if (IsOfItsOwn(cursor, behind))
            {
                return;
            }

            for (var n = isRange ? last + 1 : number; n <= number && leads.Count < LongestList; n++)
            {
                leads.Add(new(day, n));
            }

            last = number;
            cursor = behind;
        }
    }

    /// <summary>The next number, and whether the stretch up to it is meant; null when the list ends here.</summary>
    /// <param name="c">Then stands behind it.</param>
    private static int? Next(Cursor cursor, LocalDate? day, out Cursor c, out bool isRange)
    {
        c = cursor;
        c.Blank();
        var spaced = c.At > cursor.At && char.IsAsciiDigit(c.Here) && IsSpacedList(c); // 2 3 5号
        isRange = c.EatOne("到", "至", "-", "~", "to ") >= 0;
        var adjacent = c.Text[c.At - 1] == '号' && char.IsAsciiDigit(c.Here) && IsNumbered(c); // 1号3号5号
        if (!isRange && !adjacent && !spaced && c.EatOne("、", ",", "和", "及", "与", "跟", "同", "还有", "and ", "& ") < 0)
        {
            return null;
        }

        c.Blank();
        _ = c.EatWord("and");
        c.Blank();
        _ = c.Eat("第") || c.Eat("#") || (day is { } same && c.Eat($"{same.Month:00}{same.Day:00}-")); // 0915-01到0915-04
        return c.Number() is { } number && number != 0 && c.Here is not ('-' or '点' or '月' or '个' or '.' or '%') ? number : null;
    }

    private static Cursor BehindMeasure(Cursor c)
    {
        var tail = c;
        return tail.Eat("条") || (tail.Here == '号' && tail.Ahead(1) is not '线' && tail.Eat("号")) ? tail : c;
    }

    /// <summary>撤回1号，3号不要撤: behind a comma, something else may be said of the next number.</summary>
    private static bool IsOfItsOwn(Cursor before, Cursor behind)
        => before.Text.AsSpan(before.At, 1) is "," && (HasOwnClause(behind) || (before.Text[before.At - 1] is '条' or '号' && behind.Text[behind.At - 1] is '条' or '号'));

    private static bool HasOwnClause(Cursor c)
    {
        c.Blank();
        _ = c.EatOne("就", "先", "的");
        c.Blank();
        return c.EatOne(OwnClauses) >= 0;
    }

    private static bool IsSpacedList(Cursor c)
    {
        for (var n = 0; n < LongestSpacedList && c.Latin(2) is > 0; n++)
        {
            if (c.Here is '号' or '条')
            {
                return true;
            }

            c.Blank();
        }

        return false;
    }

    private static bool IsNumbered(Cursor c) => c.Number() is > 0 && c.Here == '号';
}
