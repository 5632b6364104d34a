using NodaTime;
using OfficerBot.Domain.People;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Domain.Ledger;

/// <summary>Accounts and chats.</summary>
public interface IPeopleRows
{
    /// <summary>The account; throws when unknown.</summary>
    Account Get(AccountId id);

    /// <summary>The account, or null when there is none of this id: people type account numbers.</summary>
    Account? Find(AccountId id);

    /// <summary>Binds an account to a person; an earlier binding of the account ends.</summary>
    /// <param name="vouchedBy">The person who vouched; null for the sample page or the command line, then <paramref name="how"/> says which.</param>
    void Bind(AccountId account, PersonId person, PersonId? vouchedBy, string how, Instant at);

    /// <summary>Makes a group chat one of this group's chats.</summary>
    void Link(ChatId chat, PersonId? by, string how, Instant at);

    /// <summary>A private chat in which the person can be reached, the one last used first; null when there is none.</summary>
    Chat? ReachableChat(PersonId person);

    /// <summary>What became of the message of this key in the private chats of a person; null when none was decided for them.</summary>
    Told? Told(PersonId person, string key);

    /// <summary>What was decided for private chats under keys that begin so, the earliest first.</summary>
    IReadOnlyList<KeyedTold> ToldUnder(string prefix);

    /// <summary>The group's chats.</summary>
    IReadOnlyList<Chat> GroupChats();

    /// <summary>The accounts bound to a person.</summary>
    IReadOnlyList<Account> AccountsOf(PersonId person);
}

/// <summary>A message that was decided for somebody.</summary>
/// <param name="At">When, by office time.</param>
/// <param name="IsLost">The channel refused it, or it was dropped: it will not be sent again.</param>
public readonly record struct Told(Instant At, bool IsLost);

/// <summary>The same, with its key.</summary>
/// <param name="Key">As it was given, without the chat.</param>
/// <param name="At">When, by office time.</param>
/// <param name="IsLost">The channel refused it, or it was dropped.</param>
public readonly record struct KeyedTold(string Key, Instant At, bool IsLost);
