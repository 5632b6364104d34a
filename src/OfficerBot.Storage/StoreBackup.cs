using Microsoft.Data.Sqlite;

namespace OfficerBot.Storage;

/// <summary>
/// Copies of the two files. The books are copied first: a file is deleted only a day after the last row pointed to it, so the files' copy, taken after, holds everything the books point to.
/// Works beside a running service, from any process.
/// </summary>
public static class StoreBackup
{
    /// <summary>Copies both files into a folder, checks the copy, and gives the folder. Refuses a folder that holds a copy already.</summary>
    /// <exception cref="StoreUnavailableException">It could not be copied, or the copy is not whole.</exception>
    public static Task<string> CopyAsync(string path, string folder, CancellationToken cancel) => Task.Run(() => Copy(path, folder), cancel);

    /// <summary>Looks through a copy: SQLite's own integrity check, the schema, and that every file the books point to is there.</summary>
    public static BackupReport Check(string path)
    {
        try
        {
            using var books = Connections.Reader(path);
            using var files = Connections.Reader(StoreOptions.FilesBeside(path));
            var problems = Integrity(books).Concat(Integrity(files)).ToList();
            problems.AddRange(MissingFiles(books, files));
            return new BackupReport(Schema.VersionOf(books), (int)Number(books, "select count(*) from lead"), problems);
        }
        catch (Exception e) when (StoreUnavailableException.From(e) is { } told)
        {
            return new BackupReport(0, 0, [told.Message]);
        }
    }

    /// <summary>Puts a checked copy in the place of the store; what was there before is kept beside it as <c>*.before-restore</c>.</summary>
    /// <param name="copy">The books' file of a copy.</param>
    /// <param name="path">Where the service expects them.</param>
    /// <exception cref="StoreHeldException">The service is running.</exception>
    /// <exception cref="StoreUnavailableException">The copy is not whole; nothing was changed.</exception>
    public static void Restore(string copy, string path)
    {
        if (Check(copy) is { IsWhole: false } report)
        {
            throw new StoreUnavailableException(UnavailableReason.Damaged, $"{copy} is not whole: {string.Join("; ", report.Problems)}");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!); // a full path of a file has a folder
        using var held = StoreLock.TryTake(path) ?? throw new StoreHeldException(path, StoreLock.HolderOf(path));
        Replace(copy, path);
        Replace(StoreOptions.FilesBeside(copy), StoreOptions.FilesBeside(path));
    }

    private static string Copy(string path, string folder)
    {
        Directory.CreateDirectory(folder);
        var target = Path.Combine(folder, Path.GetFileName(path));
        try
        {
            CopyOne(path, target);
            CopyOne(StoreOptions.FilesBeside(path), StoreOptions.FilesBeside(target));
        }
        catch (SqliteException e)
        {
            throw StoreUnavailableException.From(e) ?? new StoreUnavailableException(UnavailableReason.Io, $"{folder}: {e.Message}", e);
        }

        return Check(target) is { IsWhole: false } report
            ? throw new StoreUnavailableException(UnavailableReason.Damaged, $"The copy in {folder} is not whole: {string.Join("; ", report.Problems)}")
            : folder;
    }

    private static void CopyOne(string from, string to)
    {
        using var source = Connections.Copier(from);
        using var command = source.CreateCommand();
        command.CommandText = "vacuum into @target";
        command.Parameters.AddWithValue("@target", to);
        command.ExecuteNonQuery();
    }

    private static IEnumerable<string> Integrity(SqliteConnection connection) =>
        Texts(connection, "pragma integrity_check").Where(line => line != "ok").Take(5);

    private static IEnumerable<string> MissingFiles(SqliteConnection books, SqliteConnection files)
    {
        var kept = Texts(files, "select sha256 from file").ToHashSet();
        return Texts(books, Rows.FileUse.PointedTo).Where(sha => !kept.Contains(sha)).Select(sha => $"file {sha} is missing").Take(5);
    }

    private static List<string> Texts(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        var texts = new List<string>();
        while (rows.Read())
        {
            texts.Add(rows.GetString(0));
        }

        return texts;
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!; // a count always has a row
    }

    private static void Replace(string copy, string path)
    {
        foreach (var tail in (string[])["", "-wal", "-shm"])
        {
            if (File.Exists(path + tail))
            {
                File.Move(path + tail, path + ".before-restore" + tail, overwrite: true);
            }
        }

        File.Copy(copy, path);
    }
}
