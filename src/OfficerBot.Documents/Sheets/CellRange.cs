namespace OfficerBot.Documents.Sheets;

/// <summary>A reference such as B3:B7; columns from 0, rows as shown.</summary>
internal sealed record CellRange(int FirstColumn, int FirstRow, int LastColumn, int LastRow)
{
    private const int MostColumns = 16_384;

    public bool IsVertical => FirstColumn == LastColumn && LastRow > FirstRow;

    /// <summary>Null when it is none.</summary>
    public static CellRange? Parse(string reference)
    {
        var colon = reference.IndexOf(':');
        if (colon < 0)
        {
            return null;
        }

        var (first, last) = (reference[..colon], reference[(colon + 1)..]);
        var (column, row, lastColumn, lastRow) = (Column(first), Row(first), Column(last), Row(last));
        return column < 0 || lastColumn < column || row < 1 || lastRow < row ? null : new CellRange(column, row, lastColumn, lastRow);
    }

    /// <summary>-1 when it is no cell of a sheet.</summary>
    public static int Column(string reference)
    {
        var column = 0;
        foreach (var c in reference)
        {
            if (c is < 'A' or > 'Z')
            {
                break;
            }

            column = column * 26 + (c - 'A' + 1);
            if (column > MostColumns)
            {
                return -1;
            }
        }

        return column - 1;
    }

    private static int Row(string reference) =>
        int.TryParse(reference.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row <= SheetLimits.LastRow ? row : 0;
}
