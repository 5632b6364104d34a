using NodaTime;
using OfficerBot.Domain.People;
using OfficerBot.Storage.Sql;

namespace OfficerBot.Storage.Rows;

/// <summary>What an account asked last in a chat; at most one thing.</summary>
public sealed class RecentRows
{
    private readonly Statements _sql;

    internal RecentRows(Statements sql) => _sql = sql;

    /// <summary>The request as JSON text when it was said at <paramref name="notBefore"/> or later, or null.</summary>
    public string? Find(ChatId chat, AccountId account, Instant notBefore) => _sql.FirstOrNull(
        $"select json from recent_request where chat_id = {chat} and account_id = {account} and said_at >= {notBefore}", r => r.GetString(0));

    /// <summary>Stores it in the place of any earlier one.</summary>
    public void Put(ChatId chat, AccountId account, string json, Instant at) => _sql.Write($"""
        insert into recent_request (chat_id, account_id, json, said_at) values ({chat}, {account}, {json}, {at})
        on conflict (chat_id, account_id) do update set json = excluded.json, said_at = excluded.said_at
        """);

    /// <summary>Nothing is to be followed any more.</summary>
    public void Remove(ChatId chat, AccountId account) => _sql.Write($"delete from recent_request where chat_id = {chat} and account_id = {account}");
}
