namespace OfficerBot.Documents.Papers;

/// <summary>How an item's title leads into its text, the same in the preview and in the file.</summary>
internal static class ItemText
{
    /// <summary>The title, closed with a full stop when text follows and it does not end in punctuation of its own.</summary>
    public static string Lead(string title, bool textFollows) =>
        !textFollows || title.Length == 0 || "。！？：；.!?:;".Contains(title[^1], StringComparison.Ordinal) ? title : title + "。";
}
