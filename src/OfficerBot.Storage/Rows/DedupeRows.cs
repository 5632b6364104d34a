using NodaTime;
using OfficerBot.Storage.Sql;

namespace OfficerBot.Storage.Rows;

/// <summary>Messages that came before: channels deliver at least once.</summary>
public sealed class DedupeRows
{
    private readonly Statements _sql;

    internal DedupeRows(Statements sql) => _sql = sql;

    /// <summary>Notes a message; false when it was noted before. Edits and deletions are noted under an id of their own.</summary>
    /// <param name="at">Machine time.</param>
    public bool IsFirst(string channel, string conversation, string message, Instant at) => _sql.Write($"""
        insert into seen_message (channel, conversation, message, seen_at) values ({channel}, {conversation}, {message}, {at}) on conflict do nothing
        """) == 1;

    /// <summary>True when it was noted; notes nothing.</summary>
    public bool Knows(string channel, string conversation, string message) => _sql.Number(
        $"select 1 from seen_message where channel = {channel} and conversation = {conversation} and message = {message}") is not null;

    /// <summary>Forgets what is older than any channel repeats; says how many.</summary>
    public int Prune(Instant before, int limit = int.MaxValue) => _sql.Write($"""
        delete from seen_message where (channel, conversation, message) in (
            select channel, conversation, message from seen_message where seen_at < {before} limit {limit})
        """);

    /// <summary>True when something older is noted. Goes through what is noted: to be asked by a reader, before <see cref="Prune"/>.</summary>
    public bool HasOlder(Instant before) => _sql.Number($"select 1 from seen_message where seen_at < {before} limit 1") is not null;
}
