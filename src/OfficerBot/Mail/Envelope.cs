using OfficerBot.Documents.Mail;

namespace OfficerBot.Mail;

/// <summary>What the server is told beside the letter.</summary>
/// <param name="From">Where bounces go; providers want the account's own address.</param>
/// <param name="To">At least one.</param>
/// <param name="EnvelopeId">Comes back in a bounce (RFC 3461 ENVID); printable ASCII, at most 100 characters. Ours: the Message-ID.</param>
public sealed record Envelope(MailAddress From, IReadOnlyList<MailAddress> To, string EnvelopeId);
