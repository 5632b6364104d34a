using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace OfficerBot.Documents.Mail;

/// <summary>
/// Makes a letter's bytes: 7-bit, CRLF, lines of at most 78 octets (but for the office formats' own long names), bodies in
/// base64, no trace of the clock or of chance.
/// The source of each rule is RFC 5322, 2045-2047, 2231 and 3834, and what Chinese web mail is known to show wrongly.
/// </summary>
public static partial class MimeWriter
{
    /// <summary>All attachments together, before base64.</summary>
    public const int MaxAttachedBytes = 10 * 1024 * 1024;

    private static readonly OffsetDateTimePattern DatePattern =
        OffsetDateTimePattern.CreateWithInvariantCulture("ddd, dd MMM uuuu HH:mm:ss o<+HHmm>");

    private static readonly Offset Beijing = Offset.FromHours(8);

    /// <summary>
    /// Throws <see cref="FormatException"/> before a byte is made when a header would carry a control character (the way in
    /// for forged headers) or half a character, an id is not one, there is no recipient, or the attachments are too large.
    /// </summary>
    public static byte[] Write(Letter letter)
    {
        Check(letter);
        var mail = new StringBuilder();
        WriteHeaders(mail, letter);
        WriteContent(mail, letter);
        return Encoding.ASCII.GetBytes(mail.ToString());
    }

    private static void WriteHeaders(StringBuilder mail, Letter letter)
    {
        Header(mail, "Date", DatePattern.Format(letter.Date.WithOffset(Beijing)));
        Header(mail, "From", MimeHeaders.Mailboxes("From", [letter.From]));
        if (letter.ReplyTo is { } replyTo)
        {
            Header(mail, "Reply-To", MimeHeaders.Mailboxes("Reply-To", [replyTo]));
        }

        Header(mail, "To", MimeHeaders.Mailboxes("To", letter.To));
        Header(mail, "Subject", MimeHeaders.Unstructured("Subject", letter.Subject));
        Header(mail, "Message-ID", $"<{letter.MessageId}>");
        if (letter.InReplyTo is { } earlier)
        {
            Header(mail, "In-Reply-To", $"<{earlier}>");
            Header(mail, "References", $"<{earlier}>");
        }

        Header(mail, "Auto-Submitted", "auto-generated");
        Header(mail, "MIME-Version", "1.0");
    }

    private static void WriteContent(StringBuilder mail, Letter letter)
    {
        if (letter.Attachments.Count == 0)
        {
            WriteBody(mail, letter);
            return;
        }

        WriteMultipart(mail, "mixed", letter.MessageId,
            [() => WriteBody(mail, letter), .. letter.Attachments.Select<LetterAttachment, Action>(file => () => WriteFile(mail, file))]);
    }

    private static void WriteBody(StringBuilder mail, Letter letter)
    {
        if (letter.Html is not { } html)
        {
            WriteText(mail, "plain", letter.Text);
            return;
        }

        WriteMultipart(mail, "alternative", letter.MessageId,
            [() => WriteText(mail, "plain", letter.Text), () => WriteText(mail, "html", html)]);
    }

    private static void WriteMultipart(StringBuilder mail, string kind, string messageId, IReadOnlyList<Action> parts)
    {
        var boundary = Boundary(kind, messageId);
        Header(mail, "Content-Type", $"multipart/{kind};\r\n boundary=\"{boundary}\"");
        mail.Append("\r\n");
        foreach (var part in parts)
        {
            mail.Append("--").Append(boundary).Append("\r\n");
            part();
        }

        mail.Append("--").Append(boundary).Append("--\r\n");
    }

    private static void WriteText(StringBuilder mail, string kind, string text)
    {
        Header(mail, "Content-Type", $"text/{kind}; charset=utf-8");
        Base64(mail, Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n")));
    }

    private static void WriteFile(StringBuilder mail, LetterAttachment file)
    {
        Header(mail, "Content-Type", MimeHeaders.ContentType(file));
        Header(mail, "Content-Disposition", MimeHeaders.Disposition(file));
        Base64(mail, file.Content.Span);
    }

    private static void Base64(StringBuilder mail, ReadOnlySpan<byte> bytes)
    {
        Header(mail, "Content-Transfer-Encoding", "base64");
        mail.Append("\r\n").Append(Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks)).Append("\r\n");
    }

    private static void Header(StringBuilder mail, string name, string value) =>
        mail.Append(name).Append(": ").Append(value).Append("\r\n");

    /// <summary>"=_" never occurs in base64, so no body can contain it; the id makes it differ between letters.</summary>
    private static string Boundary(string kind, string messageId) =>
        "=_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes($"{kind}:{messageId}")))[..32];

    private static void Check(Letter letter)
    {
        Mailbox?[] boxes = [letter.From, letter.ReplyTo, .. letter.To];
        string?[] texts = [letter.Subject, .. boxes.Select(box => box?.Name)];
        Refuse(texts.Any(text => text is not null && !IsOneLine(text)), "A header text holds a control character or half a character.");
        Refuse(!IdPattern().IsMatch(letter.MessageId), "The Message-ID is not one.");
        Refuse(letter.InReplyTo is { } earlier && !IdPattern().IsMatch(earlier), "In-Reply-To is not a Message-ID.");
        Refuse(letter.To.Count == 0, "A letter needs a recipient.");
        Refuse(letter.Attachments.Sum(file => (long)file.Content.Length) > MaxAttachedBytes, "The attachments are larger than 10 MiB.");
    }

    private static bool IsOneLine(string text) =>
        !text.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029') && IsWhole(text);

    private static bool IsWhole(string text) =>
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text;

    private static void Refuse(bool isWrong, string why)
    {
        if (isWrong)
        {
            throw new FormatException(why);
        }
    }

    [GeneratedRegex(@"\A(?=.{3,200}\z)[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\z")]
    private static partial Regex IdPattern();
}
