namespace OfficerBot.Documents.Sheets;

/// <summary>What reading a file gave: its sheets, or the reason it was not read. Words for people are the caller's.</summary>
public abstract record ReadResult;

/// <param name="Sheets">In the file's order, hidden ones too; a CSV has one, named after the file.</param>
public sealed record TablesRead(IReadOnlyList<ReadSheet> Sheets) : ReadResult;

/// <param name="Row">As the spreadsheet program numbers it, where it is known.</param>
/// <param name="Sheet">The tab's name, where it is known.</param>
public sealed record TableRefused(ReadRefusal Reason, int? Row = null, string? Sheet = null) : ReadResult;

/// <param name="Rows">Those with any text, in order.</param>
public sealed record ReadSheet(string Name, bool IsHidden, IReadOnlyList<ReadRow> Rows);

/// <param name="Number">As the spreadsheet program shows it, 1 first.</param>
/// <param name="Cells">From column A on; an empty cell is an empty string. Rows differ in length.</param>
public sealed record ReadRow(int Number, bool IsHidden, IReadOnlyList<string> Cells)
{
    /// <summary>Empty beyond the row's last cell.</summary>
    public string this[int column] => column < Cells.Count ? Cells[column] : "";
}

/// <summary>Why a file was not read.</summary>
public enum ReadRefusal
{
    Empty,

    /// <summary>More bytes than allowed, in the file or once unpacked.</summary>
    TooBig,

    /// <summary>Protected by a password.</summary>
    Encrypted,

    /// <summary>.xls or .et, to be saved as .xlsx.</summary>
    OldExcel,

    /// <summary>Something else altogether: a picture, a .docx, a page saved as .xls, bytes of no known encoding.</summary>
    NotASheet,

    Damaged,
    TooManyParts,
    TooManyRows,
    TooManyColumns,
    CellTooLong,
    TooManyTexts,
    TooManyMerges,
}
