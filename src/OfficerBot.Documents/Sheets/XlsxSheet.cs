using System.Xml;
using OfficerBot.Documents.Packages;

namespace OfficerBot.Documents.Sheets;

/// <summary>The part of one sheet, in the element order of CT_Worksheet.</summary>
internal sealed class XlsxSheet(XmlWriter xml, Sheet sheet)
{
    /// <summary>The title is row 1.</summary>
    public const int HeaderRow = 2;

    private readonly XlsxCells cells = new(xml);

    private readonly SheetWidths widths = new(sheet);

    private int LastRow => HeaderRow + sheet.Rows.Count;

    public static string FilterRange(Sheet sheet, bool absolute)
    {
        var (anchor, column) = (absolute ? "$" : "", XlsxCells.Letters(sheet.Columns.Count - 1));
        return $"{anchor}A{anchor}{HeaderRow}:{anchor}{column}{anchor}{HeaderRow + sheet.Rows.Count}";
    }

    public void Write(bool isFirst)
    {
        xml.WriteStartElement("worksheet", XlsxWriter.Main);
        xml.WriteStartElement("sheetPr");
        Empty("pageSetUpPr", ("fitToPage", "1"));
        xml.WriteEndElement();
        WriteView(isFirst);
        Empty("sheetFormatPr", ("defaultRowHeight", "18"));
        WriteColumns();
        WriteRows();
        Empty("autoFilter", ("ref", FilterRange(sheet, absolute: false)));
        WriteMerges();
        WritePage();
        xml.WriteEndElement();
    }

    private void WriteView(bool isFirst)
    {
        xml.WriteStartElement("sheetViews");
        xml.WriteStartElement("sheetView");
        xml.WriteAttributeString("showGridLines", "0");
        if (isFirst)
        {
            xml.WriteAttributeString("tabSelected", "1");
        }

        xml.WriteAttributeString("workbookViewId", "0");
        Empty("pane", ("ySplit", "2"), ("topLeftCell", "A3"), ("activePane", "bottomLeft"), ("state", "frozen"));
        Empty("selection", ("pane", "bottomLeft"), ("activeCell", "A3"), ("sqref", "A3"));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WriteColumns()
    {
        xml.WriteStartElement("cols");
        for (var i = 0; i < sheet.Columns.Count; i++)
        {
            var (number, width) = (XmlConvert.ToString(i + 1), XmlConvert.ToString(widths[i]));
            Empty("col", ("min", number), ("max", number), ("width", width), ("customWidth", "1"));
        }

        xml.WriteEndElement();
    }

    private void WriteRows()
    {
        xml.WriteStartElement("sheetData");
        WriteTextRow(1, sheet.Title, SheetStyle.Title, height: 33);
        OpenRow(HeaderRow, height: 24);
        for (var i = 0; i < sheet.Columns.Count; i++)
        {
            cells.Text(i, HeaderRow, sheet.Columns[i].Header, SheetStyle.Header);
        }

        xml.WriteEndElement();
        for (var row = 0; row < sheet.Rows.Count; row++)
        {
            OpenRow(HeaderRow + 1 + row, widths.Height(sheet.Rows[row]));
            var isCut = widths.IsCut(sheet.Rows[row]);
            for (var i = 0; i < sheet.Columns.Count; i++)
            {
                cells.Write((i, HeaderRow + 1 + row), sheet.Columns[i].Kind, sheet.Rows[row][i], isCut);
            }

            xml.WriteEndElement();
        }

        if (sheet.Note is not null)
        {
            WriteTextRow(LastRow + 2, sheet.Note, SheetStyle.Note, height: 20);
        }

        xml.WriteEndElement();
    }

    private void WriteTextRow(int row, string text, SheetStyle style, double height)
    {
        OpenRow(row, height);
        cells.Text(0, row, text, style);
        xml.WriteEndElement();
    }

    private void OpenRow(int row, double height)
    {
        xml.WriteStartElement("row");
        xml.WriteAttributeString("r", XmlConvert.ToString(row));
        xml.WriteAttributeString("ht", XmlConvert.ToString(height));
        xml.WriteAttributeString("customHeight", "1");
    }

    private void WriteMerges()
    {
        if (sheet.Columns.Count < 2)
        {
            return;
        }

        var (last, rows) = (XlsxCells.Letters(sheet.Columns.Count - 1), new List<int> { 1 });
        if (sheet.Note is not null)
        {
            rows.Add(LastRow + 2);
        }

        xml.WriteStartElement("mergeCells");
        xml.WriteAttributeString("count", XmlConvert.ToString(rows.Count));
        rows.ForEach(row => Empty("mergeCell", ("ref", $"A{row}:{last}{row}")));
        xml.WriteEndElement();
    }

    private void WritePage()
    {
        Empty("printOptions", ("horizontalCentered", "1"));
        Empty("pageMargins", ("left", "0.5"), ("right", "0.5"), ("top", "0.7"), ("bottom", "0.7"), ("header", "0.3"), ("footer", "0.3"));
        Empty("pageSetup", ("paperSize", "9"), ("orientation", "landscape"), ("fitToWidth", "1"), ("fitToHeight", "0"));
        if (sheet.PrintFooter is { } footer)
        {
            xml.WriteStartElement("headerFooter");
            xml.WriteElementString("oddFooter", LegalText.Cut("&C" + LegalText.OneLine(footer), 255));
            xml.WriteEndElement();
        }
    }

    private void Empty(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name);
        foreach (var (attribute, value) in attributes)
        {
            xml.WriteAttributeString(attribute, value);
        }

        xml.WriteEndElement();
    }
}
