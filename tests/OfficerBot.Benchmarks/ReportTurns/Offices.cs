using Microsoft.Data.Sqlite;

namespace OfficerBot.Benchmarks.ReportTurns;

/// <summary>Makes the officers of <see cref="Turns"/> known to a store: one or two to a unit, bound to their accounts on the channel.</summary>
internal static class Offices
{
    /// <summary>Binds them; the service must not be running.</summary>
    public static void Bind(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        BigStore.AddUnits(connection);
        Run(connection, "create temp table officer (n integer primary key, id integer)");
        Run(connection, "insert into officer (n, id) select row_number() over (order by id) - 1, id from person where roles & 1");
        Run(connection, "create temp table place (n integer primary key, user_id text)");
        for (var i = 0; i < Turns.Officers; i++)
        {
            Run(connection, $"insert into place values ({i}, '{Turns.User(i)}')");
        }

        Run(connection, "insert into account (channel, user_id, name, locale) select 'msteams', user_id, '测员' || n, 'zh' from place");
        Run(connection, """
            insert into binding (group_id, account_id, person_id, vouched_by, how, bound_at)
            select (select group_id from work_group), a.id, o.id, null, 'command', 0 from place p
            join account a on a.user_id = p.user_id join officer o on o.n = p.n % (select count(*) from officer)
            """);
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
