using Microsoft.Data.Sqlite;

namespace OfficerBot.Scenarios.Kills;

/// <summary>What the killed service left behind, read from its files alone and compared with what its clients were told.</summary>
internal sealed class Ledgers : IDisposable
{
    private readonly SqliteConnection _books;
    private readonly string _folder;

    public Ledgers(string folder)
    {
        _folder = folder;
        _books = Open(folder, "officerbot.db");
    }

    /// <summary>Leads by the mark in their text.</summary>
    public ILookup<string, (string Number, string Message)> Leads => Rows(
        "select text, substr(filed_day, 6, 2) || substr(filed_day, 9, 2) || '-' || printf('%02d', seq), source_message from lead",
        r => (Text: r.GetString(0), Number: r.GetString(1), Message: r.GetString(2)))
        .ToLookup(l => l.Text[(l.Text.LastIndexOf("编号", StringComparison.Ordinal))..].TrimEnd('。'), l => (l.Number, l.Message));

    /// <summary>The number each receipt told, by the message it answers.</summary>
    public ILookup<string, string> Receipts => Rows(
        "select unique_key, json_extract(values_json, '$.number') from outgoing where reply_name = 'lead_filed'", r => (Key: r.GetString(0), Number: r.GetString(1)))
        .ToLookup(r => r.Key.Split(':')[1], r => r.Number);

    /// <summary>Slots whose closing was done, with how many units stand there and how many rows there are.</summary>
    public IReadOnlyList<(string Duty, string Slot, long Units, long Rows)> Closings => Rows(
        """
        select d.duty_id, d.slot, (select count(distinct s.unit_id) from standing s where s.duty_id = d.duty_id and s.slot = d.slot),
            (select count(*) from standing s where s.duty_id = d.duty_id and s.slot = d.slot)
        from due d where d.rung = 'close' and d.outcome = 'done' order by d.duty_id, d.slot
        """,
        r => (r.GetString(0), r.GetString(1), r.GetInt64(2), r.GetInt64(3)));

    /// <summary>Messages of the ladder that one chat got twice on one office day, and cards that were posted anew instead of updated.</summary>
    public IReadOnlyList<string> Doubled =>
    [
        .. Rows(
            """
            select reply_name || ' ' || date(created_at / 1000 + 28800, 'unixepoch') from outgoing
            where reply_name in ('noon_nudge', 'noon_last_call', 'draft_ready', 'lead_nudge', 'liaison_note')
            group by chat_id, reply_name, date(created_at / 1000 + 28800, 'unixepoch') having count(*) > 1
            """,
            r => r.GetString(0)),
        .. Rows("select card_key from outgoing where card_key is not null group by chat_id, card_key having count(distinct activity_id) > 1", r => r.GetString(0)),
    ];

    /// <summary>Messages of the bot in the logs without a row that decided them, or the other way round.</summary>
    public long Unmatched => Rows(
        """
        select (select count(*) from direct_line_activity where json_extract(json, '$.from.role') = 'bot')
            - (select count(distinct o.activity_id || c.conversation) from outgoing o join chat c on c.id = o.chat_id where o.activity_id is not null)
        """,
        r => r.GetInt64(0))[0];

    /// <summary>How often a reply was said.</summary>
    public long Count(string reply) => Rows($"select count(*) from outgoing where reply_name = '{reply}'", r => r.GetInt64(0))[0];

    /// <summary>What the engine itself says about both files.</summary>
    public IReadOnlyList<string> Integrity()
    {
        using var files = Open(_folder, "officerbot.files.db");
        return [.. Rows("pragma integrity_check", r => r.GetString(0)), .. Rows(files, "pragma integrity_check", r => r.GetString(0))];
    }

    public void Dispose() => _books.Dispose();

    private static SqliteConnection Open(string folder, string name)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder, name)};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return connection;
    }

    private List<T> Rows<T>(string sql, Func<SqliteDataReader, T> read) => Rows(_books, sql, read);

    private static List<T> Rows<T>(SqliteConnection connection, string sql, Func<SqliteDataReader, T> read)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var row = command.ExecuteReader();
        var rows = new List<T>();
        while (row.Read())
        {
            rows.Add(read(row));
        }

        return rows;
    }
}
