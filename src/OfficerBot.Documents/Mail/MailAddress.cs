using System.Diagnostics.CodeAnalysis;

namespace OfficerBot.Documents.Mail;

/// <summary>
/// An address that may stand in an envelope or a header: ASCII dot-atom, "@", a host name of LDH labels; at most 254 characters
/// (RFC 5321 §4.5.3.1). No quotes, brackets, blanks, CR or LF can be in it, so it can be written anywhere as it is.
/// </summary>
public sealed record MailAddress
{
    private const string AtomMarks = "!#$%&'*+-/=?^_`{|}~";

    private MailAddress(string value) => Value = value;

    /// <summary>As written by its owner; the case of the part before "@" is kept.</summary>
    public string Value { get; }

    /// <summary>The part after "@".</summary>
    public string Domain => Value[(Value.IndexOf('@') + 1)..];

    /// <summary>Throws <see cref="FormatException"/> where <see cref="TryParse"/> answers false.</summary>
    public static MailAddress Parse(string text) =>
        TryParse(text, out var address) ? address : throw new FormatException("Not a mail address.");

    /// <summary>Takes a bare address ("a@example.org"), nothing around it.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out MailAddress? address)
    {
        address = null;
        if (text is null || text.Length > 254)
        {
            return false;
        }

        var at = text.IndexOf('@');
        if (at is < 1 or > 64 || !IsLocalPart(text[..at]) || !IsDomain(text[(at + 1)..]))
        {
            return false;
        }

        address = new MailAddress(text);
        return true;
    }

    public override string ToString() => Value;

    private static bool IsLocalPart(string text) =>
        text.Split('.').All(atom => atom.Length > 0 && atom.All(c => char.IsAsciiLetterOrDigit(c) || AtomMarks.Contains(c)));

    private static bool IsDomain(string text) => text.Split('.').All(label =>
        label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-' && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'));
}
