namespace OfficerBot.Documents.Sheets;

/// <summary>
/// How much of a stranger's file is read. A roster of a province fits many times over; measured hostile files of 1 MB (1 GiB of text,
/// 10 million rows, 26 million shared strings) are refused within a quarter of a second and 110 MB.
/// </summary>
public static class SheetLimits
{
    /// <summary>Bytes of the file.</summary>
    public const int FileBytes = 5 * 1024 * 1024;

    /// <summary>Entries of the zip.</summary>
    public const int Parts = 500;

    /// <summary>Bytes of one part, counted while it is inflated, whatever the zip's directory says.</summary>
    public const int PartBytes = 32 * 1024 * 1024;

    /// <summary>Bytes of all parts that are read.</summary>
    public const int TotalBytes = 64 * 1024 * 1024;

    /// <summary>Bytes of one XML tag: a million attributes on one element cost hundreds of megabytes before the first is seen.</summary>
    public const int TagBytes = 64 * 1024;

    /// <summary>Elements inside one another.</summary>
    public const int Depth = 64;

    /// <summary>Rows with text, in all sheets together.</summary>
    public const int Rows = 5_000;

    public const int Columns = 64;

    /// <summary>UTF-16 units.</summary>
    public const int CellCharacters = 4_000;

    public const int SharedStrings = 100_000;

    public const int Merges = 5_000;

    /// <summary>Excel's own last row.</summary>
    internal const int LastRow = 1_048_576;
}
