using System.Xml;

namespace OfficerBot.Documents.Sheets;

/// <summary>The rows of one worksheet part.</summary>
internal sealed class XlsxRows
{
    private readonly XmlReader xml;
    private readonly Context context;
    private readonly List<ReadRow> rows = [];
    private readonly List<CellRange> merges = [];
    private int number;
    private int merged;

    private XlsxRows(XmlReader xml, Context context) => (this.xml, this.context) = (xml, context);

    public static IReadOnlyList<ReadRow> Read(XmlReader xml, Context context)
    {
        var reader = new XlsxRows(xml, context);
        foreach (var name in SheetXml.Elements(xml))
        {
            if (name == "row")
            {
                reader.ReadRow();
            }
            else if (name == "mergeCell")
            {
                reader.ReadMerge();
            }
        }

        return VerticalMerges.FillDown(reader.rows, reader.merges);
    }

    private void ReadRow()
    {
        number = xml.GetAttribute("r") is { } stated ? (int.TryParse(stated, out var row) ? row : 0) : number + 1;
        if (number is < 1 or > SheetLimits.LastRow)
        {
            throw new RefusedFileException(ReadRefusal.Damaged);
        }

        var (isHidden, cells, column) = (SheetXml.IsTrue(xml.GetAttribute("hidden")), new List<string>(), -1);
        foreach (var name in SheetXml.Inside(xml))
        {
            if (name == "c")
            {
                column = xml.GetAttribute("r") is { } reference ? CellRange.Column(reference) : column + 1;
                Put(cells, column, ReadCell());
            }
        }

        if (cells.Exists(cell => cell.Length > 0))
        {
            Keep(new ReadRow(number, isHidden, cells));
        }
    }

    private void Keep(ReadRow row)
    {
        if (--context.RowsLeft < 0)
        {
            throw new RefusedFileException(ReadRefusal.TooManyRows, number);
        }

        rows.Add(row);
    }

    private void Put(List<string> cells, int column, string text)
    {
        if (column < 0)
        {
            throw new RefusedFileException(ReadRefusal.Damaged, number);
        }

        if (text.Length == 0)
        {
            return;
        }

        if (column >= SheetLimits.Columns)
        {
            throw new RefusedFileException(ReadRefusal.TooManyColumns, number);
        }

        while (cells.Count <= column)
        {
            cells.Add("");
        }

        cells[column] = text;
    }

    private string ReadCell()
    {
        var (type, format, text) = (xml.GetAttribute("t"), xml.GetAttribute("s"), "");
        foreach (var name in SheetXml.Inside(xml))
        {
            if (name is "v" or "is")
            {
                text = SheetXml.Text(xml, number);
            }
            else
            {
                SheetXml.Skip(xml);
            }
        }

        return type switch
        {
            _ when text.Length == 0 => "",
            "s" => Shared(text),
            "b" => text == "1" ? "TRUE" : "FALSE",
            "str" or "inlineStr" or "e" or "d" => text,
            _ => int.TryParse(format, out var style) && context.Dates[style] ? CellNumber.Moment(text, context.Is1904) : CellNumber.Text(text),
        };
    }

    private string Shared(string index) => int.TryParse(index, out var at) && at >= 0 && at < context.Shared.Count
        ? context.Shared[at]
        : throw new RefusedFileException(ReadRefusal.Damaged, number);

    private void ReadMerge()
    {
        if (++merged > SheetLimits.Merges)
        {
            throw new RefusedFileException(ReadRefusal.TooManyMerges);
        }

        if (CellRange.Parse(xml.GetAttribute("ref") ?? "") is { IsVertical: true } range)
        {
            merges.Add(range);
        }
    }

    /// <summary>What the sheets of one file share.</summary>
    internal sealed class Context
    {
        public List<string> Shared { get; } = [];

        public DateStyles Dates { get; set; } = new();

        public bool Is1904 { get; set; }

        public int RowsLeft { get; set; } = SheetLimits.Rows;
    }
}
