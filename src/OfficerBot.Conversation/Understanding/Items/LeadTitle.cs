namespace OfficerBot.Conversation.Understanding.Items;

/// <summary>The one-line title of a lead, taken from its text.</summary>
public static class LeadTitle
{
    /// <summary>Longest title, in characters.</summary>
    public const int Limit = 60;

    /// <summary>The 《title》 or first line when short, else the first sentence; cut at a comma where it is too long. Never longer than <see cref="Limit"/>.</summary>
    public static string From(string text)
    {
        var trimmed = text.Trim().TrimStart('，', '。', '、', '：', ':', ',').Trim();
        if (trimmed.StartsWith('《') && trimmed.IndexOf('》', StringComparison.Ordinal) is > 1 and var close && close <= Limit)
        {
            return trimmed[1..close];
        }

        var end = trimmed.IndexOfAny(['。', '！', '？', '\n', '\r', '；']);
        var point = trimmed.IndexOf(". ", StringComparison.Ordinal);
        end = point >= 0 && (end < 0 || point < end) ? point : end;
        var first = (end < 0 ? trimmed : trimmed[..end]).TrimEnd(' ', '.', '，', ',', '；');
        return first.Length <= Limit ? first : Shorten(first);
    }

    private static string Shorten(string sentence)
    {
        var comma = sentence.LastIndexOfAny(['，', ',', '；', '、'], Limit - 1);
        if (comma >= 10)
        {
            return sentence[..comma];
        }

        var cut = char.IsHighSurrogate(sentence[Limit - 2]) ? Limit - 2 : Limit - 1;
        return sentence[..cut] + "…";
    }
}
