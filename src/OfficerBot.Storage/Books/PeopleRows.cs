using NodaTime;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.People;
using OfficerBot.Domain.Roster;
using OfficerBot.Storage.Rows;
using OfficerBot.Storage.Sql;

namespace OfficerBot.Storage.Books;

/// <summary>Accounts as this group knows them, and its chats.</summary>
internal sealed class PeopleRows(GroupId group, Statements sql, CallerMemory? memory) : IPeopleRows
{
    private static readonly Raw AccountColumns = new("a.id, a.channel, a.user_id, a.name, a.locale, b.person_id");

    public Account Get(AccountId id) => Find(id) ?? throw new KeyNotFoundException($"No account {id.Value}.");

    public Account? Find(AccountId id) =>
        sql.FirstOrNull(
            $"""
            select {AccountColumns} from account a left join binding b on b.account_id = a.id and b.group_id = {group} and b.ended_at is null where a.id = {id}
            """,
            AccountRows.Read);

    public void Bind(AccountId account, PersonId person, PersonId? vouchedBy, string how, Instant at)
    {
        if (sql.Number($"select 1 from person where id = {person} and group_id = {group} and removed_at is null") is null)
        {
            throw new KeyNotFoundException($"No person {person.Value} on this roster.");
        }

        sql.Write($"update binding set ended_at = {at} where account_id = {account} and group_id = {group} and ended_at is null");
        sql.Write($"""
            insert into binding (group_id, account_id, person_id, vouched_by, how, bound_at) values ({group}, {account}, {person}, {vouchedBy}, {how}, {at})
            """);
        memory?.Forget();
    }

    public void Link(ChatId chat, PersonId? by, string how, Instant at)
    {
        if (sql.Write($"update chat set group_id = {group} where id = {chat} and is_group = 1") == 0)
        {
            throw new KeyNotFoundException($"No group chat {chat.Value}.");
        }

        memory?.Forget();
        sql.Write($"insert into chat_link (group_id, chat_id, by_person, how, at) values ({group}, {chat}, {by}, {how}, {at})");
    }

    public Chat? ReachableChat(PersonId person) => sql.FirstOrNull(
        $"""
        select {ChatRows.Columns} from chat c join binding b on b.account_id = c.owner_id
        where b.person_id = {person} and b.group_id = {group} and b.ended_at is null and c.is_group = 0 and c.reachable = 1
        order by c.last_used_at desc, c.id desc limit 1
        """,
        ChatRows.Read);

    // In whichever chat he used last then: he may have come from another one since.
    public Told? Told(PersonId person, string key) => sql.First(
        $"""
        select o.created_at, o.state from binding b join chat c on c.owner_id = b.account_id
        join outgoing o on o.group_id = {group} and o.unique_key = {OutboxRows.KeyIn(key)} || c.id
        where b.person_id = {person} and b.group_id = {group} and b.ended_at is null and c.is_group = 0
        order by o.state > 1, o.id desc limit 1
        """,
        r => new Told(r.Instant(0), r.Int(1) > 1),
        out var told) ? told : null;

    // Keys are ASCII: the sign after the last one of the prefix ends them.
    public IReadOnlyList<KeyedTold> ToldUnder(string prefix) => sql.List(
        $"""
        select o.unique_key, o.created_at, o.state from outgoing o join chat c on c.id = o.chat_id
        where o.group_id = {group} and o.unique_key >= {prefix} and o.unique_key < {prefix[..^1] + (char)(prefix[^1] + 1)} and c.is_group = 0 order by o.id
        """,
        r => new KeyedTold(OutboxRows.WithoutChat(r.GetString(0)), r.Instant(1), r.Int(2) > 1));

    public IReadOnlyList<Chat> GroupChats() =>
        sql.List($"select {ChatRows.Columns} from chat c where c.group_id = {group} and c.is_group = 1 order by c.id", ChatRows.Read);

    public IReadOnlyList<Account> AccountsOf(PersonId person) => sql.List(
        $"""
        select {AccountColumns} from binding b join account a on a.id = b.account_id
        where b.person_id = {person} and b.group_id = {group} and b.ended_at is null order by a.id
        """,
        AccountRows.Read);
}
