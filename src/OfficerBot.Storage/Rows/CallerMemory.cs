using OfficerBot.Domain.People;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Storage.Rows;

/// <summary>
/// Accounts, bindings and chats as the writer last read or wrote them: every turn begins with them, and they seldom change. A change that is not followed
/// entry by entry drops everything. A reader has none: what it sees is another snapshot each time.
/// </summary>
internal sealed class CallerMemory
{
    /// <summary>Entries of each kind; more than the accounts and chats of the largest office.</summary>
    private const int Most = 20_000;

    private readonly Dictionary<(string Channel, string User), Account> _accounts = [];
    private readonly Dictionary<AccountId, IReadOnlyList<(GroupId Group, PersonId Person)>> _bindings = [];
    private readonly Dictionary<(string Channel, string Conversation), UsedChat> _chats = [];

    public Account? Account(string channel, string user) => _accounts.GetValueOrDefault((channel, user));

    public IReadOnlyList<(GroupId Group, PersonId Person)>? Bindings(AccountId account) => _bindings.GetValueOrDefault(account);

    public UsedChat? Chat(string channel, string conversation) => _chats.GetValueOrDefault((channel, conversation));

    public void Keep(Account account) => Keep(_accounts, (account.Channel, account.User), account);

    public void Keep(AccountId account, IReadOnlyList<(GroupId Group, PersonId Person)> bindings) => Keep(_bindings, account, bindings);

    public void Keep(UsedChat chat) => Keep(_chats, (chat.Chat.Channel, chat.Chat.Conversation), chat);

    /// <summary>An account, a binding or a chat was changed, or a change was rolled back.</summary>
    public void Forget()
    {
        _accounts.Clear();
        _bindings.Clear();
        _chats.Clear();
    }

    private static void Keep<TKey, TValue>(Dictionary<TKey, TValue> entries, TKey key, TValue value)
        where TKey : notnull
    {
        if (entries.Count >= Most)
        {
            entries.Clear();
        }

        entries[key] = value;
    }
}

/// <summary>A chat with what is not for the dialogs.</summary>
/// <param name="UsedAt">When something last came from it, as kept: epoch milliseconds.</param>
/// <param name="Reference">The channel's own reference as JSON text; null when none was kept.</param>
internal sealed record UsedChat(Chat Chat, long UsedAt, string? Reference);
