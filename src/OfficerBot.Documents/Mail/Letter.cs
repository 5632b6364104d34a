using NodaTime;

namespace OfficerBot.Documents.Mail;

/// <summary>
/// A mail as neutral content; <see cref="MimeWriter"/> makes its bytes. Equal letters give equal bytes, so a letter may be
/// written once, stored, and sent again as it was.
/// </summary>
public sealed record Letter
{
    /// <summary>Who sends: the setting's address, with the unit's name.</summary>
    public required Mailbox From { get; init; }

    /// <summary>Who answers: the unit's officer.</summary>
    public Mailbox? ReplyTo { get; init; }

    /// <summary>At least one; there is no Cc and no Bcc.</summary>
    public required IReadOnlyList<Mailbox> To { get; init; }

    /// <summary>One line; a control character (a line break above all) is refused by the writer.</summary>
    public required string Subject { get; init; }

    /// <summary>The plain body; any line endings.</summary>
    public required string Text { get; init; }

    /// <summary>The same body as HTML, ready made and safe; absent: plain only.</summary>
    public string? Html { get; init; }

    public IReadOnlyList<LetterAttachment> Attachments { get; init; } = [];

    /// <summary>Without the angle brackets, e.g. "weekly.2020-W38.r1@bot.example.org"; the same for every sending of one revision.</summary>
    public required string MessageId { get; init; }

    /// <summary>The Message-ID of the revision that this one corrects.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>Office time; written at +0800 whatever offset it is given in.</summary>
    public required OffsetDateTime Date { get; init; }
}
