using NodaTime;
using OfficerBot.Conversation.Roster;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.People;

namespace OfficerBot.Conversation.Turns;

/// <summary>The closed set of things a door hands inward. Nothing further in sees the wire.</summary>
/// <param name="By">Who.</param>
/// <param name="Where">In which chat.</param>
/// <param name="At">Office time of arrival.</param>
/// <param name="Message">The channel's id of the message; null where it has none.</param>
public abstract record Said(Account By, Chat Where, Instant At, string? Message)
{
    /// <summary>A message.</summary>
    /// <param name="Text">Cleaned text without the bot's mention; may be empty when there are pictures or files.</param>
    /// <param name="Pictures">Pictures sent with it, already kept.</param>
    /// <param name="Files">Other files sent with it.</param>
    /// <param name="Mentioned">The bot was mentioned or called by name.</param>
    /// <param name="RepliesTo">The channel's id of the message it quotes, or null.</param>
    public sealed record Words(
        Account By, Chat Where, Instant At, string? Message, string Text, IReadOnlyList<Picture> Pictures, IReadOnlyList<SaidFile> Files,
        bool Mentioned, string? RepliesTo) : Said(By, Where, At, Message)
    {
        /// <summary>Names of files that came with it and could not be had.</summary>
        public IReadOnlyList<string> Lost { get; init; } = [];

        /// <summary>It has attachments that the platform does not hand to bots.</summary>
        public bool HasUnseen { get; init; }

        /// <summary>A button of a card that was put to somebody else: it answers nothing that the speaker himself was asked.</summary>
        public bool IsOfAnothersCard { get; init; }

        /// <summary>The message it replies to; null when it replies to none, or nothing is known of it.</summary>
        public QuotedMessage? Quoted { get; init; }
    }

    /// <summary>An earlier message was edited on the platform.</summary>
    public sealed record Edited(Account By, Chat Where, Instant At, string? Message, string Text) : Said(By, Where, At, Message)
    {
        /// <summary>It had been deleted, and its sender has undone that.</summary>
        public bool IsBack { get; init; }
    }

    /// <summary>An earlier message was deleted on the platform.</summary>
    public sealed record Deleted(Account By, Chat Where, Instant At, string? Message) : Said(By, Where, At, Message);

    /// <summary>A person came into the chat, or opened a private one.</summary>
    public sealed record Joined(Account By, Chat Where, Instant At) : Said(By, Where, At, null);

    /// <summary>Somebody brought the bot into a group chat.</summary>
    public sealed record Invited(Account By, Chat Where, Instant At) : Said(By, Where, At, null);

    /// <summary>Somebody took the bot out of a group chat, into which nothing can be said any more.</summary>
    public sealed record Removed(Account By, Chat Where, Instant At) : Said(By, Where, At, null);
}

/// <summary>A file that is not a picture, for example a roster sheet.</summary>
public sealed record SaidFile(string Name, string ContentType, byte[] Bytes)
{
    /// <summary>What reading it as a table gave, where that was done before the turn; else null.</summary>
    public TableRead? Table { get; init; }
}
