using OfficerBot.Conversation.Understanding.Content;
using OfficerBot.Conversation.Understanding.Dates;

namespace OfficerBot.Conversation.Understanding.Matching;

/// <summary>How many places of a ranking are asked for: 垫底的三家, 后四名, bottom 6 towns.</summary>
internal static class Ranks
{
    private static readonly string[] Before =
    [
        "前", "哪", "后", "末", "倒数", "垫底", "垫底的", "最多的", "最少的", "最高的", "最低的", "最好的", "最差的", "最后", "最后的", "靠前的", "靠后的", "领先的", "落后的", "排名前", "排前",
        "which ", "top ", "bottom ", "best ", "worst ", "first ", "last ", "leading ", "lowest ", "highest ",
    ];

    /// <summary>The slots with the number of places, where one is said.</summary>
    public static Slots Complete(Slots slots, Reading reading)
    {
        foreach (var hit in reading.Hits[Entity.Number])
        {
            var next = hit.End < reading.Text.Length ? reading.Text[hit.End] : '家';
            if (next is '家' or '名' or '个' or '位' or '强' or ' ' or '的' or '?' && Follows(reading.Text, hit.Start) && new Cursor(reading.Text, hit.Start).Number() is > 0 and var number)
            {
                return slots with { Other = new Dictionary<string, string>(slots.Other) { ["top"] = number.ToString(System.Globalization.CultureInfo.InvariantCulture) } };
            }
        }

        return slots;
    }

    private static bool Follows(string text, int at)
    {
        foreach (var word in Before)
        {
            if (text.AsSpan(0, at).EndsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
