using System.IO.Compression;

namespace OfficerBot.Protocol.DirectLine;

/// <summary>Tells what a file is by its bytes: names and declared types are the sender's words.</summary>
public static class FileKind
{
    private const string OpenXml = "application/vnd.openxmlformats-officedocument.";

    /// <summary>Content type, or null for a kind that is not taken: only PNG, JPEG, GIF, WebP, PDF, xlsx, docx, csv and plain text are.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="name">Only tells csv from other text.</param>
    public static string? Detect(byte[] bytes, string name)
    {
        ReadOnlySpan<byte> start = bytes;
        return start switch
        {
            _ when IsPng(start) => "image/png",
            [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
            _ when start.StartsWith("GIF87a"u8) || start.StartsWith("GIF89a"u8) => "image/gif",
            _ when start.StartsWith("RIFF"u8) && start.Length >= 12 && start[8..].StartsWith("WEBP"u8) => "image/webp",
            _ when start.StartsWith("%PDF-"u8) => "application/pdf",
            _ when start.StartsWith("PK\u0003\u0004"u8) => OfficeKind(bytes),
            _ when IsText(start) => name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? "text/csv" : "text/plain",
            _ => null,
        };
    }

    /// <summary>True for what a browser may show in place without being able to run anything.</summary>
    public static bool IsPicture(string contentType) => contentType is "image/png" or "image/jpeg" or "image/gif" or "image/webp";

    private static bool IsPng(ReadOnlySpan<byte> start) => start is [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..];

    /// <summary>Looks only at the list of entries; nothing is unpacked here.</summary>
    private static string? OfficeKind(byte[] bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            return zip.GetEntry("xl/workbook.xml") is not null ? OpenXml + "spreadsheetml.sheet"
                : zip.GetEntry("word/document.xml") is not null ? OpenXml + "wordprocessingml.document"
                : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Text in UTF-8, UTF-16 with a mark, or a Chinese code page: no control characters but tab, line ends and form feed.</summary>
    private static bool IsText(ReadOnlySpan<byte> bytes) =>
        bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || !bytes.ContainsAnyExcept(TextBytes);

    private static readonly System.Buffers.SearchValues<byte> TextBytes = System.Buffers.SearchValues.Create(
        [.. Enumerable.Range(0, 256).Where(b => b is >= 32 and not 127 or 9 or 10 or 12 or 13).Select(b => (byte)b)]);
}
