using OfficerBot.Mail.Smtp;

namespace OfficerBot.Mail;

/// <summary>
/// Hands one letter to whoever carries it on. Never throws for what the other side does or for a cancellation: every end
/// of an attempt is an outcome, because the outbox must write it down.
/// </summary>
public interface IMailSubmission
{
    /// <param name="envelope">Who it is from and for.</param>
    /// <param name="message">The letter's stored bytes.</param>
    /// <param name="cancellationToken">Ends the attempt; the outcome says whether the server may have the letter.</param>
    Task<SmtpOutcome> SubmitAsync(Envelope envelope, ReadOnlyMemory<byte> message, CancellationToken cancellationToken);
}
