namespace OfficerBot.Documents.Mail;

/// <summary>
/// A file in a letter. The name is cleaned at the door: no path or wildcard marks, controls or direction overrides, at most
/// 20 characters before the extension. Kinds other than docx, xlsx, pdf, png and jpg are refused with a
/// <see cref="FormatException"/>, because the office's mail providers refuse letters for them.
/// </summary>
public sealed record LetterAttachment
{
    private const string Forbidden = "/\\:*?\"<>|";

    private static readonly Dictionary<string, string> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".pdf"] = "application/pdf",
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
    };

    /// <summary>The content type follows from the extension, so the two cannot disagree.</summary>
    public LetterAttachment(string fileName, ReadOnlyMemory<byte> content)
    {
        FileName = Clean(fileName);
        ContentType = Kinds.TryGetValue(Path.GetExtension(FileName), out var kind)
            ? kind
            : throw new FormatException("Only docx, xlsx, pdf, png and jpg may be attached.");
        Content = content;
    }

    public string FileName { get; }

    public string ContentType { get; }

    public ReadOnlyMemory<byte> Content { get; }

    private static string Clean(string fileName)
    {
        var kept = string.Concat(MailText.Runes(fileName).Where(IsAllowed));
        var extension = Path.GetExtension(kept);
        var stem = kept[..^extension.Length].Trim(' ', '.', '\u3000');
        return MailText.FirstRunes(stem.Length == 0 ? "附件" : stem, 20) + extension;
    }

    private static bool IsAllowed(System.Text.Rune rune) =>
        !(rune.IsAscii && Forbidden.Contains((char)rune.Value))
        && System.Text.Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
