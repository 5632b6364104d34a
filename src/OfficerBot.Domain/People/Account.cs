using NodaTime;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Domain.People;

/// <summary>Row id of an account.</summary>
public readonly record struct AccountId(long Value);

/// <summary>Row id of a chat.</summary>
public readonly record struct ChatId(long Value);

/// <summary>An account on a channel. A person is not an account: binding is a row that says who vouched.</summary>
/// <param name="Channel">For example <c>directline</c>, <c>msteams</c>.</param>
/// <param name="User">The channel's id of the user.</param>
/// <param name="Name">Display name from the channel; untrusted.</param>
/// <param name="Locale"><c>zh</c> or <c>en</c>: the language last written in.</param>
/// <param name="Person">Who it is bound to; null for a stranger.</param>
public sealed record Account(AccountId Id, string Channel, string User, string Name, string Locale, PersonId? Person);

/// <summary>A chat on a channel.</summary>
/// <param name="Group">The group whose chat it is, for a linked group chat; null otherwise.</param>
/// <param name="IsGroup">Several people can read it.</param>
/// <param name="Owner">For a private chat: the account on the other side.</param>
/// <param name="CanUpdate">The channel can edit what was sent.</param>
public sealed record Chat(ChatId Id, string Channel, string Conversation, bool IsGroup, GroupId? Group, AccountId? Owner, bool CanUpdate, bool Reachable);
