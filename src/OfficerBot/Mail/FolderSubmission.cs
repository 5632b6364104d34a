using System.Security.Cryptography;
using OfficerBot.Mail.Smtp;

namespace OfficerBot.Mail;

/// <summary>
/// Sample mode's mail server: a letter becomes one .eml file in a folder, whole or not at all, and the answer reads like a
/// server's. The same letter twice gives the same file, as one Message-ID shows once in a mailbox.
/// </summary>
/// <param name="folder">Made when missing.</param>
public sealed class FolderSubmission(string folder) : IMailSubmission
{
    public async Task<SmtpOutcome> SubmitAsync(Envelope envelope, ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        var name = FileName(envelope, message.Span);
        var path = Path.Combine(folder, name);
        try
        {
            Directory.CreateDirectory(folder);
            await WriteAsync(path, message, cancellationToken);
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or OperationCanceledException)
        {
            return new SmtpOutcome.Transient(SmtpStage.Body, broken.Message);
        }

        return new SmtpOutcome.Accepted(new SmtpReply(250, [$"2.0.0 Ok: written to folder, queued as {name}"]), []);
    }

    /// <summary>First beside its place, then renamed: a reader of the folder never sees half a letter.</summary>
    private static async Task WriteAsync(string path, ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        var unfinished = path + ".part";
        await using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            await file.WriteAsync(message, cancellationToken);
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path, overwrite: true);
    }

    /// <summary>E.g. "2020-09-16_112003_report.0007.r1@bot.example.org.eml": sorts by the letter's own date.</summary>
    private static string FileName(Envelope envelope, ReadOnlySpan<byte> message)
    {
        var id = string.Concat(envelope.EnvelopeId.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '@' ? c : '_'));
        return $"{LetterDate.Of(message)}_{(id.Length is > 0 and <= 100 ? id : Convert.ToHexStringLower(SHA256.HashData(message))[..16])}.eml";
    }
}
