using OfficerBot.Conversation.Understanding.Content;
using OfficerBot.Conversation.Understanding.Dates;

namespace OfficerBot.Conversation.Understanding.Matching;

/// <summary>How many places of a ranking are asked for: 垫底的三家, 后四名, bottom 6 towns.</summary>
internal static class Ranks
{
    private static readonly string[] FromTop =
    [
        "前", "哪", "最多的", "最高的", "最好的", "靠前的", "领先的", "排名前", "排前", "往前数", "which ", "top ", "best ", "first ", "leading ", "highest ", "upper ", "strongest ",
    ];

    private static readonly string[] FromBottom =
    [
        "后", "末", "倒数", "倒数前", "垫底", "垫底的", "最少的", "最低的", "最差的", "最后", "最后的", "靠后的", "落后的", "前数", "后数", "面数", "着数", "过来数", "尾巴数", "末尾数",
        "bottom ", "worst ", "last ", "lowest ", "lower ", "weakest ",
    ];

    /// <summary>The slots with the number of places, where one is said.</summary>
    public static Slots Complete(Slots slots, Reading reading)
    {
        foreach (var hit in reading.Hits[Entity.Number])
        {
            var next = hit.End < reading.Text.Length ? reading.Text[hit.End] : '家';
            if (next is '家' or '名' or '个' or '位' or '强' or ' ' or '的' or '?' && new Cursor(reading.Text, hit.Start).Number() is > 0 and var number)
            {
                var bottom = Follows(FromBottom, reading.Text, hit.Start);
                if (bottom || Follows(FromTop, reading.Text, hit.Start))
                {
                    return With(slots, number, bottom);
                }
            }
        }

        return slots;
    }

    private static Slots With(Slots slots, int number, bool bottom)
    {
        var other = new Dictionary<string, string>(slots.Other) { ["top"] = number.ToString(System.Globalization.CultureInfo.InvariantCulture) };
        if (bottom)
        {
            other["order"] = "asc";
        }

        return slots with { Other = other };
    }

    private static bool Follows(string[] words, string text, int at)
    {
        foreach (var word in words)
        {
            if (text.AsSpan(0, at).EndsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
