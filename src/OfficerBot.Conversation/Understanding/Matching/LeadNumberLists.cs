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
        for (var last = leads[^1].Sequence; ;)
        {
            var c = cursor;
            c.Blank();
            var spaced = c.At > cursor.At && char.IsAsciiDigit(c.Here) && IsSpacedList(c); // 2 3 5号
            var range = c.EatOne("到", "至", "-", "~", "to ") >= 0;
            var adjacent = c.Text[c.At - 1] == '号' && char.IsAsciiDigit(c.Here) && IsNumbered(c); // 1号3号5号
            if (!range && !adjacent && !spaced && c.EatOne("、", ",", "和", "及", "与", "跟", "同", "还有", "and ", "& ") < 0)
            {
                return;
            }

            c.Blank();
            _ = c.EatWord("and");
            c.Blank();
            _ = c.Eat("第") || c.Eat("#") || (day is { } same && c.Eat($"{same.Month:00}{same.Day:00}-")); // 0915-01到0915-04
            if (c.Number() is not { } number || number == 0 || c.Here is '-' or '点' or '月' or '个' or '.' or '%')
            {
                return;
            }

            if (range && number <= last)
            {
                return; // category of lead 5 to 3
            }

            var before = leads.Count;
            for (var n = range && number > last ? last + 1 : number; n <= number && leads.Count < LongestList; n++)
            {
                leads.Add(new(day, n));
            }

            var tail = c;
            if (tail.Eat("条") || (tail.Here == '号' && tail.Ahead(1) is not '线' && tail.Eat("号")))
            {
                c = tail;
            }

            if (c.Text.AsSpan(cursor.At, 1) is "," && (HasOwnClause(c) || (c.Text[cursor.At - 1] is '条' or '号' && c.Text[c.At - 1] is '条' or '号')))
            {
                leads.RemoveRange(before, leads.Count - before);
                return; // 撤回1号，3号不要撤: something else may be said of it
            }

            last = number;
            cursor = c;
        }
    }

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
