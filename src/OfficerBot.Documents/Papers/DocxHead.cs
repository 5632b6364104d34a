using OfficerBot.Documents.Packages;

namespace OfficerBot.Documents.Papers;

/// <summary>Everything from the confidentiality mark to the period line.</summary>
internal static class DocxHead
{
    /// <summary>Width of the text area in points.</summary>
    private const double TextWidth = 442;

    public static void Write(WordXml word, Paper paper)
    {
        var head = paper.Masthead;
        word.Paragraph("Mark", head.Mark ?? "");
        WriteName(word, head.Name);
        if (head.IssueLine is not null)
        {
            word.Paragraph("IssueLine", head.IssueLine);
        }

        word.Paragraph("IssuerLine", head.Issuer + "\t" + head.Date);
        word.Paragraph("RedRule", "");
        word.Paragraph("IssueLine", "");
        word.Paragraph("IssueLine", "");
        word.Paragraph("PaperTitle", string.Join('\n', TitleLines.Break(paper.Title)));

        if (paper.Period is not null)
        {
            word.Paragraph("Period", paper.Period);
        }

        word.Paragraph("Body", "");
    }

    /// <summary>48 pt where it fits, smaller for a long name, spread over at most four fifths of the line; the last character carries no gap.</summary>
    private static void WriteName(WordXml word, string name)
    {
        var cells = Math.Max(1, TextCells.Count(name));
        var size = Math.Clamp(Math.Floor(TextWidth / cells / 1.1), 22, 48);
        var gap = cells < 2 ? 0 : Math.Clamp((TextWidth * 0.8 - cells * size) / (cells - 1), 0, 18);
        var last = name.Length > 1 && char.IsLowSurrogate(name[^1]) ? name.Length - 2 : Math.Max(0, name.Length - 1);
        word.OpenParagraph("RedName");
        word.Run(name[..last], look: () => WriteLook(word, gap, size));
        word.Run(name[last..], look: () => WriteLook(word, 0, size));
        word.Close();
    }

    /// <summary>Points in; Word counts spacing in twentieths and size in halves of a point.</summary>
    private static void WriteLook(WordXml word, double gap, double size)
    {
        word.Value("spacing", ((int)(gap * 20)).ToString(CultureInfo.InvariantCulture));
        word.Value("sz", ((int)(size * 2)).ToString(CultureInfo.InvariantCulture));
        word.Value("szCs", ((int)(size * 2)).ToString(CultureInfo.InvariantCulture));
    }
}
