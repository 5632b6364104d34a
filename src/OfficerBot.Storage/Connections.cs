using Microsoft.Data.Sqlite;

namespace OfficerBot.Storage;

/// <summary>Opens connections as this store uses them.</summary>
internal static class Connections
{
    private const int CannotOpen = 14; // SQLITE_CANTOPEN

    /// <summary>The one that writes. A commit is on the disk when it returns ("extra" is "full", and a new file's first journal is also gone from its
    /// folder for sure, or opening fails: brought back by a power cut it would undo the file); checkpoints are made by hand, because SQLite's own hide
    /// their errors.
    /// Its temporary store stays a file: held in memory, the journal of a savepoint is walked through after every statement, and a job of a thousand
    /// rows took minutes. Nor is more than the engine's own 64 KB of it held in memory first (SQLITE_CONFIG_STMTJRNL_SPILL): at 256 KB a turn costs a
    /// sixth less, and a statement of some hundred rows fails with "disk is full".</summary>
    public static SqliteConnection Writer(string path)
    {
        var connection = Open(path, SqliteOpenMode.ReadWriteCreate);
        Run(connection, "pragma synchronous = extra; pragma journal_mode = wal; pragma foreign_keys = on; pragma busy_timeout = 5000;"
            + " pragma wal_autocheckpoint = 0; pragma cache_size = -16000; pragma journal_size_limit = 67108864");
        return connection;
    }

    /// <summary>From here on a commit returns without waiting for the disk: whoever commits has it confirmed by <see cref="Confirmations"/> before saying that it is
    /// kept. A checkpoint still confirms the log before it touches the database file, so that the file stays whole whatever happens.</summary>
    public static void LeaveLogToConfirmations(SqliteConnection writer) => Run(writer, "pragma synchronous = normal");

    /// <summary>One that only reads.</summary>
    public static SqliteConnection Reader(string path)
    {
        var connection = Open(path, SqliteOpenMode.ReadOnly);
        Run(connection, "pragma query_only = on; pragma busy_timeout = 5000; pragma cache_size = -4000; pragma temp_store = memory");
        return connection;
    }

    /// <summary>One that copies a database; <c>vacuum into</c> is refused where only queries are allowed.</summary>
    public static SqliteConnection Copier(string path) => Open(path, SqliteOpenMode.ReadOnly);

    public static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var text = new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString();
        var connection = new SqliteConnection(text);
        try
        {
            connection.Open();
            return connection;
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw e.SqliteErrorCode == CannotOpen
                ? new StoreUnavailableException(UnavailableReason.Io, $"{path} cannot be opened: it is no file, or its permissions do not allow it.", e)
                : StoreUnavailableException.From(e) ?? (Exception)e;
        }
    }
}
