using System.Text;
using OfficerBot.Documents.Packages;

namespace OfficerBot.Documents.Papers;

/// <summary>The plain-text preview of a paper, for a chat: the same words, numbers and order as the file.</summary>
public static class PaperText
{
    private const string Gap = "\u3000";

    public static string Render(Paper paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        var text = new StringBuilder();
        AppendHead(text, paper);
        foreach (var block in paper.Blocks)
        {
            Append(text, block);
        }

        AppendFoot(text, paper);
        return LegalText.Clean(text.ToString()).TrimEnd('\n');
    }

    private static void AppendHead(StringBuilder text, Paper paper)
    {
        var head = paper.Masthead;
        Line(text, head.Mark);
        Line(text, head.Name + (head.IssueLine is null ? "" : Gap + head.IssueLine));
        Line(text, head.Issuer + Gap + head.Date);
        Line(text, "————————");
        Line(text, paper.Title.ReplaceLineEndings(""));
        Line(text, paper.Period);
        text.Append('\n');
    }

    private static void Append(StringBuilder text, Block block)
    {
        switch (block)
        {
            case Heading heading:
                Line(text, heading.Text);
                break;
            case Paragraph paragraph:
                Line(text, paragraph.Text);
                break;
            case ItemList list:
                AppendItems(text, list);
                break;
            case Note note:
                Line(text, note.Text);
                break;
            case Table table:
                AppendTable(text, table);
                break;
            case Picture picture:
                Line(text, "〔" + (picture.Caption.Length > 0 ? picture.Caption : picture.Alt) + "〕");
                break;
            default:
                throw new NotSupportedException(block.GetType().Name);
        }
    }

    private static void AppendItems(StringBuilder text, ItemList list)
    {
        foreach (var item in list.Items)
        {
            Line(text, (item.Number.Length > 0 ? item.Number + Gap : "") + ItemText.Lead(item.Title.Trim(), item.Text.Length > 0) + item.Text);
        }
    }

    private static void AppendTable(StringBuilder text, Table table)
    {
        Line(text, table.Caption);
        Row(text, table.Columns.Select(column => column.Header));
        foreach (var row in table.Rows)
        {
            Row(text, row.Cells.Select(cell => cell.Text));
        }

        Row(text, table.Total?.Cells.Select(cell => cell.Text) ?? []);
    }

    private static void AppendFoot(StringBuilder text, Paper paper)
    {
        var names = paper.Attachments?.Names ?? [];
        for (var i = 0; i < names.Count; i++)
        {
            Line(text, (i == 0 ? "\n" + paper.Attachments!.Label : "") + (names.Count == 1 ? "" : $"{i + 1}. ") + names[i]);
        }

        if (paper.Closing is { } closing)
        {
            Line(text, "————————");
            closing.Lines.ToList().ForEach(line => Line(text, line));
            Line(text, closing.Issuer + Gap + closing.PrintedOn);
        }
    }

    private static void Row(StringBuilder text, IEnumerable<string> cells) =>
        Line(text, string.Join("｜", cells.Select(cell => cell.ReplaceLineEndings(" "))).TrimEnd('｜')); // a row's empty end says nothing

    private static void Line(StringBuilder text, string? line)
    {
        if (!string.IsNullOrEmpty(line))
        {
            text.Append(line).Append('\n');
        }
    }
}
