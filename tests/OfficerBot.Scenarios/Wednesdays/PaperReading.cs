using System.Text.RegularExpressions;
using OfficerBot.Tests.Documents;

namespace OfficerBot.Scenarios.Wednesdays;

/// <summary>A paper as the office suite reads it.</summary>
internal static partial class PaperReading
{
    /// <summary>The words of a .docx, printed by LibreOffice and read off the page; white space is left out, since lines break where the page ends.</summary>
    public static async Task<string> TextAsync(byte[] docx)
    {
        using var suite = new LibreOffice();
        var file = suite.Add("paper.docx", docx);
        await suite.ConvertAsync("pdf", file);
        return string.Concat((await LibreOffice.TextAsync(Path.ChangeExtension(file, ".pdf"))).Where(c => !char.IsWhiteSpace(c)));
    }

    /// <summary>Every lead number in it, once.</summary>
    public static IReadOnlyList<string> LeadNumbers(string text) => [.. Number().Matches(text).Select(m => m.Value).Distinct()];

    [GeneratedRegex("0916-[0-9]{2}")]
    private static partial Regex Number();
}
