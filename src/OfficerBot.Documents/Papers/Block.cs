namespace OfficerBot.Documents.Papers;

/// <summary>One piece of a paper's body.</summary>
public abstract record Block;

/// <summary>A heading with its own number in the text (一、 （一） 1. （1）); the level, 1 to 4, chooses the font of GB/T 9704 7.3.3.</summary>
public sealed record Heading : Block
{
    public Heading(int level, string text)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(level, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, 4);
        Level = level;
        Text = text;
    }

    public int Level { get; }

    public string Text { get; }
}

/// <summary>Body text; each line feed starts a new paragraph.</summary>
public sealed record Paragraph(string Text) : Block;

/// <summary>Numbered pieces, such as leads; the number is the caller's (0916-03) and is never changed.</summary>
public sealed record ItemList(IReadOnlyList<Item> Items) : Block;

/// <summary>A title with the text that runs on after it; either may be empty.</summary>
public sealed record Item(string Number, string Title, string Text);

/// <summary>Small print under a table or at the end.</summary>
public sealed record Note(string Text) : Block;

/// <summary>A picture scaled to the text area, with a caption below.</summary>
/// <param name="Alt">What it shows, for those who cannot see it.</param>
public sealed record Picture(PictureFile File, string Caption, string Alt) : Block;

/// <summary>A table as wide as the text area; every row has one cell per column. Its caption may be empty where the heading above says it.</summary>
public sealed record Table : Block
{
    public Table(string caption, IReadOnlyList<TableColumn> columns, IReadOnlyList<TableRow> rows, TableRow? total = null)
    {
        ArgumentOutOfRangeException.ThrowIfZero(columns.Count);
        if (rows.Append(total).Any(row => row is not null && row.Cells.Count != columns.Count))
        {
            throw new ArgumentException("Every row needs one cell per column.", nameof(rows));
        }

        (Caption, Columns, Rows, Total) = (caption, columns, rows, total);
    }

    public string Caption { get; }

    public IReadOnlyList<TableColumn> Columns { get; }

    public IReadOnlyList<TableRow> Rows { get; }

    public TableRow? Total { get; }
}

/// <param name="Weight">Share of the width, any positive unit.</param>
public sealed record TableColumn(string Header, int Weight, CellAlignment Alignment = CellAlignment.Center);

public enum CellAlignment
{
    Left,
    Center,
    Right,
}

public sealed record TableRow(IReadOnlyList<TableCell> Cells)
{
    public static TableRow Of(params string[] cells) => new([.. cells.Select(cell => new TableCell(cell))]);
}

/// <param name="Link">Becomes a hyperlink only when absolute http or https; anything else stays text.</param>
public sealed record TableCell(string Text, Uri? Link = null);
