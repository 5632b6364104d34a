using NodaTime;
using OfficerBot.Documents.Sheets;
using OfficerBot.Domain.Papers;

namespace OfficerBot.Files;

/// <summary>The tables of a paper as sheets of a workbook: the same cells, counts as numbers.</summary>
internal static class PaperSheets
{
    /// <summary>Null for a paper without tables.</summary>
    public static Workbook? Of(OfficePaper paper, Instant at)
    {
        var tables = paper.Parts.OfType<PaperPart.Table>().ToList();
        return tables.Count > 0 ? new Workbook(paper.Head.Issuer, at, [.. tables.Select(t => Sheet(t, paper))]) : null;
    }

    private static Sheet Sheet(PaperPart.Table table, OfficePaper paper) => new(
        table.Caption, $"{paper.Head.Name} {paper.Head.IssueLine} {table.Caption}",
        [.. table.Columns.Select((name, i) => new SheetColumn(name, PaperForm.IsNumbers(table, i) ? ColumnKind.Number : ColumnKind.Text, Width(table, i)))],
        [.. table.Rows.Concat(table.Total is { } total ? [total] : []).Select(r => Cells(table, r))], paper.Head.Period, paper.Foot.SheetPages);

    private static IReadOnlyList<CellValue?> Cells(PaperPart.Table table, IReadOnlyList<string> row) =>
        [.. row.Select((cell, i) => PaperForm.IsNumbers(table, i) ? CellValue.Of(decimal.Parse(cell, CultureInfo.InvariantCulture)) : CellValue.Of(cell))];

    private static double Width(PaperPart.Table table, int column) =>
        Math.Clamp(table.Rows.Select(r => r[column].Length).Append(table.Columns[column].Length).Max() * 2.2, 8, 60);
}
