namespace OfficerBot.Domain.Papers;

/// <summary>File names that every mail client shows whole and every system keeps.</summary>
public static class PaperNames
{
    /// <summary>Longest name without extension, in widths of a hanzi; a letter or digit is half of one (mail-and-documents.md c5).</summary>
    public const int Most = 20;

    /// <summary>A name made with a unit's short name, which is shortened when the whole would be too long.</summary>
    /// <param name="make">Makes the name from the unit's name.</param>
    public static string Fit(Func<string, string> make, string unit)
    {
        var name = Clean(make(unit));
        while (Width(name) > 2 * Most && unit.Length > 2)
        {
            unit = unit[..^1];
            name = Clean(make(unit));
        }

        return Width(name) <= 2 * Most ? name : name[..Most];
    }

    private static int Width(string name) => name.Sum(c => c < 128 ? 1 : 2);

    private static string Clean(string name) => string.Concat(name.Where(IsSafe));

    // Also refused: the marks that turn the direction of text, which can hide an extension.
    private static bool IsSafe(char c) => !char.IsControl(c) && !char.IsSurrogate(c) && !"\\/:*?\"<>|".Contains(c, StringComparison.Ordinal)
        && c is not ((>= '\u200b' and <= '\u200f') or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069'));
}
