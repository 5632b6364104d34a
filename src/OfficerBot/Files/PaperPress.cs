using NodaTime;
using OfficerBot.Conversation.Reports;
using OfficerBot.Documents.Mail;
using OfficerBot.Documents.Papers;
using OfficerBot.Documents.Sheets;
using OfficerBot.Domain.Papers;
using OfficerBot.Domain.Reports;

namespace OfficerBot.Files;

/// <summary>Prints the office's papers as .docx (and .xlsx where they have tables) and seals them into the letter that is mailed.</summary>
/// <param name="readPicture">The bytes of a picture by its hash, or null.</param>
/// <param name="from">The one address reports come from; its name in the letter is the unit's.</param>
internal sealed class PaperPress(Func<string, byte[]?> readPicture, MailAddress from) : IPaperPress
{
    private static readonly Offset Beijing = Offset.FromHours(8);

    public PrintedPaper Print(OfficePaper paper, Instant at)
    {
        var printed = new PaperForm(readPicture).Of(paper, at);
        return new(PaperText.Render(printed), Files(paper, printed, at));
    }

    public SealedPaper? Seal(OfficePaper paper, Sealing sealing)
    {
        var files = Files(paper, new PaperForm(readPicture).Of(paper, sealing.At), sealing.At);
        if (files.Sum(f => (long)f.Bytes.Length) > MimeWriter.MaxAttachedBytes)
        {
            return null;
        }

        var letter = LetterOf(paper, sealing, files);
        return new(letter.MessageId, files, MimeWriter.Write(letter));
    }

    private static List<ReportFile> Files(OfficePaper paper, Paper printed, Instant at)
    {
        var files = new List<ReportFile> { new($"{paper.Mail.FileName}.docx", DocxWriter.ContentType, DocxWriter.Write(printed)) };
        if (PaperSheets.Of(paper, at) is { } book)
        {
            files.Add(new($"{paper.Mail.FileName}.xlsx", XlsxWriter.ContentType, XlsxWriter.Write(book)));
        }

        return files;
    }

    // People on the roster have phones and no mail addresses, so Reply-To names the officer at the address that sends.
    private Letter LetterOf(OfficePaper paper, Sealing sealing, IReadOnlyList<ReportFile> files) => new()
    {
        From = new Mailbox(from, paper.Head.Issuer),
        ReplyTo = new Mailbox(from, sealing.Officer),
        To = [new Mailbox(MailAddress.Parse(sealing.Notice.Mailbox), sealing.Notice.MailboxName)],
        Subject = paper.Mail.Subject,
        Text = $"{paper.Mail.Letter}\n\n{paper.Head.Issuer}\n{paper.Head.Date}\n",
        Attachments = [.. files.Select(f => new LetterAttachment(f.Name, f.Bytes))],
        MessageId = $"{sealing.MessageIdLeft}@{from.Domain}",
        InReplyTo = sealing.Corrects,
        Date = sealing.At.WithOffset(Beijing),
    };
}
