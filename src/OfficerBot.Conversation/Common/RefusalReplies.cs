using OfficerBot.Conversation.Replies;

namespace OfficerBot.Conversation.Common;

/// <summary>Our own mistake; nothing was changed, the fault is on record under a number.</summary>
public sealed record SomethingWentWrong(string Fault) : Reply;

/// <summary>The person's role does not allow it; who may.</summary>
public sealed record NotAllowed(Reply Allowed) : Reply;

/// <summary>Those who may, inside not_allowed.</summary>
public sealed record AllowedLiaison : Reply;

/// <summary>Those who may, inside not_allowed.</summary>
public sealed record AllowedBooks : Reply;

/// <summary>Those who may, inside not_allowed.</summary>
public sealed record AllowedUnit(IReadOnlyDictionary<string, string> Unit) : Reply;

/// <summary>A date that cannot be; nothing was changed.</summary>
public sealed record ImpossibleDate(string Words) : Reply;

/// <summary>The working calendar of that year is not known, so working days cannot be counted.</summary>
public sealed record UnknownYear(string Year) : Reply;

/// <summary>The message is longer than the bot takes; nothing was filed.</summary>
public sealed record TooLong(int Length, int Limit) : Reply;

/// <summary>The disk does not take anything; nothing was filed, and the person should say it again later.</summary>
public sealed record StoreUnavailable : Reply;

/// <summary>The bot's name beside its messages.</summary>
public sealed record BotName : Reply;

/// <summary>In place of a message that its sender deleted.</summary>
public sealed record MessageTakenBack : Reply;

/// <summary>A mail address typed in chat is never used; reports go only where the notice says.</summary>
public sealed record AddressRefused(string Address, string Mailbox) : Reply;

/// <summary>A file that cannot be read as what it should be.</summary>
public sealed record UnreadableFile(string File, string Reason) : Reply;
