namespace OfficerBot.Documents.Papers;

/// <summary>
/// A table of the text area's width. The caption is its first row, without borders and repeated with the header, because keepNext does
/// not hold a caption to its table in LibreOffice (measured: orphaned captions); a small table is kept whole on one page.
/// </summary>
internal sealed class DocxTable(WordXml word, DocxResources resources, Table table)
{
    /// <summary>Width of the text area in twips.</summary>
    public const int TextWidth = 8845;

    private const int WholeOnOnePage = 15;

    private readonly int[] widths = Share(table.Columns);

    public void Write()
    {
        word.Open("tbl");
        WriteProperties();
        if (table.Caption.Length > 0)
        {
            WriteCaption();
        }

        WriteRow(TableRow.Of([.. table.Columns.Select(column => column.Header)]), "TableHead", isHeader: true, keep: true);
        var body = table.Rows.Count + (table.Total is null ? 0 : 1);
        for (var i = 0; i < body; i++)
        {
            var isTotal = i == table.Rows.Count;
            var keep = i < body - 1 && (body <= WholeOnOnePage || i == 0 || i == body - 2);
            WriteRow(isTotal ? table.Total! : table.Rows[i], isTotal ? "TableTotal" : "TableCell", isHeader: false, keep);
        }

        word.Close();
        // Two tables in a row would grow together without a paragraph between them.
        word.Paragraph("AfterTable", "");
    }

    /// <summary>Widths in twips by weight; the last column takes what rounding leaves.</summary>
    private static int[] Share(IReadOnlyList<TableColumn> columns)
    {
        var total = columns.Sum(column => (long)Math.Max(1, column.Weight));
        var shares = columns.Select(column => (int)(TextWidth * (long)Math.Max(1, column.Weight) / total)).ToArray();
        shares[^1] += TextWidth - shares.Sum();
        return shares;
    }

    private void WriteProperties()
    {
        word.Open("tblPr");
        word.Width("tblW", TextWidth);
        word.Value("jc", "center");
        WriteBorders();
        word.Value("tblLayout", "fixed", "type");
        word.Open("tblCellMar");
        foreach (var side in (ReadOnlySpan<string>)["left", "right"])
        {
            word.Width(side, 100);
        }

        word.Close();
        word.Close();
        word.Open("tblGrid");
        foreach (var width in widths)
        {
            word.Value("gridCol", width.ToString(CultureInfo.InvariantCulture), "w");
        }

        word.Close();
    }

    private void WriteBorders()
    {
        word.Open("tblBorders");
        foreach (var side in (ReadOnlySpan<string>)["top", "left", "bottom", "right", "insideH", "insideV"])
        {
            word.Empty(side, ("val", "single"), ("sz", "4"), ("space", "0"), ("color", "000000"));
        }

        word.Close();
    }

    private void WriteCaption()
    {
        word.Open("tr");
        WriteRowProperties(isHeader: true);
        word.Open("tc");
        word.Open("tcPr");
        word.Width("tcW", TextWidth);
        word.Value("gridSpan", widths.Length.ToString(CultureInfo.InvariantCulture));
        word.Open("tcBorders");
        foreach (var side in (ReadOnlySpan<string>)["top", "left", "right"])
        {
            word.Value(side, "nil");
        }

        word.Close();
        word.Close();
        word.Paragraph("TableCaption", table.Caption);
        word.Close();
        word.Close();
    }

    private void WriteRow(TableRow row, string style, bool isHeader, bool keep)
    {
        word.Open("tr");
        WriteRowProperties(isHeader);
        for (var i = 0; i < widths.Length; i++)
        {
            WriteCell(i, row.Cells[i], style, isHeader, keep);
        }

        word.Close();
    }

    private void WriteRowProperties(bool isHeader)
    {
        word.Open("trPr");
        word.Empty("cantSplit");
        if (isHeader)
        {
            word.Empty("tblHeader");
        }

        word.Close();
    }

    private void WriteCell(int column, TableCell cell, string style, bool isHeader, bool keep)
    {
        word.Open("tc");
        word.Open("tcPr");
        word.Width("tcW", widths[column]);
        if (isHeader)
        {
            word.Empty("shd", ("val", "clear"), ("color", "auto"), ("fill", "F2F2F2"));
        }

        word.Value("vAlign", "center");
        word.Close();
        word.OpenParagraph(style, () => WriteCellProperties(isHeader ? CellAlignment.Center : table.Columns[column].Alignment, keep));
        WriteCellText(cell);
        word.Close();
        word.Close();
    }

    private void WriteCellProperties(CellAlignment alignment, bool keep)
    {
        if (keep)
        {
            word.Empty("keepNext");
        }

        word.Value("jc", alignment switch { CellAlignment.Left => "left", CellAlignment.Right => "right", _ => "center" });
    }

    private void WriteCellText(TableCell cell)
    {
        if (resources.AddLink(cell.Link) is not { } id)
        {
            word.Run(cell.Text);
            return;
        }

        word.Open("hyperlink");
        word.Xml.WriteAttributeString("r", "id", WordXml.Relation, id);
        word.Run(cell.Text, "Hyperlink");
        word.Close();
    }
}
