using NodaTime;
using OfficerBot.Domain.People;
using OfficerBot.Storage.Sql;

namespace OfficerBot.Storage.Rows;

/// <summary>A dialog state as kept.</summary>
/// <param name="Name">Name of the state record.</param>
/// <param name="Version">Version of its form.</param>
/// <param name="Json">The record as JSON text.</param>
public sealed record StateRow(string Name, int Version, string Json, Instant SavedAt);

/// <summary>What the bot waits for from one account in one chat; at most one thing.</summary>
public sealed class StateRows
{
    private readonly Statements _sql;

    internal StateRows(Statements sql) => _sql = sql;

    /// <summary>The state, or null.</summary>
    public StateRow? Find(ChatId chat, AccountId account) => _sql.FirstOrNull(
        $"select name, version, json, saved_at from dialog_state where chat_id = {chat} and account_id = {account}",
        r => new StateRow(r.GetString(0), r.Int(1), r.GetString(2), r.Instant(3)));

    /// <summary>Stores it in the place of any earlier one.</summary>
    public void Put(ChatId chat, AccountId account, StateRow state) => _sql.Write($"""
        insert into dialog_state (chat_id, account_id, name, version, json, saved_at)
        values ({chat}, {account}, {state.Name}, {state.Version}, {state.Json}, {state.SavedAt})
        on conflict (chat_id, account_id) do update set name = excluded.name, version = excluded.version, json = excluded.json, saved_at = excluded.saved_at
        """);

    /// <summary>The bot waits for nothing any more.</summary>
    public void Remove(ChatId chat, AccountId account) => _sql.Write($"delete from dialog_state where chat_id = {chat} and account_id = {account}");
}
