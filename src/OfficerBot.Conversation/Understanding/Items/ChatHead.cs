using NodaTime;

namespace OfficerBot.Conversation.Understanding.Items;

/// <summary>Reads the head line of one message in a chat record.</summary>
internal static class ChatHead
{
    private const int LongestName = 24;

    /// <summary>A line that is only a date (— 2020年9月16日 —, 9月16日 星期三), or null.</summary>
    public static LocalDate? DateLine(string line, int year)
    {
        var words = line.Trim('-', '—', ' ', '=', '·');
        return words.Length is > 3 and < 24 && EatDate(ref words, year) is { } date && Leftover(words) ? date : null;
    }

    /// <summary>The head: sender, time, date, and what stands behind a colon on the same line; null when the line is text.</summary>
    /// <param name="untimed">Heads without a time (name:) count too.</param>
    public static ChatLine? Read(string line, int year, bool untimed)
        => line.Length == 0 ? null : DateFirst(line, year) ?? NameFirst(line, year) ?? (untimed ? NameAlone(line) : null);

    private static bool Leftover(string words)
    {
        var rest = words.Trim(' ', '\t', '(', ')', '（', '）', ',');
        return rest.Length == 0 || (rest.Length == 3 && (rest.StartsWith("星期", StringComparison.Ordinal) || rest.StartsWith("礼拜", StringComparison.Ordinal))) || (rest.Length == 2 && rest[0] == '周');
    }

    /// <summary>2020-09-16 09:12 name, 09:12 name.</summary>
    private static ChatLine? DateFirst(string line, int year)
    {
        var rest = line.TrimStart('[', '【', '(');
        var date = EatDate(ref rest, year);
        if (EatTime(ref rest) is not { } time)
        {
            return null;
        }

        rest = rest.TrimStart(']', '】', ')', ' ', '\t', '-');
        var (name, text) = NameAndText(rest);
        return name.Length == 0 ? null : new(name, time, date, text);
    }

    /// <summary>name 09:12, name 9/16 09:12:33, name(09:12): text.</summary>
    private static ChatLine? NameFirst(string line, int year)
    {
        for (var cut = 1; cut <= Math.Min(LongestName, line.Length - 1); cut++)
        {
            if (line[cut - 1] is not (' ' or '\t' or '(' or '（' or ',' or '，' or '\u3000' or '\u00a0' or '[' or '@'))
            {
                continue;
            }

            var rest = line[cut..].TrimStart();
            var date = EatDate(ref rest, year);
            var weekday = rest.TrimStart();
            rest = weekday.Length > 3 && weekday.StartsWith("星期", StringComparison.Ordinal) ? weekday[3..] : weekday;
            if (EatTime(ref rest) is { } time && IsName(line[..(cut - 1)].Trim()))
            {
                var text = rest.TrimStart(' ', ')', '）', ']', '\t').TrimStart(':', '：', ',', '，').Trim();
                return new(line[..(cut - 1)].Trim(), time, date, text);
            }
        }

        return null;
    }

    /// <summary>name: — with the text below, or behind it when the name is short.</summary>
    private static ChatLine? NameAlone(string line)
    {
        var colon = line.IndexOfAny([':', '：']);
        if (colon is < 2 or > 12 || !IsName(line[..colon]))
        {
            return null;
        }

        return new(line[..colon].Trim(), null, null, line[(colon + 1)..].Trim());
    }

    private static (string Name, string Text) NameAndText(string rest)
    {
        var colon = rest.IndexOfAny([':', '：']);
        var (name, text) = colon > 0 && colon <= LongestName ? (rest[..colon].Trim(), rest[(colon + 1)..].Trim()) : (rest.Trim(), "");
        return IsName(name) ? (name, text) : ("", "");
    }

    private static bool IsName(string name)
        => name.Length is >= 1 and <= LongestName && name.Any(c => char.IsLetter(c)) && name.IndexOfAny(['。', '，', ',', '；', '！', '？', '?', '!', '：', ':', '《', '“', '、']) < 0
            && !name.All(char.IsAsciiDigit);

    private static LocalTime? EatTime(ref string text)
    {
        var rest = text.TrimStart();
        var afternoon = rest.StartsWith("下午", StringComparison.Ordinal) || rest.StartsWith("晚上", StringComparison.Ordinal);
        if (afternoon || rest.StartsWith("上午", StringComparison.Ordinal) || rest.StartsWith("早上", StringComparison.Ordinal) || rest.StartsWith("中午", StringComparison.Ordinal))
        {
            rest = rest[2..];
        }

        var numbers = Numbers(rest, ":：", out var length);
        if (numbers is not [>= 0 and < 24, >= 0 and < 60, ..] || (numbers.Count > 2 && numbers[2] > 59) || numbers.Count > 3)
        {
            return null;
        }

        text = rest[length..];
        return new(afternoon && numbers[0] < 12 ? numbers[0] + 12 : numbers[0], numbers[1], numbers.Count > 2 ? numbers[2] : 0);
    }

    private static LocalDate? EatDate(ref string text, int year)
    {
        var rest = text.TrimStart();
        var numbers = Numbers(rest, "-/.年月", out var length);
        var parts = numbers.Count == 2 ? [year, .. numbers] : numbers;
        if (parts is not [>= 1900 and <= 2100, >= 1 and <= 12, >= 1 and <= 31] || parts[2] > CalendarSystem.Iso.GetDaysInMonth(parts[0], parts[1]))
        {
            return null;
        }

        text = rest[length..].TrimStart('日', '号', ' ', '\t');
        return new(parts[0], parts[1], parts[2]);
    }

    private static List<int> Numbers(string text, string separators, out int length)
    {
        var numbers = new List<int>();
        var at = 0;
        length = 0;
        while (numbers.Count < 4)
        {
            var start = at;
            while (at < text.Length && at - start < 5 && char.IsAsciiDigit(text[at]))
            {
                at++;
            }

            if (at == start)
            {
                break;
            }

            numbers.Add(int.Parse(text.AsSpan(start, at - start)));
            length = at;
            if (at >= text.Length || !separators.Contains(text[at], StringComparison.Ordinal))
            {
                break;
            }

            at++;
        }

        return numbers;
    }
}
