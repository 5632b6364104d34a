using Microsoft.Data.Sqlite;
using OfficerBot.Storage;

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
        "select text, substr(filed_day, 6, 2) || substr(filed_day, 9, 2) || '-' || printf('%02d', seq), source_message from lead where text like '%编号%'",
        r => (Text: r.GetString(0), Number: r.GetString(1), Message: r.GetString(2)))
        .ToLookup(l => l.Text[(l.Text.LastIndexOf("编号", StringComparison.Ordinal))..].TrimEnd('。'), l => (l.Number, l.Message));

    /// <summary>The number each receipt told, by the message it answers; empty when its words were let go of since.</summary>
    public ILookup<string, string> Receipts => Rows(
        "select unique_key, iif(values_json = '', '', json_extract(values_json, '$.number')) from outgoing where reply_name = 'lead_filed'", r => (Key: r.GetString(0), Number: r.GetString(1)))
        .ToLookup(r => r.Key.Split(':')[1], r => r.Number);

    /// <summary>Slots whose closing was done, with how many units stand there and how many rows the closing wrote; a letter taken late adds another.</summary>
    public IReadOnlyList<(string Duty, string Slot, long Units, long Rows)> Closings => Rows(
        """
        select d.duty_id, d.slot, (select count(distinct s.unit_id) from standing s where s.duty_id = d.duty_id and s.slot = d.slot),
            (select count(*) from standing s where s.duty_id = d.duty_id and s.slot = d.slot and s.at = d.done_at)
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
            - (select count(distinct o.activity_id || c.conversation) from outgoing o join chat c on c.id = o.chat_id
                where o.activity_id is not null and c.channel = 'directline')
        """,
        r => r.GetInt64(0))[0];

    /// <summary>Days on which numbers were skipped or given twice.</summary>
    public IReadOnlyList<string> Gaps => Rows(
        """
        select n.filed_day from lead_number n join (select group_id, filed_day, count(*) as leads, max(seq) as highest from lead group by 1, 2) l
        on l.group_id = n.group_id and l.filed_day = n.filed_day where n.last_seq <> l.leads or n.last_seq <> l.highest
        union select filed_day from lead where not exists (select 1 from lead_number n where n.group_id = lead.group_id and n.filed_day = lead.filed_day)
        """,
        r => r.GetString(0));

    /// <summary>Numbers of today's leads that came by messages, but for the very first, in order.</summary>
    public IReadOnlyList<long> NumbersGiven =>
        Rows("select seq from lead where source_message is not null and filed_day = (select max(filed_day) from lead) and seq > 1 order by seq", r => r.GetInt64(0));

    /// <summary>Leads of which a part is missing: the message they came with, what they count for, the receipt.</summary>
    public IReadOnlyList<string> Halves => Rows(
        """
        select source_message from lead l where source_message is not null and (not exists (select 1 from filing where lead_id = l.id)
            or not exists (select 1 from outgoing where group_id = l.group_id and unique_key >= 'turn:' || l.source_message and unique_key < 'turn:' || l.source_message || 'z')
            or not exists (select 1 from direct_line_activity where conversation_id = substr(l.source_message, 1, instr(l.source_message, '|') - 1)
                and seq = cast(substr(l.source_message, instr(l.source_message, '|') + 1) as integer)))
        """,
        r => r.GetString(0));

    /// <summary>Reports that were confirmed and wait to be mailed, or are.</summary>
    public long Letters => Rows("select count(*) from delivery d join report_file f on f.report_id = d.report_id", r => r.GetInt64(0))[0];

    /// <summary>Keys of the files whose bytes are those the key names, and how many are not.</summary>
    public (IReadOnlySet<string> Whole, int Broken) Files()
    {
        using var files = Open(_folder, "officerbot.files.db");
        var all = Rows(files, "select sha256, bytes from file", r => (Key: r.GetString(0), IsWhole: FileStore.KeyOf((byte[])r.GetValue(1)) == r.GetString(0)));
        return (all.Where(f => f.IsWhole).Select(f => f.Key).ToHashSet(), all.Count(f => !f.IsWhole));
    }

    /// <summary>Letters: their Message-ID, their state, and whether an earlier attempt may have come through.</summary>
    public IReadOnlyList<(string MessageId, string State, bool MayBeDuplicate)> MailStates => Rows(
        "select message_id, state, coalesce(json_extract(state_json, '$.MayBeDuplicate'), 0) from delivery",
        r => (r.GetString(0), r.GetString(1), r.GetInt64(2) != 0));

    /// <summary>Letters and channel messages that are not out yet.</summary>
    public long Unsent => Rows(
        "select (select count(*) from delivery where state <> 'accepted') + (select count(*) from outgoing where state = 0)", r => r.GetInt64(0))[0];

    /// <summary>Noon nudges of an office day, <c>2020-09-16</c>.</summary>
    public long Nudges(string day) => Rows(
        $"select count(*) from outgoing where reply_name = 'noon_nudge' and date(created_at / 1000 + 28800, 'unixepoch') = '{day}'", r => r.GetInt64(0))[0];

    /// <summary>Rows that fell due more than a minute before an office time and were not met.</summary>
    public long Overdue(NodaTime.LocalDateTime now) => Rows(
        $"select count(*) from due where done_at is null and due_at < {(now.InUtc().ToInstant().ToUnixTimeSeconds() - 28800 - 60) * 1000}", r => r.GetInt64(0))[0];

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
