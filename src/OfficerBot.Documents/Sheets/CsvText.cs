using System.Buffers;
using System.Text;

namespace OfficerBot.Documents.Sheets;

/// <summary>Decodes a CSV: a mark decides, else strict UTF-8 against strict GB18030, which Excel in China writes without a mark.</summary>
internal static class CsvText
{
    private const int Looked = 4_000;

    // Words one of which stands in the head of nearly every roster and lead list; found in one decoding only, they settle it.
    private static readonly string[] HeaderWords = ["单位", "姓名", "职务", "电话", "手机", "联系", "部门", "备注", "线索", "日期"];

    private static readonly SearchValues<char> Never = SearchValues.Create("\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008");

    /// <summary>Null when the bytes are of no encoding we know, or are no text.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes)
    {
        var text = bytes switch
        {
            [0xEF, 0xBB, 0xBF, .. var rest] => SheetEncodings.Decode(SheetEncodings.Utf8, rest),
            [0xFF, 0xFE, .. var rest] => SheetEncodings.Decode(SheetEncodings.Utf16Little, rest),
            [0xFE, 0xFF, .. var rest] => SheetEncodings.Decode(SheetEncodings.Utf16Big, rest),
            _ => Unmarked(bytes),
        };
        return text is null || text.AsSpan().ContainsAny(Never) ? null : text;
    }

    private static string? Unmarked(ReadOnlySpan<byte> bytes)
    {
        var (utf8, gb) = (SheetEncodings.Decode(SheetEncodings.Utf8, bytes), SheetEncodings.Decode(SheetEncodings.Gb18030, bytes));
        return utf8 is null || gb is null ? utf8 ?? gb : Score(gb) > Score(utf8) ? gb : utf8;
    }

    /// <summary>
    /// Short GBK text can be valid UTF-8 (the 联通 trap): it then reads as Greek, Cyrillic or Arabic letters without one hanzi.
    /// </summary>
    private static int Score(string text)
    {
        var head = text.Length > Looked ? text[..Looked] : text;
        var words = HeaderWords.Count(word => head.Contains(word, StringComparison.Ordinal));
        return words * 2 + (head.AsSpan().ContainsAnyInRange('\u4E00', '\u9FFF') ? 1 : 0);
    }
}
