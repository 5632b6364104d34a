namespace OfficerBot.Storage.Books;

/// <summary>Short lists in one text column, an entry a line.</summary>
internal static class Lines
{
    public static string Join(IEnumerable<string> entries) => string.Join('\n', entries.Select(e => e.Replace('\n', ' ')));

    public static IReadOnlyList<string> Split(string text) => text.Length == 0 ? [] : text.Split('\n');
}
