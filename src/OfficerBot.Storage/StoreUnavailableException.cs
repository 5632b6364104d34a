using Microsoft.Data.Sqlite;

namespace OfficerBot.Storage;

/// <summary>What was to be kept is not kept. Whoever asked must be told so.</summary>
public sealed class StoreUnavailableException(UnavailableReason reason, string message, Exception? cause = null) : Exception(message, cause)
{
    // Extended result codes, sqlite3.h.
    private const int FsyncFailed = 1034;
    private const int DirectoryFsyncFailed = 1290;

    /// <summary>Why.</summary>
    public UnavailableReason Reason => reason;

    /// <summary>The typed form of an error of the engine, or null when it is a mistake in a statement and not the outside world.</summary>
    internal static StoreUnavailableException? From(Exception exception) => exception switch
    {
        StoreUnavailableException already => already,
        SqliteException { SqliteErrorCode: 13 } e => new(UnavailableReason.Full, "The disk is full.", e),
        SqliteException { SqliteErrorCode: 8 } e => new(UnavailableReason.ReadOnly, "The database may not be written.", e),
        SqliteException { SqliteExtendedErrorCode: FsyncFailed or DirectoryFsyncFailed } e =>
            new(UnavailableReason.Stopped, "The disk did not confirm a write; nothing more is accepted until the service is started anew.", e),
        SqliteException { SqliteErrorCode: 10 or 14 } e => new(UnavailableReason.Io, "The disk reported an error.", e),
        SqliteException { SqliteErrorCode: 5 or 6 } e => new(UnavailableReason.Locked, "The database is locked.", e),
        SqliteException { SqliteErrorCode: 11 or 26 } e => new(UnavailableReason.Damaged, "The database is broken, or is none.", e),
        _ => null,
    };
}
