using NodaTime;
using OfficerBot.Domain.People;
using OfficerBot.Domain.Roster;
using OfficerBot.Storage.Sql;

namespace OfficerBot.Storage.Rows;

/// <summary>Messages to be sent: a row first, sent afterwards, known again when repeated.</summary>
public sealed class OutboxRows
{
    private static readonly Raw Columns = new(
        "o.id, o.group_id, o.unique_key, o.card_key, o.chat_id, o.reply_name, o.values_json, o.locale, o.rendered, o.state, o.attempts, o.sent_at,"
        + " o.activity_id, o.created_at");

    private readonly Statements _sql;
    private readonly Departing _departing;

    internal OutboxRows(Statements sql, Departing departing)
    {
        _sql = sql;
        _departing = departing;
    }

    /// <summary>Adds a message; its row id, or null when one of this key was there already, and then nothing is done.</summary>
    /// <param name="sentAs">For a channel whose log lies in the same transaction: the activity's id; the row then counts as sent at once.</param>
    public long? Add(NewOutgoing message, string? sentAs = null)
    {
        var state = sentAs is null ? OutgoingState.Pending : OutgoingState.Sent;
        Instant? sentAt = sentAs is null ? null : message.At;
        var id = _sql.Insert($"""
            insert into outgoing (group_id, unique_key, card_key, chat_id, reply_name, values_json, locale, rendered, state, attempts, next_at, sent_at,
                activity_id, created_at)
            values ({message.Group?.Value ?? string.Empty}, {message.Key}, {message.Card}, {message.Chat}, {message.Reply}, {message.Values},
                {message.Locale}, {message.Rendered}, {state}, 0, 0, {sentAt}, {sentAs}, {message.At})
            on conflict (group_id, unique_key) do nothing
            """);
        if (id is { } added && state == OutgoingState.Pending)
        {
            _departing.Add(new PendingMessage(added, message.Chat, message.Card, message.Rendered));
        }

        return id;
    }

    /// <summary>The key of the row for one chat of a message that may go to several.</summary>
    public static string KeyIn(ChatId chat, string key) => $"{KeyIn(key)}{chat.Value}";

    /// <summary>What such a key begins with; the chat's number follows.</summary>
    internal static string KeyIn(string key) => $"{key}>";

    /// <summary>The key as it was given, of a row's key.</summary>
    internal static string WithoutChat(string key) => key.LastIndexOf('>') is >= 0 and var end ? key[..end] : key;

    /// <summary>True when a message of this key was ever added.</summary>
    public bool Has(GroupId? group, string key) =>
        _sql.Number($"select 1 from outgoing where group_id = {group?.Value ?? string.Empty} and unique_key = {key}") is not null;

    /// <summary>The newest sent message of a card in a chat, the one to be updated in place; null when there is none.</summary>
    public OutgoingRow? NewestOfCard(ChatId chat, string card) => _sql.FirstOrNull(
        $"""
        select {Columns} from outgoing o
        where o.chat_id = {chat} and o.card_key = {card} and o.state = 1 and o.activity_id is not null order by o.id desc limit 1
        """,
        Read);

    /// <summary>The message a channel took under this id, when it is among the newest ones of all chats; else null.</summary>
    /// <param name="newest">How many of them are looked through: ids have no index, and what people reply to is new.</param>
    public OutgoingRow? SentAs(ChatId chat, string activityId, int newest) => _sql.FirstOrNull(
        $"""
        select {Columns} from outgoing o
        where o.id > (select coalesce(max(id), 0) from outgoing) - {newest} and o.chat_id = {chat} and o.activity_id = {activityId} order by o.id desc limit 1
        """,
        Read);

    /// <summary>True when a message of the card was sent into the chat or waits for it.</summary>
    public bool HasCard(ChatId chat, string card) =>
        _sql.Number($"select 1 from outgoing where chat_id = {chat} and card_key = {card} and state in (0, 1) limit 1") is not null;

    /// <summary>The channel took it.</summary>
    /// <param name="activityId">Its id there; null where the channel gives none.</param>
    /// <param name="attempts">How often it was tried.</param>
    public void Sent(long id, string? activityId, Instant at, int attempts = 1)
    {
        _sql.Write($"update outgoing set state = 1, sent_at = {at}, activity_id = {activityId}, attempts = {attempts} where id = {id}");
        _departing.Remove(id);
    }

    /// <summary>The channel refused it for good.</summary>
    public void Failed(long id, int attempts = 1)
    {
        _sql.Write($"update outgoing set state = 2, attempts = {attempts} where id = {id} and state = 0");
        _departing.Remove(id);
    }

    /// <summary>It is no longer worth sending.</summary>
    public void Dropped(long id)
    {
        _sql.Write($"update outgoing set state = 3 where id = {id} and state = 0");
        _departing.Remove(id);
    }

    /// <summary>The channel wants its chat left alone until then, by machine time; the message goes on waiting.</summary>
    public void Rest(long id, Instant until, int attempts) =>
        _sql.Write($"update outgoing set next_at = {until}, attempts = {attempts} where id = {id} and state = 0");

    /// <summary>Until when a chat for which something waits is left alone; long past when it is not.</summary>
    public Instant RestsUntil(ChatId chat) =>
        Instant.FromUnixTimeMilliseconds(_sql.Number($"select max(next_at) from outgoing where chat_id = {chat} and state = 0") ?? 0);

    /// <summary>What waits to be sent into a chat, oldest first.</summary>
    public IReadOnlyList<OutgoingRow> WaitingIn(ChatId chat) =>
        _sql.List($"select {Columns} from outgoing o where o.chat_id = {chat} and o.state = 0 order by o.id", Read);

    /// <summary>The same with what a sender needs of it.</summary>
    /// <param name="after">Row of the last one known; 0 for none.</param>
    public IReadOnlyList<PendingMessage> WaitingIn(ChatId chat, long after, int limit) => _sql.List(
        $"select o.id, o.card_key, o.rendered from outgoing o where o.chat_id = {chat} and o.state = 0 and o.id > {after} order by o.id limit {limit}",
        r => new PendingMessage(r.GetInt64(0), chat, r.TextOrNull(1), r.GetString(2)));

    /// <summary>What was ever added for a chat under keys of the form <paramref name="prefix"/>:…, oldest first.</summary>
    public IReadOnlyList<OutgoingRow> Under(GroupId group, string prefix, ChatId chat) => _sql.List(
        $"""
        select {Columns} from outgoing o
        where o.group_id = {group} and o.unique_key >= {prefix + ":"} and o.unique_key < {prefix + ";"} and o.chat_id = {chat} order by o.id
        """,
        Read);

    /// <summary>Row id of the message added last; 0 when there is none.</summary>
    public long Newest() => _sql.Number($"select max(id) from outgoing") ?? 0;

    /// <summary>The chats, of all channels but one, for which something waits.</summary>
    public IReadOnlyList<ChatId> WaitingChats(string exceptChannel) => _sql.List(
        $"select distinct o.chat_id from outgoing o join chat c on c.id = o.chat_id where o.state = 0 and c.channel <> {exceptChannel}",
        r => new ChatId(r.GetInt64(0)));

    /// <summary>
    /// Takes the words out of messages decided before a time that are no longer to be sent. Keys, places and the channel's ids stay: by them repeats are
    /// known and cards updated.
    /// </summary>
    /// <param name="after">Row id to begin after.</param>
    /// <returns>The last row gone through; null when none is left.</returns>
    public long? Forget(long after, Instant before, int limit)
    {
        var last = _sql.Number($"select max(id) from (select id from outgoing where id > {after} and created_at < {before} order by id limit {limit})");
        if (last is { } to)
        {
            _sql.Write($"update outgoing set values_json = '', rendered = '' where id > {after} and id <= {to} and state <> 0 and created_at < {before}");
        }

        return last;
    }

    /// <summary>How many wait to be sent.</summary>
    public int Waiting() => (int)(_sql.Number($"select count(*) from outgoing where state = 0") ?? 0);

    /// <summary>The message of this row id; throws when unknown.</summary>
    public OutgoingRow Get(long id) =>
        _sql.FirstOrNull($"select {Columns} from outgoing o where o.id = {id}", Read) ?? throw new KeyNotFoundException($"No outgoing message {id}.");

    private static OutgoingRow Read(SqlRow row) => new(
        row.GetInt64(0),
        row.GetString(1) is { Length: > 0 } group ? new GroupId(group) : null,
        row.GetString(2),
        row.TextOrNull(3),
        new(row.GetInt64(4)),
        row.GetString(5),
        row.GetString(6),
        row.GetString(7),
        row.GetString(8),
        (OutgoingState)row.Int(9),
        row.Int(10),
        row.InstantOrNull(11),
        row.TextOrNull(12),
        row.Instant(13));
}
