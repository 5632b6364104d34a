namespace OfficerBot.Conversation.Understanding;

/// <summary>Takes off what a message quotes: 「…」 with a line of dashes below, or 回复 @x：.</summary>
internal static class QuoteBlock
{
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
