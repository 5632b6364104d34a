namespace OfficerBot.Mail.Smtp;

/// <summary>What came back is not an SMTP reply, or too much of one. Stays inside this folder.</summary>
internal sealed class SmtpReplyException(string message) : Exception(message);
