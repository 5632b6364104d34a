using OfficerBot.Conversation.Understanding.Content;
using OfficerBot.Conversation.Understanding.Dates;

namespace OfficerBot.Conversation.Understanding.Matching;

/// <summary>How many places of a ranking are asked for: 垫底的三家, 后四名, bottom 6 towns.</summary>
internal static class Ranks
{
    /// <summary>The slots with the number of places, where one is said.</summary>
    public static Slots Complete(Slots slots, Reading reading)
    {
        foreach (var hit in reading.Hits[Entity.Number])
        {
            var next = hit.End < reading.Text.Length ? reading.Text[hit.End] : '家';
            if (next is '家' or '名' or '个' or '位' or '强' or ' ' or '的' or '?' && new Cursor(reading.Text, hit.Start).Number() is > 0 and var number)
            {
                var before = reading.Text.AsSpan(0, hit.Start).TrimEnd(' ');
                var bottom = reading.Content.Spots.FromBottom.Before(before) > 0;
                if (bottom || reading.Content.Spots.FromTop.Before(before) > 0)
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
}
