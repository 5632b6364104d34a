using OfficerBot.Conversation.Understanding.Scan;

namespace OfficerBot.Conversation.Understanding.Matching;

/// <summary>How urgent a piece of public opinion is: by its words, unless they are denied (还没上热搜), and by how many have seen it (12万, 200k: from 100,000).</summary>
internal static class Spread
{
    private const double Wide = 100_000;

    /// <summary>The slots with the urgency.</summary>
    public static Slots Complete(Slots slots, Reading reading)
    {
        var words = reading.Content.Values["urgency"].Where(v => v.Value == "urgent").SelectMany(v => reading.Hits[v.Class]);
        var urgent = words.Any(h => !IsDenied(reading, h)) || IsWide(reading.Text);
        return slots with { Other = new Dictionary<string, string>(slots.Other) { ["urgency"] = urgent ? "urgent" : "normal" } };
    }

    private static bool IsDenied(Reading reading, Hit hit) => reading.Content.Spots.Denials.Before(reading.Text.AsSpan(0, hit.Start).TrimEnd(' ')) > 0;

    private static bool IsWide(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var digit = char.IsAsciiDigit(text[i]);
            if ((digit && i > 0 && (char.IsAsciiDigit(text[i - 1]) || text[i - 1] is '.' or ',')) || (!digit && text[i] is not ('十' or '几' or '百')))
            {
                continue;
            }

            if (Amount(text, i) >= Wide)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>12万, 十几万, 几十万, 100,000, 200k, 1.5 million; 0 for anything else.</summary>
    private static double Amount(string text, int at)
    {
        var end = at;
        if (!char.IsAsciiDigit(text[at]))
        {
            while (end < text.Length && text[end] is '十' or '几' or '百' or '多')
            {
                end++;
            }

            return end < text.Length && text[end] == '万' && text.AsSpan(at, end - at).ContainsAny('十', '百') ? Wide : 0;
        }

        while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] is '.' or ',' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
        {
            end++;
        }

        if (!double.TryParse(text.AsSpan(at, end - at), System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out var figure) || end - at > 9)
        {
            return 0;
        }

        var rest = text.AsSpan(end).TrimStart(" 多余+");
        return rest.StartsWith("万") ? figure * 10_000 : rest.StartsWith("亿") ? figure * 100_000_000 : rest.StartsWith("million") ? figure * 1_000_000
            : rest.StartsWith("k") && (rest.Length == 1 || !char.IsAsciiLetter(rest[1])) ? figure * 1_000 : figure;
    }
}
