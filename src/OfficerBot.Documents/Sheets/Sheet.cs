using NodaTime;

namespace OfficerBot.Documents.Sheets;

/// <summary>A table before it is a file: one title, typed columns, rows. All words are the caller's.</summary>
/// <param name="Name">Of the tab; what Excel does not allow in it is replaced.</param>
/// <param name="Rows">One cell per column; null is an empty cell.</param>
/// <param name="Note">Stands under the table, one empty row apart so that it is outside the filter.</param>
/// <param name="PrintFooter">Excel's codes in it are &amp;P for the page and &amp;N for all pages: 第 &amp;P 页 共 &amp;N 页.</param>
public sealed record Sheet(
    string Name,
    string Title,
    IReadOnlyList<SheetColumn> Columns,
    IReadOnlyList<IReadOnlyList<CellValue?>> Rows,
    string? Note = null,
    string? PrintFooter = null);

/// <param name="Width">In widths of a digit; a hanzi takes two.</param>
public sealed record SheetColumn(string Header, ColumnKind Kind, double Width);

/// <summary>How a column's cells are shown; a cell of another type than its column stays what it is.</summary>
public enum ColumnKind
{
    Text,
    Number,
    Date,
    Time,

    /// <summary>Text that only looks like a number: as a number it would show as 1.38E+10 and lose the 0 of an area code.</summary>
    Phone,
}

/// <summary>What stands in one cell.</summary>
public abstract record CellValue
{
    public static CellValue Of(string text) => new TextValue(text);

    public static CellValue Of(decimal number) => new NumberValue(number);

    public static CellValue Of(LocalDate date) => new DateValue(date);

    public static CellValue Of(LocalDateTime time) => new TimeValue(time);
}

public sealed record TextValue(string Text) : CellValue;

public sealed record NumberValue(decimal Number) : CellValue;

public sealed record DateValue(LocalDate Date) : CellValue;

public sealed record TimeValue(LocalDateTime Time) : CellValue;
