using Microsoft.Data.Sqlite;

namespace OfficerBot.Storage;

/// <summary>Refuses to begin on less than there was: half a store, or one with broken pages, is never taken for a new or a whole one.</summary>
internal static class Wholeness
{
    /// <summary>Bytes of a file that is looked through at every start, some 0.2 s; a larger one is looked through by every backup.</summary>
    private const long MostLookedThrough = 32 * 1024 * 1024;

    private const string WayOut = "Restore a backup (officerbot restore), or move officerbot.* of this folder away to begin anew.";

    /// <summary>Before anything is opened: files, or a log, without the books they belong to.</summary>
    public static void RefuseHalf(StoreOptions options)
    {
        if (IsThere(options.Path))
        {
            return;
        }

        var left = ((string[])[options.FilesPath, options.Path + "-wal"]).FirstOrDefault(path => path == options.FilesPath ? File.Exists(path) : IsThere(path));
        if (left is not null)
        {
            throw new StoreUnavailableException(UnavailableReason.Damaged, $"{options.Path} is missing or empty, though {left} is there. {WayOut}");
        }
    }

    /// <summary>Books that point to files, without the files.</summary>
    public static void RefuseWithoutFiles(SqliteConnection books, StoreOptions options)
    {
        if (!IsThere(options.FilesPath) && IsTrue(books, Rows.FileUse.PointedTo))
        {
            throw new StoreUnavailableException(UnavailableReason.Damaged, $"{options.FilesPath} is missing or empty, though {options.Path} points into it. {WayOut}");
        }
    }

    /// <summary>Broken pages.</summary>
    public static void RefuseDamaged(SqliteConnection connection, string path)
    {
        if (!IsThere(path) || new FileInfo(path).Length > MostLookedThrough)
        {
            return;
        }

        using var command = connection.CreateCommand();
        command.CommandText = "pragma quick_check(1)";
        if (command.ExecuteScalar() is string and not "ok")
        {
            throw Damaged(path, null);
        }
    }

    /// <summary>The words for a file that SQLite itself finds broken.</summary>
    public static StoreUnavailableException Damaged(string path, Exception? cause) =>
        new(UnavailableReason.Damaged, $"{path} is damaged, or no database of this program. {WayOut}", cause);

    private static bool IsThere(string path) => new FileInfo(path) is { Exists: true, Length: > 0 };

    private static bool IsTrue(SqliteConnection connection, string rows)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"select exists ({rows})";
        return command.ExecuteScalar() is 1L;
    }
}
