using System.Text;

namespace OfficerBot.Documents.Mail;

/// <summary>Header values as octets can carry them: RFC 2047 words, RFC 2231 parameters, folded lines.</summary>
internal static class MimeHeaders
{
    private const int Line = 76;
    private const int WordFrame = 12; // "=?UTF-8?B?" and "?="
    private const int NameBytes = 45; // what one word of 75 octets holds: 15 hanzi

    /// <summary>Free text after a header name: as it is, or as folded B-words of at most 75 octets, each on its own line.</summary>
    public static string Unstructured(string header, string text)
    {
        if (MailText.IsPlainAscii(text) && !text.Contains("=?") && header.Length + 2 + text.Length <= Line)
        {
            return text;
        }

        int Room(int index) => BytesIn(Line - (index == 0 ? header.Length + 2 : 1));
        return string.Join("\r\n ", MailText.Pieces(text, Room, MailText.Utf8Length).Select(Word));
    }

    /// <summary>One word only: Python's and other structured parsers show a stray blank between two.</summary>
    public static string Mailboxes(string header, IEnumerable<Mailbox> boxes) =>
        string.Join(",\r\n ", boxes.Select((box, index) => Address(index == 0 ? header.Length + 2 : 1, box)));

    /// <summary>
    /// The same name twice: as B-words inside <c>name=</c>, which no RFC allows and QQ mail needs (a bare RFC 2231 name
    /// shows there as tcmime.bin), and as RFC 2231 in the disposition, which everyone else reads.
    /// </summary>
    public static string ContentType(LetterAttachment file)
    {
        var words = MailText.IsPlainAscii(file.FileName)
            ? file.FileName
            : string.Join("\r\n ", MailText.Pieces(file.FileName, _ => BytesIn(Line - 8), MailText.Utf8Length).Select(Word));
        return $"{file.ContentType};\r\n name=\"{words}\"";
    }

    public static string Disposition(LetterAttachment file) => MailText.IsPlainAscii(file.FileName)
        ? $"attachment; filename=\"{file.FileName}\""
        : "attachment;\r\n " + string.Join(";\r\n ", Extended(file.FileName));

    private static string Address(int column, Mailbox box)
    {
        if (string.IsNullOrWhiteSpace(box.Name))
        {
            return box.Address.Value;
        }

        var name = MailText.FirstBytes(box.Name.Trim(), NameBytes);
        var shown = MailText.IsPlainAscii(name) && !name.Contains("=?") ? Quoted(name) : Word(name);
        var fold = column + shown.Length > 78 ? "\r\n " : "";
        return $"{fold}{shown}\r\n <{box.Address}>";
    }

    private static IEnumerable<string> Extended(string name) => MailText
        .Pieces(name, index => 60 - (index == 0 ? 7 : 0), rune => Percent(rune.ToString()).Length)
        .Select((piece, index) => $"filename*{index}*={(index == 0 ? "UTF-8''" : "")}{Percent(piece)}");

    /// <summary>RFC 5987's attr-char, less the marks that some readers trip over.</summary>
    private static string Percent(string text) => string.Concat(Encoding.UTF8.GetBytes(text)
        .Select(b => char.IsAsciiLetterOrDigit((char)b) || b is (byte)'.' or (byte)'-' or (byte)'_' ? $"{(char)b}" : $"%{b:X2}"));

    private static string Quoted(string text) => "\"" + text.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";

    private static string Word(string text) => "=?UTF-8?B?" + Convert.ToBase64String(Encoding.UTF8.GetBytes(text)) + "?=";

    private static int BytesIn(int columns) => (columns - WordFrame) / 4 * 3;
}
