using OfficerBot.Conversation.Replies;

namespace OfficerBot.Conversation.Setup;

/// <summary>Said who somebody is without the account's number.</summary>
public sealed record WhichAccount : Reply;

/// <summary>No account of this number.</summary>
public sealed record NoSuchAccount(int Account) : Reply;

/// <summary>Said an account's number without a person of the roster.</summary>
public sealed record AccountOfWhom(int Account) : Reply;

/// <summary>The account is bound to this person already.</summary>
public sealed record AccountBoundAlready(int Account, IReadOnlyDictionary<string, string> Name, IReadOnlyDictionary<string, string> Unit) : Reply;

/// <summary>The account is bound to somebody else: asks before it is bound anew.</summary>
public sealed record AccountOfAnother(int Account, IReadOnlyDictionary<string, string> Present, IReadOnlyDictionary<string, string> Name) : Reply;

/// <summary>The account is the one he speaks with.</summary>
public sealed record OwnAccount(int Account) : Reply;

/// <summary>An account was bound.</summary>
public sealed record AccountBound(int Account, string Nickname, IReadOnlyDictionary<string, string> Name, IReadOnlyDictionary<string, string> Unit) : Reply;

/// <summary>An unknown account stays unknown.</summary>
public sealed record AccountLeftAlone : Reply;

/// <summary>This chat is the group's from now on.</summary>
public sealed record GroupLinked(IReadOnlyDictionary<string, string> Group) : Reply;

/// <summary>This chat was the group's before.</summary>
public sealed record GroupLinkedAlready(IReadOnlyDictionary<string, string> Group) : Reply;

/// <summary>A private chat cannot be the group's.</summary>
public sealed record LinkInTheGroup : Reply;
