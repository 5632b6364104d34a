using OfficerBot.Domain.People;

namespace OfficerBot.Conversation.Turns;

/// <summary>A message that another replies to, as far as the channel lets us know it.</summary>
/// <param name="Text">Its words or their beginning; may be empty.</param>
/// <param name="By">Who wrote it; null for the bot, and where it is not known.</param>
/// <param name="IsOurs">The bot wrote it.</param>
public sealed record QuotedMessage(string Text, AccountId? By, bool IsOurs)
{
    /// <summary>For an answer of the bot: what had been asked; null where it is not known.</summary>
    public string? Request { get; init; }

    /// <summary>It only begins the thread in which all are replies to it.</summary>
    public bool IsRoot { get; init; }
}
