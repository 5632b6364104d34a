namespace OfficerBot.Documents.Sheets;

/// <summary>Repeats the text of a cell merged down one column (a unit beside its several people) in each row it covers. Wider merges are titles and stay.</summary>
internal static class VerticalMerges
{
    public static IReadOnlyList<ReadRow> FillDown(List<ReadRow> rows, List<CellRange> merges)
    {
        if (merges.Count == 0)
        {
            return rows;
        }

        var byNumber = new SortedList<int, int>();
        for (var i = 0; i < rows.Count; i++)
        {
            byNumber.TryAdd(rows[i].Number, i);
        }

        // Each row is visited once per merge that covers it, and merges cannot overlap, so at most once per column; a hostile file's may.
        var budget = SheetLimits.Rows * SheetLimits.Columns;
        foreach (var merge in merges)
        {
            budget -= Fill(rows, byNumber, merge);
            if (budget < 0)
            {
                throw new RefusedFileException(ReadRefusal.TooManyMerges);
            }
        }

        return rows;
    }

    private static int Fill(List<ReadRow> rows, SortedList<int, int> byNumber, CellRange merge)
    {
        if (merge.FirstColumn >= SheetLimits.Columns || !byNumber.TryGetValue(merge.FirstRow, out var first) || rows[first][merge.FirstColumn] is not { Length: > 0 } text)
        {
            return 1;
        }

        var visited = 1;
        for (var at = byNumber.IndexOfKey(merge.FirstRow) + 1; at < byNumber.Count && byNumber.Keys[at] <= merge.LastRow; at++)
        {
            var row = rows[byNumber.Values[at]];
            rows[byNumber.Values[at]] = row[merge.FirstColumn].Length > 0 ? row : row with { Cells = With(row.Cells, merge.FirstColumn, text) };
            visited++;
        }

        return visited;
    }

    private static List<string> With(IReadOnlyList<string> cells, int column, string text)
    {
        var filled = cells.Concat(Enumerable.Repeat("", Math.Max(0, column + 1 - cells.Count))).ToList();
        filled[column] = text;
        return filled;
    }
}
