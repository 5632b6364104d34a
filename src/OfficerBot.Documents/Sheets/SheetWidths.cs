using OfficerBot.Documents.Packages;

namespace OfficerBot.Documents.Sheets;

/// <summary>
/// How wide a sheet's columns become and how high its rows: as asked, but never so narrow that the title is cut, and wider where a text would not fit the
/// highest row Excel has. Widths in digits of 11 pt, heights in points.
/// </summary>
internal sealed class SheetWidths
{
    /// <summary>Points for a line of 11 pt.</summary>
    private const double LineHeight = 16;

    /// <summary>Excel's own limit, points.</summary>
    private const double HighestRow = 409;

    private const int MostLines = (int)((HighestRow - Padding) / LineHeight);
    private const double Padding = 6;

    /// <summary>A column that grows for its longest text stops here: printed one page wide, a wider one would make all others too small to read.</summary>
    private const double Widest = 90;

    /// <summary>The title's 18 pt in digits of 11 pt.</summary>
    private const double TitleScale = 2 * 18 / 11.0;

    private readonly double[] columns;

    public SheetWidths(Sheet sheet)
    {
        columns = [.. sheet.Columns.Select((column, i) => Math.Clamp(Grown(sheet, i, column), 2, 255))];
        var missing = (TextCells.Count(sheet.Title) * TitleScale) + 2 - columns.Sum();
        if (missing > 0)
        {
            var share = 1 + (missing / columns.Sum());
            columns = [.. columns.Select(width => Math.Min(width * share, 255))];
        }
    }

    public double this[int column] => columns[column];

    /// <summary>Points, reckoned from the text that wraps: not every program fits a row by itself, and text then runs over its neighbours.</summary>
    public double Height(IReadOnlyList<CellValue?> row) => (LineHeight * Math.Min(Lines(row), MostLines)) + Padding;

    /// <summary>Whether a text of the row has more lines than are shown; it then stands at the top, so that its beginning is seen.</summary>
    public bool IsCut(IReadOnlyList<CellValue?> row) => Lines(row) > MostLines;

    private int Lines(IReadOnlyList<CellValue?> row)
    {
        var lines = 1;
        for (var i = 0; i < row.Count; i++)
        {
            lines = row[i] is TextValue text ? Math.Max(lines, Lines(text.Text, columns[i])) : lines;
        }

        return lines;
    }

    private static double Grown(Sheet sheet, int column, SheetColumn asked)
    {
        var width = asked.Width;
        foreach (var text in sheet.Rows.Select(row => row[column]).OfType<TextValue>().Select(value => value.Text))
        {
            while (width < Widest && Lines(text, width) > MostLines)
            {
                width += 5;
            }
        }

        return width;
    }

    /// <summary>A digit less than the width, for the cell's own margins; Latin words break early, so they count a tenth more.</summary>
    private static int Lines(string text, double width)
    {
        var lines = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var needed = TextCells.Count(line) * 2 * (line.ContainsAnyInRange('a', 'z') ? 1.1 : 1);
            lines += Math.Max(1, (int)Math.Ceiling(needed / Math.Max(2, width - 1)));
        }

        return lines;
    }
}
