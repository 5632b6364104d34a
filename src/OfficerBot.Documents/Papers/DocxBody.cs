using OfficerBot.Documents.Packages;

namespace OfficerBot.Documents.Papers;

/// <summary>The blocks between title and attachments.</summary>
internal sealed class DocxBody(WordXml word, DocxResources resources)
{
    /// <summary>Cells, three lines: LibreOffice moves a kept paragraph as a whole, and a long one would leave a hole.</summary>
    private const int ShortText = 84;

    /// <param name="keepLast">The last words of a paper go over to the next page with its 版记, which must not stand there alone.</param>
    public void Write(IReadOnlyList<Block> blocks, bool keepLast)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            Write(blocks[i], keepLast && i == blocks.Count - 1);
        }
    }

    private void Write(Block block, bool keepLast)
    {
        switch (block)
        {
            case Heading heading:
                word.Paragraph("Heading" + heading.Level, heading.Text);
                break;
            case Paragraph paragraph:
                WriteParagraphs("Body", paragraph.Text, keepLast);
                break;
            case ItemList list:
                WriteItems(list);
                break;
            case Note note:
                WriteParagraphs("Note", note.Text, keepLast);
                break;
            case Table table:
                new DocxTable(word, resources, table).Write();
                break;
            case Picture picture:
                DocxPicture.Write(word, picture, resources.AddPicture(picture.File));
                break;
            default:
                throw new NotSupportedException(block.GetType().Name);
        }
    }

    private void WriteParagraphs(string style, string text, bool keepLast)
    {
        var lines = Lines(text);
        for (var i = 0; i < lines.Count; i++)
        {
            Action? keep = keepLast && i == lines.Count - 1 && TextCells.Count(lines[i]) <= ShortText ? () => word.Empty("keepNext") : null;
            word.Paragraph(style, lines[i], keep);
        }
    }

    private void WriteItems(ItemList list)
    {
        foreach (var item in list.Items)
        {
            var (title, lines) = (item.Title.Trim(), Lines(item.Text));
            word.OpenParagraph("Body");
            word.Run(item.Number, "ItemNumber");
            word.Run((item.Number.Length > 0 ? "\u3000" : "") + ItemText.Lead(title, lines.Count > 0), "ItemTitle");
            word.Run(lines.FirstOrDefault(""));
            word.Close();
            foreach (var line in lines.Skip(1))
            {
                word.Paragraph("Body", line);
            }
        }
    }

    private static List<string> Lines(string text) =>
        [.. text.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
