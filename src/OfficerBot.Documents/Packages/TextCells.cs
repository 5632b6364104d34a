namespace OfficerBot.Documents.Packages;

/// <summary>Width of text in cells of the page's grid: one hanzi is one cell, a Latin letter or digit half of one.</summary>
internal static class TextCells
{
    public static double Count(ReadOnlySpan<char> text)
    {
        var halves = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            halves += rune.Value < 0x2000 ? 1 : 2;
        }

        return halves / 2.0;
    }
}
