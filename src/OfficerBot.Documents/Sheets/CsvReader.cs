using System.Text;
using OfficerBot.Documents.Packages;

namespace OfficerBot.Documents.Sheets;

/// <summary>Reads CSV as RFC 4180 has it and as people write it: quotes may hold commas and line feeds, lines may end in LF, a tab may part the fields.</summary>
internal sealed class CsvReader
{
    private readonly string text;
    private readonly char separator;
    private readonly StringBuilder field = new();
    private readonly List<ReadRow> rows = [];
    private List<string> cells = [];
    private int number = 1;
    private int at;

    private CsvReader(string text, char separator) => (this.text, this.separator) = (text, separator);

    public static ReadResult Read(byte[] file, string fileName)
    {
        // A page or an XML sheet saved as .xls starts with a tag; a PDF or a picture holds control characters.
        if (CsvText.Decode(file) is not { } text || text.AsSpan().TrimStart().StartsWith("<") || text.StartsWith("%PDF", StringComparison.Ordinal))
        {
            return new TableRefused(ReadRefusal.NotASheet);
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return new TableRefused(ReadRefusal.Empty);
        }

        var reader = new CsvReader(text, Separator(text, fileName));
        reader.ReadRows();
        return new TablesRead([new ReadSheet(Path.GetFileNameWithoutExtension(fileName), IsHidden: false, reader.rows)]);
    }

    /// <summary>The one that stands most often in the first line with any; a .tsv is parted by tabs whatever its first line holds.</summary>
    private static char Separator(string text, string fileName)
    {
        if (fileName.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase))
        {
            return '\t';
        }

        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var (tabs, semicolons, commas) = (line.Count('\t'), line.Count(';'), line.Count(','));
            if (tabs + semicolons + commas > 0)
            {
                return tabs >= semicolons && tabs >= commas ? '\t' : semicolons > commas ? ';' : ',';
            }
        }

        return ',';
    }

    private void ReadRows()
    {
        while (at < text.Length)
        {
            ReadField();
            if (at >= text.Length)
            {
                EndRow();
            }
            else if (text[at] == separator)
            {
                at++;
                if (at == text.Length)
                {
                    EndRow();
                }
            }
            else
            {
                at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
                EndRow();
            }
        }
    }

    /// <summary>Leaves <see cref="at"/> on the separator, the line's end or the end of the text.</summary>
    private void ReadField()
    {
        field.Clear();
        if (at < text.Length && text[at] == '"')
        {
            ReadQuoted();
        }

        while (at < text.Length && text[at] != separator && text[at] is not ('\r' or '\n'))
        {
            Append(text[at++]);
        }

        EndField();
    }

    private void ReadQuoted()
    {
        for (at++; at < text.Length; at++)
        {
            if (text[at] != '"')
            {
                Append(text[at]);
            }
            else if (at + 1 < text.Length && text[at + 1] == '"')
            {
                Append(text[at++]);
            }
            else
            {
                at++;
                return;
            }
        }

        // The quote was never closed: everything after it would be one cell.
        throw new RefusedFileException(ReadRefusal.Damaged, number);
    }

    private void Append(char c)
    {
        field.Append(c);
        if (field.Length > SheetLimits.CellCharacters)
        {
            throw new RefusedFileException(ReadRefusal.CellTooLong, number);
        }
    }

    private void EndField()
    {
        if (cells.Count >= SheetLimits.Columns && field.Length > 0)
        {
            throw new RefusedFileException(ReadRefusal.TooManyColumns, number);
        }

        if (cells.Count < SheetLimits.Columns)
        {
            cells.Add(Unguard(LegalText.Clean(field.ToString())));
        }
    }

    /// <summary>Takes back the apostrophe that CsvWriter puts before what looks like a formula, so that an export imports as itself.</summary>
    private static string Unguard(string cell) => cell.StartsWith('\'') && FormulaLead.IsAt(cell.TrimStart('\'')) ? cell[1..] : cell;

    private void EndRow()
    {
        if (cells.Exists(cell => cell.Length > 0))
        {
            if (rows.Count == SheetLimits.Rows)
            {
                throw new RefusedFileException(ReadRefusal.TooManyRows, number);
            }

            rows.Add(new ReadRow(number, IsHidden: false, cells));
        }

        cells = [];
        number++;
    }
}
