namespace OfficerBot.Conversation.Understanding;

/// <summary>Takes off what a message quotes: 「…」 with a line of dashes below, or 回复 @x：.</summary>
internal static class QuoteBlock
{
    /// <summary>What is quoted, without the name before it; null when nothing is.</summary>
    public static string? Quoted(string text)
    {
        var trimmed = text.TrimStart();
        if (!trimmed.StartsWith('「') || trimmed.IndexOf('」', StringComparison.Ordinal) is not (> 1 and var close) || ReferenceEquals(Strip(text), text))
        {
            return null;
        }

        var quoted = trimmed[1..close];
        var colon = quoted.IndexOfAny(['：', ':']);
        return colon is > 0 and <= 20 ? quoted[(colon + 1)..].Trim() : quoted.Trim();
    }

    /// <summary>The name before what is quoted; null when nothing is quoted or no name stands there.</summary>
    public static string? Who(string text)
    {
        var trimmed = text.TrimStart();
        return Quoted(text) is not null && trimmed.IndexOfAny(['：', ':']) is > 1 and <= 21 and var colon ? trimmed[1..colon].Trim() : null;
    }

    /// <summary>The message without its quote.</summary>
    public static string Strip(string text)
    {
        var trimmed = text.TrimStart();
        if (trimmed.StartsWith('「') && trimmed.IndexOf('」', StringComparison.Ordinal) is > 0 and var close)
        {
            var rest = trimmed[(close + 1)..].TrimStart('\n', '\r', '-', ' ', '—', '–', '·');
            return rest.Length > 0 ? rest : text;
        }

        return text;
    }
}
