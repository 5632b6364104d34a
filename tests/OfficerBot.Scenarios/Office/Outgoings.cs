using Microsoft.Data.Sqlite;

namespace OfficerBot.Scenarios.Office;

/// <summary>What the bot has said, read from the database's own file, not through the service.</summary>
internal sealed class Outgoings(string databasePath)
{
    private const string Query = """
        select o.id, o.reply_name, o.values_json, o.rendered, o.unique_key, o.activity_id, c.conversation, c.is_group,
            (select b.person_id from binding b where b.account_id = c.owner_id and b.ended_at is null)
        from outgoing o join chat c on c.id = o.chat_id where o.id > $after order by o.id
        """;

    /// <summary>The newest row; 0 when nothing was said yet.</summary>
    public long Newest => After(0) is [.., var last] ? last.Id : 0;

    /// <summary>Rows after one, in order.</summary>
    public IReadOnlyList<SentReply> After(long id)
    {
        using var connection = new SqliteConnection($"Data Source={databasePath};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = Query;
        command.Parameters.AddWithValue("$after", id);
        using var row = command.ExecuteReader();
        var rows = new List<SentReply>();
        while (row.Read())
        {
            rows.Add(Read(row));
        }

        return rows;
    }

    /// <summary>Everything of one reply.</summary>
    public IReadOnlyList<SentReply> Of(string reply) => [.. After(0).Where(r => r.Reply == reply)];

    private static SentReply Read(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.IsDBNull(5) ? null : row.GetString(5), row.GetString(6),
        row.GetInt64(7) != 0, row.IsDBNull(8) ? null : row.GetInt64(8));
}
