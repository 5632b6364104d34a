using OfficerBot.Domain.Notices;
using OfficerBot.Storage.Rows;
using OfficerBot.Storage.Sql;

namespace OfficerBot.Storage;

/// <summary>The books inside one job of the writer: reads what the job wrote itself, and leaves nothing if the job throws.</summary>
public sealed class WriteSession : Session
{
    private readonly Statements _sql;

    internal WriteSession(Statements sql, FileStore files, Func<string, int, Notice> readNotice)
        : base(sql, files, readNotice, new CallerMemory()) => _sql = sql;

    /// <summary>
    /// Empties every table, for a new sample. Groups keep their revision numbers, so that nobody takes what he remembers of the old roster for the new
    /// one; files stay until nobody refers to them.
    /// </summary>
    /// <returns>How many tables were emptied.</returns>
    public int EraseAll()
    {
        _sql.Write($"pragma defer_foreign_keys = on");
        var tables = _sql.List(
            $"select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not in ('schema_version', 'work_group')",
            r => r.GetString(0));
        foreach (var table in tables)
        {
            _sql.Write($"delete from {new Raw(table)}");
        }

        _sql.Write($"update work_group set roster_revision = roster_revision + 1");
        Forget();
        return tables.Count;
    }
}
