using System.Text;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace OfficerBot.Sample;

/// <summary>
/// A letter read back for the sample's mail page: what our own writer makes (base64 bodies, B-words, RFC 2231 names), not MIME at large. What is made
/// otherwise shows as it is written.
/// </summary>
/// <param name="Headers">Unfolded and decoded, in order.</param>
internal sealed partial record ReadLetter(IReadOnlyList<(string Name, string Value)> Headers, string Text, IReadOnlyList<ReadAttachment> Attachments)
{
    private static readonly OffsetDateTimePattern DatePattern = OffsetDateTimePattern.CreateWithInvariantCulture("ddd, dd MMM uuuu HH:mm:ss o<+HHmm>");

    /// <summary>The value of a header, or an empty text.</summary>
    public string this[string name] => Headers.FirstOrDefault(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value ?? "";

    /// <summary>Local time of its Date.</summary>
    public LocalDateTime? At => DatePattern.Parse(this["Date"]) is { Success: true } date ? date.Value.LocalDateTime : null;

    /// <summary>Reads it; never throws for what a file may hold.</summary>
    public static ReadLetter Of(byte[] bytes)
    {
        var (head, body) = Split(Encoding.Latin1.GetString(bytes));
        var headers = HeadersOf(head);
        var parts = PartsOf(head, body).ToList();
        var text = parts.FirstOrDefault(p => p.Head.Contains("text/plain", StringComparison.OrdinalIgnoreCase));
        var files = parts.Where(p => p.Head.Contains("Content-Disposition: attachment", StringComparison.OrdinalIgnoreCase))
            .Select(p => new ReadAttachment(FileName(p.Head), ContentType(p.Head), Decode(p.Body)));
        return new([.. headers.Select(h => (h.Name, Words(h.Value)))], Encoding.UTF8.GetString(Decode(text.Body ?? "")), [.. files]);
    }

    // A part may hold parts: alternatives lie inside the mixed whole.
    private static IEnumerable<(string Head, string Body)> PartsOf(string head, string body)
    {
        if (Boundary().Match(Unfold(head)) is not { Success: true } boundary)
        {
            return [(Unfold(head), body)];
        }

        var pieces = body.Split("--" + boundary.Groups[1].Value);
        return pieces.Skip(1).Where(p => !p.StartsWith("--", StringComparison.Ordinal)).Select(p => Split(p.TrimStart('\r', '\n'))).SelectMany(p => PartsOf(p.Head, p.Body));
    }

    private static (string Head, string Body) Split(string text)
    {
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return end < 0 ? (text, "") : (text[..end], text[(end + 4)..]);
    }

    private static IEnumerable<(string Name, string Value)> HeadersOf(string head) => Unfold(head).Split("\r\n")
        .Select(line => line.Split(": ", 2)).Where(pair => pair.Length == 2).Select(pair => (pair[0], pair[1]));

    private static string Unfold(string head) => Fold().Replace(head, " ");

    // White space between two words belongs to neither (RFC 2047 §6.2).
    private static string Words(string value) =>
        Word().Replace(BetweenWords().Replace(value, "$1"), m => Encoding.UTF8.GetString(Decode(m.Groups[1].Value)));

    private static string FileName(string head)
    {
        var pieces = ExtendedName().Matches(head).OrderBy(m => int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture)).Select(m => m.Groups[2].Value);
        var extended = Uri.UnescapeDataString(string.Concat(pieces));
        return extended.Length > 0 ? extended : PlainName().Match(head) is { Success: true } plain ? plain.Groups[1].Value : "file";
    }

    private static string ContentType(string head) => Type().Match(head) is { Success: true } type ? type.Groups[1].Value : "application/octet-stream";

    private static byte[] Decode(string base64)
    {
        var kept = string.Concat(base64.Where(c => !char.IsWhiteSpace(c)));
        var bytes = new byte[kept.Length];
        return Convert.TryFromBase64String(kept, bytes, out var length) ? bytes[..length] : Encoding.Latin1.GetBytes(base64);
    }

    [GeneratedRegex("boundary=\"([^\"]+)\"", RegexOptions.IgnoreCase)]
    private static partial Regex Boundary();

    [GeneratedRegex("\r\n[ \t]+")]
    private static partial Regex Fold();

    [GeneratedRegex(@"=\?UTF-8\?B\?([A-Za-z0-9+/=]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex Word();

    [GeneratedRegex(@"(\?=)\s+(?==\?)")]
    private static partial Regex BetweenWords();

    [GeneratedRegex(@"filename\*([0-9]+)\*=(?:UTF-8'')?([^;\s]+)")]
    private static partial Regex ExtendedName();

    [GeneratedRegex("filename=\"([^\"]+)\"")]
    private static partial Regex PlainName();

    [GeneratedRegex(@"Content-Type: ([^;\s]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Type();
}

/// <summary>A file of a letter.</summary>
internal sealed record ReadAttachment(string Name, string ContentType, byte[] Bytes);
