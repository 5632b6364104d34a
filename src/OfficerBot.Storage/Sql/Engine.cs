using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Data.Sqlite;

namespace OfficerBot.Storage.Sql;

/// <summary>
/// The functions of SQLite's C interface a prepared statement is run with (sqlite.org/c3ref), called without anything between: a turn runs a dozen
/// statements, and names, boxes and handles around each parameter were a third of their time. Connections are opened by the library.
/// </summary>
internal static unsafe partial class Engine
{
    /// <summary>SQLITE_OK, SQLITE_ROW, SQLITE_DONE.</summary>
    public const int Ok = 0, HasRow = 100, IsDone = 101;

    /// <summary>Column types SQLITE_INTEGER and SQLITE_NULL.</summary>
    public const int Integer = 1, Null = 5;

    /// <summary>SQLITE_TRANSIENT: the bytes are copied before the call returns.</summary>
    public const nint Copied = -1;

    private const string Library = "e_sqlite3";
    private const int JournalFile = 28; // SQLITE_FCNTL_JOURNAL_POINTER
    private const int Plainly = 2; // SQLITE_SYNC_NORMAL
    private const int PlaceOfSync = 5; // in sqlite3_io_methods, counted in pointers: the version, xClose, xRead, xWrite, xTruncate, xSync
    private const uint KeptLong = 1; // SQLITE_PREPARE_PERSISTENT

    /// <summary>Prepares the one statement of a text.</summary>
    /// <exception cref="SqliteException">The text is no statement.</exception>
    public static nint Prepare(SqliteConnection connection, string sql)
    {
        var bytes = Encoding.UTF8.GetBytes(sql);
        fixed (byte* text = bytes)
        {
            Check(PrepareV3(Of(connection), text, bytes.Length, KeptLong, out var statement, out var rest), connection);
            var isOne = new ReadOnlySpan<byte>(rest, (int)(text + bytes.Length - rest)).Trim(" \n\r\t;"u8).IsEmpty;
            return isOne ? statement : throw new InvalidOperationException("One statement at a time.");
        }
    }

    /// <summary>Throws what the engine's result means, unless it means that all is well.</summary>
    public static void Check(int result, SqliteConnection connection)
    {
        if (result is not (Ok or HasRow or IsDone))
        {
            SqliteException.ThrowExceptionForRC(result, connection.Handle);
        }
    }

    /// <summary>The engine's handle of the log a connection writes; valid until the connection is closed.</summary>
    /// <exception cref="StoreUnavailableException">There is no log: the file system cannot share memory between connections, as some network drives.</exception>
    public static nint LogOf(SqliteConnection connection)
    {
        nint file = 0;
        Check(FileControl(Of(connection), "main\0"u8, JournalFile, ref file), connection);
        return file != 0 && *(nint*)file != 0 ? file : throw new StoreUnavailableException(
            UnavailableReason.Io, "The folder of the database allows no write-ahead log (a network drive?); it belongs on a disk of this machine.");
    }

    /// <summary>Waits until the disk has all of a file, by the engine's own means: .NET's flush hides the errors of Linux. Any thread may ask.</summary>
    /// <returns>Ok, or an extended result code.</returns>
    public static int Sync(nint file) => ((delegate* unmanaged[Cdecl]<nint, int, int>)(*(nint**)file)[PlaceOfSync])(file, Plainly);

    /// <summary>Rows changed by the statement run last.</summary>
    public static int Changes(SqliteConnection connection) => ChangesOf(Of(connection));

    /// <summary>The row added last.</summary>
    public static long NewestRow(SqliteConnection connection) => NewestRowOf(Of(connection));

    [LibraryImport(Library, EntryPoint = "sqlite3_step")]
    public static partial int Step(nint statement);

    [LibraryImport(Library, EntryPoint = "sqlite3_reset")]
    public static partial int Reset(nint statement);

    [LibraryImport(Library, EntryPoint = "sqlite3_finalize")]
    public static partial int Finalize(nint statement);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_int64")]
    public static partial int BindNumber(nint statement, int place, long value);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_null")]
    public static partial int BindNull(nint statement, int place);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_text")]
    public static partial int BindText(nint statement, int place, byte* utf8, int length, nint lifetime);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_blob")]
    public static partial int BindBytes(nint statement, int place, byte* bytes, int length, nint lifetime);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_type")]
    public static partial int TypeOf(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_int64")]
    public static partial long Number(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_text")]
    public static partial byte* Text(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_blob")]
    public static partial byte* Bytes(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_bytes")]
    public static partial int Length(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_prepare_v3")]
    private static partial int PrepareV3(nint connection, byte* sql, int length, uint flags, out nint statement, out byte* rest);

    [LibraryImport(Library, EntryPoint = "sqlite3_file_control")]
    private static partial int FileControl(nint connection, ReadOnlySpan<byte> database, int operation, ref nint argument);

    [LibraryImport(Library, EntryPoint = "sqlite3_changes")]
    private static partial int ChangesOf(nint connection);

    [LibraryImport(Library, EntryPoint = "sqlite3_last_insert_rowid")]
    private static partial long NewestRowOf(nint connection);

    private static nint Of(SqliteConnection connection) => connection.Handle!.DangerousGetHandle(); // an open connection has one
}
