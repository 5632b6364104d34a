using OfficerBot.Documents.Packages;

namespace OfficerBot.Documents.Sheets;

/// <summary>Names of tabs as Excel allows them: 31 characters, none of []:*?/\, no apostrophe at either end, each once.</summary>
internal static class SheetNames
{
    private const int Longest = 31;

    public static IReadOnlyList<string> Allowed(IEnumerable<string> names)
    {
        var allowed = new List<string>();
        foreach (var name in names)
        {
            allowed.Add(Unique(Clean(name, allowed.Count + 1), allowed));
        }

        return allowed;
    }

    private static string Clean(string name, int position)
    {
        var clean = LegalText.OneLine(name);
        foreach (var c in "[]:*?/\\")
        {
            clean = clean.Replace(c, '-');
        }

        clean = LegalText.Cut(clean.Trim('\'', ' '), Longest).TrimEnd('\'', ' ');
        return clean.Length == 0 ? "Sheet" + position : clean;
    }

    private static string Unique(string name, List<string> taken)
    {
        var unique = name;
        for (var n = 2; taken.Contains(unique, StringComparer.OrdinalIgnoreCase); n++)
        {
            var suffix = $"({n})";
            unique = LegalText.Cut(name, Longest - suffix.Length) + suffix;
        }

        return unique;
    }
}
