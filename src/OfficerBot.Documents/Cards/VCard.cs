using System.Text;
using System.Text.RegularExpressions;
using OfficerBot.Documents.Packages;

namespace OfficerBot.Documents.Cards;

/// <summary>Writes a contact as .vcf: 3.0 (RFC 2426), which every phone takes, or 4.0 (RFC 6350). UTF-8 without a mark, CRLF, folded at 75 octets.</summary>
public static partial class VCard
{
    public const string ContentType = "text/vcard";

    private const int LongestLine = 75;

    public static byte[] Write(Contact contact, VCardVersion version = VCardVersion.Three)
    {
        ArgumentNullException.ThrowIfNull(contact);
        var card = new StringBuilder();
        Append(card, "BEGIN:VCARD");
        Append(card, version == VCardVersion.Three ? "VERSION:3.0" : "VERSION:4.0");
        Append(card, "FN:" + Escape(contact.Name));
        // Family and given name are not told apart: a wrong guess at 欧阳 shows in every address book.
        Append(card, "N:" + Escape(contact.Name) + ";;;;");
        AppendIfAny(card, "ORG:", contact.Unit);
        AppendIfAny(card, "TITLE:", contact.Title);
        foreach (var phone in contact.Phones)
        {
            AppendIfAny(card, (Mobile().IsMatch(phone), version) switch
            {
                (true, VCardVersion.Three) => "TEL;TYPE=CELL,VOICE:",
                (false, VCardVersion.Three) => "TEL;TYPE=WORK,VOICE:",
                (true, _) => "TEL;TYPE=\"cell,voice\":",
                (false, _) => "TEL;TYPE=\"work,voice\":",
            }, phone);
        }

        Append(card, "END:VCARD");
        return Encoding.UTF8.GetBytes(card.ToString());
    }

    [GeneratedRegex(@"^\s*(\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}\s*$")]
    private static partial Regex Mobile();

    private static string Escape(string text) => LegalText.Clean(text.Trim())
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);

    private static void AppendIfAny(StringBuilder card, string property, string text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            Append(card, property + Escape(text));
        }
    }

    /// <summary>Folds between characters, never inside one: a phone that unfolds bytes would otherwise show broken hanzi.</summary>
    private static void Append(StringBuilder card, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                card.Append("\r\n ");
                octets = 1;
            }

            card.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        card.Append("\r\n");
    }
}

public enum VCardVersion
{
    Three,
    Four,
}
