using NodaTime;

namespace OfficerBot.Conversation.Replies;

/// <summary>The short spelling of a length of time in contracts, samples, notices and stored values: <c>48m</c>, <c>1h28m</c>, <c>2d</c>, <c>30s</c>.</summary>
public static class SpanText
{
    private static readonly (char Letter, long Seconds)[] Units = [('d', 86_400), ('h', 3_600), ('m', 60), ('s', 1)];

    /// <summary>Writes it; parts of a second are left out.</summary>
    public static string Format(Duration span)
    {
        var rest = (long)span.TotalSeconds;
        var text = "";
        foreach (var (letter, seconds) in Units)
        {
            text += rest / seconds == 0 ? "" : $"{rest / seconds}{letter}";
            rest %= seconds;
        }

        return text.Length == 0 ? "0s" : text;
    }

    /// <summary>Reads it; null when it is spelt otherwise.</summary>
    public static Duration? Parse(string text)
    {
        long total = 0;
        var digits = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                continue;
            }

            var unit = Units.FirstOrDefault(u => u.Letter == text[i]);
            if (unit.Seconds == 0 || !long.TryParse(text.AsSpan(digits, i - digits), NumberStyles.None, CultureInfo.InvariantCulture, out var amount))
            {
                return null;
            }

            total += amount * unit.Seconds;
            digits = i + 1;
        }

        return text.Length > 0 && digits == text.Length ? Duration.FromSeconds(total) : null;
    }
}
