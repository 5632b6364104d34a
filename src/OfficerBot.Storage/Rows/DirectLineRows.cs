using NodaTime;
using OfficerBot.Storage.Sql;

namespace OfficerBot.Storage.Rows;

/// <summary>A conversation of Direct Line.</summary>
/// <param name="Kind">A word of the glue: which room it is.</param>
/// <param name="NextSequence">Place of the next activity, from 0.</param>
/// <param name="LastChange">Number of the newest change; 0 before the first.</param>
/// <param name="LastTimestamp">Timestamp of the newest activity; before the first, when it started.</param>
/// <param name="IsOver">It ended for good.</param>
public sealed record DirectLineConversation(string Id, string Kind, long NextSequence, long LastChange, Instant? LastTimestamp, bool IsOver);

/// <summary>An activity of a log in its present form.</summary>
public sealed record DirectLineActivity(long Sequence, long Change, string Json);

/// <summary>Direct Line's conversations and their logs. Sequence counts appends, change counts appends and updates.</summary>
public sealed class DirectLineRows
{
    private readonly Statements _sql;

    internal DirectLineRows(Statements sql) => _sql = sql;

    /// <summary>The conversation, or null when it was never started.</summary>
    public DirectLineConversation? Find(string id) =>
        _sql.FirstOrNull($"select id, kind, next_seq, last_change, last_time, is_over from direct_line_conversation where id = {id}", ReadConversation);

    /// <summary>The conversation, started when it is new.</summary>
    /// <param name="kind">For a new one only.</param>
    /// <param name="at">When it starts; without it, it is never idle before the first activity.</param>
    public DirectLineConversation Start(string id, string kind, Instant? at = null)
    {
        _sql.Write($"""
            insert into direct_line_conversation (id, kind, next_seq, last_change, last_time, is_over) values ({id}, {kind}, 0, 0, {at}, 0) on conflict do nothing
            """);
        return Find(id)!; // it is there now
    }

    /// <summary>Every conversation there is.</summary>
    public IReadOnlyList<string> Ids() => _sql.List($"select id from direct_line_conversation", r => r.GetString(0));

    /// <summary>Notes that a user is in a conversation; false when he was before.</summary>
    public bool Join(string id, string user) =>
        _sql.Write($"insert into direct_line_member (conversation_id, user_id) values ({id}, {user}) on conflict do nothing") == 1;

    /// <summary>Who is or was in a conversation.</summary>
    public IReadOnlyList<string> Members(string id) =>
        _sql.List($"select user_id from direct_line_member where conversation_id = {id} order by user_id", r => r.GetString(0));

    /// <summary>
    /// Conversations of a kind in which nothing was said since a time, the longest idle first. Left out are those in which a person bound to an account
    /// is told things: the one of his private chats on the channel that can be reached and was used last.
    /// </summary>
    public IReadOnlyList<string> Idle(string channel, string kind, Instant before, int limit) => _sql.List(
        $"""
        select d.id from direct_line_conversation d
        where d.is_over = 0 and d.kind = {kind} and d.last_time < {before} and not exists (
            select 1 from chat c join binding b on b.account_id = c.owner_id and b.ended_at is null
            where c.channel = {channel} and c.conversation = d.id and c.reachable = 1 and not exists (
                select 1 from chat n where n.owner_id = c.owner_id and n.is_group = 0 and n.reachable = 1
                    and (n.last_used_at > c.last_used_at or (n.last_used_at = c.last_used_at and n.id > c.id))))
        order by d.last_time limit {limit}
        """,
        r => r.GetString(0));

    /// <summary>A user's conversations of a kind that are not over, the longest idle first.</summary>
    public IReadOnlyList<string> OpenOf(string user, string kind) => _sql.List(
        $"""
        select d.id from direct_line_member m join direct_line_conversation d on d.id = m.conversation_id
        where m.user_id = {user} and d.kind = {kind} and d.is_over = 0 order by d.last_time
        """,
        r => r.GetString(0));

    /// <summary>Deletes logs of conversations that are over, and at last their names, once they are over since a time; says how many rows.</summary>
    /// <param name="before">Older than any token lives, so that no token can start one of them anew.</param>
    public int PruneOver(Instant before, int limit)
    {
        var rows = _sql.Write($"""
            delete from direct_line_activity where rowid in (
                select a.rowid from direct_line_conversation d join direct_line_activity a on a.conversation_id = d.id where d.is_over = 1 limit {limit})
            """);
        if (rows > 0)
        {
            return rows;
        }

        _sql.Write($"""
            delete from direct_line_member where conversation_id in (
                select id from direct_line_conversation where is_over = 1 and last_time < {before} order by last_time limit {limit})
            """);
        return _sql.Write($"""
            delete from direct_line_conversation where id in (
                select id from direct_line_conversation where is_over = 1 and last_time < {before} order by last_time limit {limit})
            """);
    }

    /// <summary>Ends a conversation for good; its log is deleted later.</summary>
    public void End(string id) => _sql.Write($"update direct_line_conversation set is_over = 1 where id = {id}");

    /// <summary>Appends an activity stamped for the place <see cref="DirectLineConversation.NextSequence"/> and gives its change number.</summary>
    /// <exception cref="InvalidOperationException">The place is not the next one.</exception>
    public long Append(string id, long sequence, Instant timestamp, string json, string? clientActivityId)
    {
        var change = _sql.WriteReturning($"""
            update direct_line_conversation set next_seq = next_seq + 1, last_change = last_change + 1, last_time = {timestamp}
            where id = {id} and next_seq = {sequence} returning last_change
            """) ?? throw new InvalidOperationException($"{sequence} is not the next place of the conversation.");
        _sql.Write($"""
            insert into direct_line_activity (conversation_id, seq, change, json, client_activity_id, at)
            values ({id}, {sequence}, {change}, {json}, {clientActivityId}, {timestamp})
            """);
        return change;
    }

    /// <summary>Gives an activity another form; clients get it again under the change number given back.</summary>
    public long Update(string id, long sequence, string json)
    {
        var change = _sql.WriteReturning($"update direct_line_conversation set last_change = last_change + 1 where id = {id} returning last_change");
        var updated = _sql.Write($"update direct_line_activity set json = {json}, change = {change} where conversation_id = {id} and seq = {sequence}");
        return updated == 1 && change is { } given ? given : throw new KeyNotFoundException("No such activity.");
    }

    /// <summary>The activity at a place, or null.</summary>
    public DirectLineActivity? At(string id, long sequence) => _sql.FirstOrNull(
        $"select seq, change, json from direct_line_activity where conversation_id = {id} and seq = {sequence}", ReadActivity);

    /// <summary>Activities whose change is greater, in the order of their changes.</summary>
    public IReadOnlyList<DirectLineActivity> After(string id, long change, int limit) => _sql.List(
        $"select seq, change, json from direct_line_activity where conversation_id = {id} and change > {change} order by change limit {limit}", ReadActivity);

    /// <summary>The place of an activity a client posted under this mark of its own at or after a time; null when there is none.</summary>
    public long? FindByClientId(string id, string clientActivityId, Instant since) => _sql.Number($"""
        select seq from direct_line_activity
        where conversation_id = {id} and client_activity_id = {clientActivityId} and at >= {since} order by seq desc limit 1
        """);

    private static DirectLineConversation ReadConversation(SqlRow row) =>
        new(row.GetString(0), row.GetString(1), row.GetInt64(2), row.GetInt64(3), row.InstantOrNull(4), row.Flag(5));

    private static DirectLineActivity ReadActivity(SqlRow row) => new(row.GetInt64(0), row.GetInt64(1), row.GetString(2));
}
