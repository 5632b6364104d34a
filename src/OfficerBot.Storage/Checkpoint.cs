using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace OfficerBot.Storage;

/// <summary>Moves the log into the database file, and says when the disk failed to confirm it.</summary>
internal static class Checkpoint
{
    /// <summary>Does what can be done without waiting for readers.</summary>
    public static void Run(SqliteConnection connection)
    {
        var result = raw.sqlite3_wal_checkpoint_v2(connection.Handle, "main", raw.SQLITE_CHECKPOINT_PASSIVE, out _, out _);
        if (result is not (raw.SQLITE_OK or raw.SQLITE_BUSY or raw.SQLITE_LOCKED))
        {
            throw new SqliteException("checkpoint", result & 0xff, raw.sqlite3_extended_errcode(connection.Handle));
        }
    }

    /// <summary>Rows changed on this connection so far.</summary>
    public static long ChangesOf(SqliteConnection connection) => raw.sqlite3_total_changes(connection.Handle);

    /// <summary>For a store whose disk failed: closing must not write to it again.</summary>
    public static void NeverAgain(SqliteConnection connection) =>
        _ = raw.sqlite3_db_config(connection.Handle, raw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, out _);

    /// <summary>True when an error has rolled back the whole transaction, not only its statement.</summary>
    public static bool HasLostTransaction(SqliteConnection connection) => raw.sqlite3_get_autocommit(connection.Handle) != 0;
}
