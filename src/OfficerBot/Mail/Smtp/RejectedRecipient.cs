using OfficerBot.Documents.Mail;

namespace OfficerBot.Mail.Smtp;

/// <summary>A recipient whom the server refused, in its own words.</summary>
public sealed record RejectedRecipient(MailAddress Address, SmtpReply Reply);
