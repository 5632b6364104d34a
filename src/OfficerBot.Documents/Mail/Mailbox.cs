namespace OfficerBot.Documents.Mail;

/// <summary>An address and the name shown for it. Names longer than 15 hanzi (45 UTF-8 bytes) are cut when written.</summary>
public sealed record Mailbox(MailAddress Address, string? Name = null);
