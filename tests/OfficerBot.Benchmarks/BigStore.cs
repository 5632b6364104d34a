using Microsoft.Data.Sqlite;
using NodaTime;
using NodaTime.Text;

namespace OfficerBot.Benchmarks;

/// <summary>A store of an office with three years behind it: 500 units, two leads a unit and day. Rows are those the store itself writes.</summary>
internal static class BigStore
{
    /// <summary>The daily duty of the sample's notice.</summary>
    public const string Duty = "daily-lead";

    private const int Units = 500;

    private static readonly LocalDatePattern Day = LocalDatePattern.Iso;
    private static readonly LocalDateTimePattern SlotText = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    /// <summary>Lets the program make the store and file one lead, which shows how its rows look.</summary>
    public static async Task BeginAsync(string program, string data)
    {
        await using var service = await RunningService.StartAsync(program, data);
        await service.SayAsync(await service.SitAsync("白沙镇周晓燕"), "白沙镇组织志愿者清理河道垃圾3吨，出动20人");
    }

    /// <summary>The slot of the daily duty that was filed for last.</summary>
    public static LocalDateTime SlotOf(string path)
    {
        using var connection = Open(path);
        return SlotText.Parse((string)One(connection, $"select max(slot) from filing where duty_id = '{Duty}'")).Value;
    }

    /// <summary>Adds units and leads, most of them on earlier days; a fifth of the units has not reported today.</summary>
    public static void Fill(string path, int leads)
    {
        using var connection = Open(path);
        var slot = SlotText.Parse((string)One(connection, $"select slot from filing where duty_id = '{Duty}'")).Value;
        var today = Day.Parse((string)One(connection, "select for_day from lead")).Value;
        Run(connection, "pragma synchronous = off; begin");
        AddUnits(connection);
        Run(connection, "create temp table place (n integer primary key, unit_id integer, person_id integer)");
        Run(connection, "insert into place (unit_id, person_id) select unit_id, min(id) from person where roles & 1 group by unit_id");
        var units = (int)(long)One(connection, "select count(*) from place");
        var days = leads / (2 * units);
        for (var back = days; back > 0; back--)
        {
            AddDay(connection, today.PlusDays(-back), slot.PlusDays(-back), units);
        }

        AddDay(connection, today, slot, units * 4 / 5);
        Run(connection, "commit");
        Run(connection, "pragma synchronous = full; pragma wal_checkpoint(truncate)");
    }

    /// <summary>Fills the roster up to 500 units with an officer each.</summary>
    public static void AddUnits(SqliteConnection connection)
    {
        Run(connection, $"""
            with recursive n (i) as (select 1 union all select i + 1 from n where i < {Units} - (select count(*) from unit))
            insert into unit (group_id, name, kind, aliases, english_names, added_at)
            select group_id, '第' || i || '村', '镇', '', '', 0 from n, (select group_id from unit limit 1)
            """);
        Run(connection, """
            insert into person (group_id, unit_id, name, title, phone, english_name, roles, added_at)
            select group_id, id, '测员' || id, '信息员', '1990001' || substr('0000' || id, -4), null, 1, 0 from unit
            where id not in (select unit_id from person)
            """);
        Run(connection, "update work_group set roster_revision = roster_revision + 1");
    }

    // Two leads of each of the first units, the second in the afternoon, with their filings.
    private static void AddDay(SqliteConnection connection, LocalDate day, LocalDateTime slot, int units)
    {
        var text = Day.Format(day);
        var at = day.AtMidnight().InUtc().ToInstant().ToUnixTimeMilliseconds();
        Run(connection, $"""
            insert into lead (group_id, filed_day, seq, unit_id, officer_id, filed_by, for_day, filed_at, title, text, category, version, status, pictures,
                text_key, source_chat, source_message, item, changed_by, changed_at)
            select group_id, '{text}', 2 * p.n + half + 10, p.unit_id, p.person_id, p.person_id, '{text}', {at} + half, '组织志愿者清理河道垃圾',
                '{text}' || p.n || '号单位组织党员干部和志愿者对河道两岸的垃圾、漂浮物开展集中清理，出动人员40人、机械3台，清运垃圾6吨，群众反映良好。', 1 + p.n % 7, 1, 0, 0,
                abs(random()), 1, null, 0, p.person_id, {at}
            from place p, (select 0 as half union all select 1), (select group_id from unit limit 1)
            where p.n <= {units}
            """);
        Run(connection, $"""
            insert into filing (group_id, duty_id, slot, unit_id, kind, by_person, at, recorded, lead_id)
            select group_id, '{Duty}', '{SlotText.Format(slot)}', unit_id, 0, filed_by, filed_at, filed_at, id from lead where for_day = '{text}' and seq > 10
            """);
        Run(connection, $"""
            insert into slot_kinds (group_id, duty_id, slot, unit_id, kinds)
            select distinct group_id, '{Duty}', '{SlotText.Format(slot)}', unit_id, 1 from lead where for_day = '{text}' and seq > 10
            on conflict do nothing
            """);
        Run(connection, $"""
            insert into lead_number (group_id, filed_day, last_seq) select group_id, '{text}', {2 * units + 20} from unit where true limit 1
            on conflict (group_id, filed_day) do update set last_seq = excluded.last_seq
            """);
    }

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static object One(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()!; // asked only for what is there
    }
}
