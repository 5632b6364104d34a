using System.Text;

namespace OfficerBot.Documents.Sheets;

/// <summary>Encodings that refuse what is not theirs, instead of putting question marks. .NET knows GB18030 only through its code page provider.</summary>
internal static class SheetEncodings
{
    public static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);
    public static readonly Encoding Utf16Little = new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);
    public static readonly Encoding Utf16Big = new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);

    // Asked of the provider itself, which leaves the process-wide registration alone.
    public static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        54936, EncoderFallback.ReplacementFallback, DecoderFallback.ExceptionFallback)!; // The provider always has code page 54936.

    /// <summary>Null when the bytes are not of this encoding: .NET has no decoder that says so without throwing.</summary>
    public static string? Decode(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
