using System.Text;

namespace OfficerBot.Documents.Sheets;

/// <summary>The row of a sheet that names its columns, found among titles and blank rows above it.</summary>
/// <param name="Number">As the spreadsheet program shows it; the rows after it are the table's.</param>
/// <param name="Columns">The caller's key of each column that was found, with its place from 0.</param>
public sealed record HeaderRow(int Number, IReadOnlyDictionary<string, int> Columns)
{
    private const int Searched = 20;

    /// <summary>
    /// Looks at the first 20 rows with text for the one that names most columns. Blanks of any kind, full-width forms and a closing colon
    /// or star do not matter ("单 位", "联系\n电 话", "姓名：").
    /// </summary>
    /// <param name="words">For each key the names its column may have, such as unit: 单位, 部门.</param>
    /// <param name="least">How many columns a row must name.</param>
    /// <returns>Null when no row does.</returns>
    public static HeaderRow? Find(ReadSheet sheet, IReadOnlyDictionary<string, IReadOnlyList<string>> words, int least = 2)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return sheet.Rows.Take(Searched)
            .Select(row => new HeaderRow(row.Number, Match(row, words)))
            .Where(header => header.Columns.Count >= least)
            .MaxBy(header => header.Columns.Count);
    }

    private static Dictionary<string, int> Match(ReadRow row, IReadOnlyDictionary<string, IReadOnlyList<string>> words)
    {
        var found = new Dictionary<string, int>();
        for (var column = 0; column < row.Cells.Count; column++)
        {
            var cell = Squeeze(row.Cells[column]);
            var key = cell.Length == 0 ? null : words.FirstOrDefault(word => word.Value.Any(name => Squeeze(name) == cell)).Key;
            if (key is not null)
            {
                // The first of two columns of one name is taken.
                found.TryAdd(key, column);
            }
        }

        return found;
    }

    private static string Squeeze(string text)
    {
        var squeezed = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c) && c is not ('\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF'))
            {
                squeezed.Append(c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c);
            }
        }

        return squeezed.ToString().Trim(':', '*').ToUpperInvariant();
    }
}
