using OfficerBot.Documents.Packages;

namespace OfficerBot.Documents.Papers;

/// <summary>附件说明 and 版记.</summary>
internal static class DocxFoot
{
    /// <summary>One cell of 三号 and of 四号, twips.</summary>
    private const int Cell3 = 315;
    private const int Cell4 = 280;

    private const string ThickRule = "8";
    private const string ThinRule = "6";

    public static void Write(WordXml word, Paper paper)
    {
        if (paper.Attachments is { Names.Count: > 0 } attachments)
        {
            WriteAttachments(word, attachments, keep: paper.Closing is not null);
        }

        if (paper.Closing is not null)
        {
            WriteClosing(word, paper.Closing);
        }
    }

    private static void WriteAttachments(WordXml word, AttachmentList list, bool keep)
    {
        word.Paragraph("Body", "", () => word.Empty("keepNext"));
        var label = (int)(TextCells.Count(list.Label) * Cell3);
        var number = list.Names.Count switch { 1 => 0, < 10 => Cell3, _ => Cell3 * 3 / 2 };
        for (var i = 0; i < list.Names.Count; i++)
        {
            var isLast = i == list.Names.Count - 1;
            var text = (i == 0 ? list.Label : "") + (number == 0 ? "" : $"{i + 1}.\t") + list.Names[i];
            var hanging = number + (i == 0 ? label : 0);
            word.Paragraph("Attachment", text, () => WriteAttachment(word, keep || !isLast, 2 * Cell3 + label + number, hanging));
        }
    }

    /// <summary>
    /// A floating table that lies on the last line of the last page's text area, the rules 0.35 and 0.25 mm (eighths of a point). It belongs
    /// to the paragraph after it, one point high, so that it stays on the page where the text ends whenever it fits there. LibreOffice
    /// does not float a table of the full width: there it stands right under the text.
    /// </summary>
    private static void WriteClosing(WordXml word, Closing closing)
    {
        word.Paragraph("AfterTable", "", () => word.Empty("keepNext"));
        word.Open("tbl");
        word.Open("tblPr");
        word.Empty("tblpPr", ("leftFromText", "0"), ("rightFromText", "0"), ("topFromText", "280"), ("vertAnchor", "margin"), ("horzAnchor", "margin"), ("tblpXSpec", "left"), ("tblpYSpec", "bottom"));
        word.Value("tblOverlap", "never");
        word.Width("tblW", DocxTable.TextWidth);
        word.Value("tblLayout", "fixed", "type");
        word.Close();
        word.Open("tblGrid");
        word.Value("gridCol", DocxTable.TextWidth.ToString(CultureInfo.InvariantCulture), "w");
        word.Close();
        if (closing.Lines.Count > 0)
        {
            WriteCell(word, ThickRule, ThinRule, () => WriteLines(word, closing.Lines));
        }

        WriteCell(word, closing.Lines.Count > 0 ? ThinRule : ThickRule, ThickRule, () => WritePrinted(word, closing));
        word.Close();
        word.Paragraph("Anchor", "");
    }

    private static void WriteLines(WordXml word, IReadOnlyList<string> lines)
    {
        foreach (var line in lines)
        {
            var hanging = (line.IndexOf('：') is var colon and >= 0 and < 6 ? colon + 1 : 0) * Cell4;
            word.Paragraph("ClosingLine", line, () => WriteIndent(word, Cell4 + hanging, hanging));
        }
    }

    private static void WritePrinted(WordXml word, Closing closing) =>
        word.Paragraph("ClosingLine", closing.Issuer + "\t" + closing.PrintedOn, () =>
        {
            word.Open("tabs");
            word.Empty("tab", ("val", "right"), ("pos", (DocxTable.TextWidth - Cell4).ToString(CultureInfo.InvariantCulture)));
            word.Close();
        });

    private static void WriteCell(WordXml word, string top, string bottom, Action content)
    {
        word.Open("tr");
        word.Open("trPr");
        word.Empty("cantSplit");
        word.Close();
        word.Open("tc");
        word.Open("tcPr");
        word.Width("tcW", DocxTable.TextWidth);
        word.Open("tcBorders");
        word.Empty("top", ("val", "single"), ("sz", top), ("space", "0"), ("color", "000000"));
        word.Empty("bottom", ("val", "single"), ("sz", bottom), ("space", "0"), ("color", "000000"));
        word.Close();
        word.Close();
        content();
        word.Close();
        word.Close();
    }

    private static void WriteAttachment(WordXml word, bool keep, int left, int hanging)
    {
        if (keep)
        {
            word.Empty("keepNext");
        }

        WriteIndent(word, left, hanging);
    }

    private static void WriteIndent(WordXml word, int left, int hanging) =>
        word.Empty("ind", ("left", left.ToString(CultureInfo.InvariantCulture)), ("hanging", hanging.ToString(CultureInfo.InvariantCulture)));
}
