namespace OfficerBot.Conversation.Understanding.Matching;

/// <summary>Tidies words that a capture took: outer punctuation and the small words that hang on.</summary>
internal static class CapturedWords
{
    private static readonly char[] Outer =
    [
        ' ', '，', '。', '、', '：', ':', ',', '“', '”', '"', '「', '」', '《', '》', '.', '!', '！', '?', '？', '\n', '；', ';', '\'', '-', '—', '(', ')', '（', '）', '～', '~',
    ];

    private static readonly string[] Leading = ["了", "的", "请", "the ", "a ", "an ", "this ", "that "];
    private static readonly string[] Trailing = ["吧", "哈", "哦", "谢谢", "那个", "这个", "那项", "该", "的", "这项", "了", " please"];

    /// <summary>A new text as typed, outer punctuation and closing politeness aside.</summary>
    public static string AsTyped(string words)
    {
        var tidy = words.Trim(Outer);
        foreach (var word in new[] { "谢谢", "吧", "哈", " please", " thanks" })
        {
            tidy = tidy.Length > word.Length && tidy.EndsWith(word, StringComparison.OrdinalIgnoreCase) ? tidy[..^word.Length].TrimEnd(Outer) : tidy;
        }

        return tidy;
    }

    /// <summary>The words that remain; may be empty.</summary>
    public static string Tidy(string words)
    {
        var tidy = words.Trim(Outer);
        foreach (var word in Leading)
        {
            tidy = tidy.Length > word.Length && tidy.StartsWith(word, StringComparison.OrdinalIgnoreCase) ? tidy[word.Length..].TrimStart(Outer) : tidy;
        }

        foreach (var word in Trailing)
        {
            tidy = tidy.Length > word.Length && tidy.EndsWith(word, StringComparison.OrdinalIgnoreCase) ? tidy[..^word.Length].TrimEnd(Outer) : tidy;
        }

        return tidy;
    }
}
