using NodaTime;

namespace OfficerBot.Documents.Sheets;

/// <summary>One or more sheets and what the file says of itself.</summary>
public sealed record Workbook
{
    /// <summary>Excel's limit less title, header, empty row and note.</summary>
    public const int MostRows = 1_048_576 - 4;

    public Workbook(string author, Instant created, params IReadOnlyList<Sheet> sheets)
    {
        ArgumentOutOfRangeException.ThrowIfZero(sheets.Count);
        foreach (var sheet in sheets)
        {
            ArgumentOutOfRangeException.ThrowIfZero(sheet.Columns.Count);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(sheet.Rows.Count, MostRows);
            if (sheet.Rows.Any(row => row.Count != sheet.Columns.Count))
            {
                throw new ArgumentException("Every row needs one cell per column.", nameof(sheets));
            }
        }

        (Author, Created, Sheets) = (author, created, sheets);
    }

    public string Author { get; }

    public Instant Created { get; }

    public IReadOnlyList<Sheet> Sheets { get; }
}
