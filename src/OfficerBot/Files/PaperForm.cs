using NodaTime;
using OfficerBot.Documents.Papers;
using OfficerBot.Domain.Papers;

namespace OfficerBot.Files;

/// <summary>Lays a worded paper out as blocks of the office's form.</summary>
/// <param name="readPicture">The bytes of a picture by its hash, or null.</param>
internal sealed class PaperForm(Func<string, byte[]?> readPicture)
{
    // Left and right together, in half characters of a table's 10.5 pt; with more, names of twelve hanzi no longer fit a line beside five other columns.
    private const int CellMargins = 2;

    private const string SentenceEnds = "。！？；.!?;";

    /// <summary>The paper as blocks; equal papers give equal blocks.</summary>
    public Paper Of(OfficePaper paper, Instant at) => new(
        new Masthead(paper.Head.Mark, paper.Head.Name, paper.Head.IssueLine, paper.Head.Issuer, paper.Head.Date),
        paper.Head.Title, $"（{paper.Head.Period}）", Blocks(paper.Parts), null,
        new Closing(paper.Foot.Lines, paper.Foot.Issuer, paper.Foot.PrintedOn), new PaperProperties(paper.Head.Issuer, at));

    private List<Block> Blocks(IReadOnlyList<PaperPart> parts)
    {
        var blocks = new List<Block>();
        foreach (var part in parts)
        {
            if (part is PaperPart.Item item && blocks.LastOrDefault() is ItemList list)
            {
                blocks[^1] = new ItemList([.. list.Items, ItemOf(item)]);
            }
            else
            {
                blocks.Add(part is PaperPart.Table table ? TableOf(table, blocks.LastOrDefault() as Heading) : BlockOf(part));
            }
        }

        return blocks;
    }

    private Block BlockOf(PaperPart part) => part switch
    {
        PaperPart.Heading heading => new Heading(1, heading.Text),
        PaperPart.Paragraph paragraph => new Paragraph(paragraph.Text),
        PaperPart.Item item => new ItemList([ItemOf(item)]),
        PaperPart.Image image => PictureOf(image),
        _ => throw new NotSupportedException($"No block for {part.GetType().Name}."),
    };

    // A title is mostly the text's own first sentence: printed once, as the sentence it is.
    private static Item ItemOf(PaperPart.Item item)
    {
        if (!item.Text.StartsWith(item.Title.TrimEnd('…'), StringComparison.Ordinal))
        {
            return new(item.Number, item.Title, item.Text);
        }

        var end = item.Title.Length;
        if (item.Text.Length <= end)
        {
            return new(item.Number, item.Text, "");
        }

        return SentenceEnds.Contains(item.Text[end], StringComparison.Ordinal) && !item.Title.EndsWith('…')
            ? new(item.Number, item.Text[..(end + 1)], item.Text[(end + 1)..].TrimStart(' ', '\n', '\u3000'))
            : new(item.Number, "", item.Text);
    }

    // What cannot stand in a .docx (a GIF, say) keeps its place in words, as in the preview.
    private Block PictureOf(PaperPart.Image image) =>
        readPicture(image.Picture.Sha256) is { } bytes && PictureFile.Read(bytes, out _) is { } file
            ? new Picture(file, image.Caption, image.Caption)
            : new Note($"〔{image.Caption}〕");

    // A caption that only repeats the heading above it is left out.
    private static Table TableOf(PaperPart.Table table, Heading? above) => new(
        above?.Text.EndsWith(table.Caption, StringComparison.Ordinal) == true ? "" : table.Caption, [.. table.Columns.Select((name, i) => new TableColumn(name, Weight(table, i), IsNumbers(table, i) ? CellAlignment.Center : CellAlignment.Left))],
        [.. table.Rows.Select(r => TableRow.Of([.. r]))], table.Total is { } total ? TableRow.Of([.. total]) : null);

    internal static bool IsNumbers(PaperPart.Table table, int column) =>
        table.Rows.Count > 0 && table.Rows.All(r => r[column].Length > 0 && r[column].All(char.IsAsciiDigit));

    // By the widest cell, so that names stay on one line and counts take little; one long reason must not squeeze all else. In half characters.
    private static int Weight(PaperPart.Table table, int column) =>
        Math.Clamp(table.Rows.Select(r => HalfWidths(r[column])).Append(HalfWidths(table.Columns[column])).Max() + CellMargins, 7, 28);

    // Word sets a little space where digits meet hanzi, about half a half character each time.
    private static int HalfWidths(string text) => text.Sum(c => char.IsAscii(c) ? 1 : 2) + ((text.Zip(text.Skip(1)).Count(p => char.IsAscii(p.First) != char.IsAscii(p.Second)) + 1) / 2);
}
