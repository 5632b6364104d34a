using System.Text;
using OfficerBot.Documents.Packages;

namespace OfficerBot.Documents.Sheets;

/// <summary>Writes a sheet's header and rows as CSV (RFC 4180, CRLF). Quotes alone do not stop a formula, so such text gets a leading apostrophe.</summary>
public static class CsvWriter
{
    public const string ContentType = "text/csv";

    /// <summary>UTF-8 with a byte order mark, without which Excel in China reads GBK; or GB18030 for programs that know nothing else.</summary>
    public static byte[] Write(Sheet sheet, bool asGb18030 = false)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var text = new StringBuilder();
        Append(text, sheet.Columns.Select(column => Guard(column.Header)));
        foreach (var row in sheet.Rows)
        {
            Append(text, row.Select(Text));
        }

        return asGb18030 ? SheetEncodings.Gb18030.GetBytes(text.ToString()) : [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static string Text(CellValue? value) => value switch
    {
        null => "",
        TextValue text => Guard(text.Text),
        NumberValue number => number.Number.ToString(CultureInfo.InvariantCulture),
        DateValue date => date.Date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
        TimeValue time => time.Time.ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException(value.GetType().Name),
    };

    /// <summary>Text that already begins with apostrophes before such a lead gets one more, so that reading takes back exactly one.</summary>
    private static string Guard(string text) => LegalText.Clean(text) is var clean && FormulaLead.IsAt(clean.TrimStart('\'')) ? "'" + clean : clean;

    private static void Append(StringBuilder text, IEnumerable<string> fields) =>
        text.AppendJoin(',', fields.Select(Quote)).Append("\r\n");

    private static string Quote(string field) =>
        field.AsSpan().ContainsAny(",\"\n") || field.StartsWith(' ') || field.EndsWith(' ') ? '"' + field.Replace("\"", "\"\"") + '"' : field;
}
