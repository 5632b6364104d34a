using Microsoft.Data.Sqlite;

namespace OfficerBot.Storage;

/// <summary>
/// Copies of the two files. The books are copied first: a file is deleted only a day after the last row pointed to it, so the files' copy, taken after, holds everything the books point to.
/// Works beside a running service, from any process.
/// </summary>
public static class StoreBackup
{
    /// <summary>What stays free beside a copy, for the service to go on writing, in bytes.</summary>
    private const long Spare = 16 * 1024 * 1024;

    /// <summary>Copies both files into a folder, checks the copy, and gives the folder. Refuses a folder that holds a copy already.</summary>
    /// <exception cref="StoreUnavailableException">It could not be copied, or the copy is not whole; nothing is left of it.</exception>
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
    /// <exception cref="IOException">There is no room for it, for example; nothing was changed.</exception>
    public static void Restore(string copy, string path)
    {
        if (Check(copy) is { IsWhole: false } report)
        {
            throw new StoreUnavailableException(UnavailableReason.Damaged, $"{copy} is not whole: {string.Join("; ", report.Problems)}");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!); // a full path of a file has a folder
        using var held = StoreLock.TryTake(path) ?? throw new StoreHeldException(path, StoreLock.HolderOf(path));
        string[] from = [copy, StoreOptions.FilesBeside(copy)];
        string[] to = [path, StoreOptions.FilesBeside(path)];
        try
        {
            Array.ForEach([0, 1], i => File.Copy(from[i], Ready(to[i]), overwrite: true));
        }
        catch
        {
            Array.ForEach(to, p => File.Delete(Ready(p)));
            throw;
        }

        Array.ForEach(to, Replace);
    }

    private static string Copy(string path, string folder)
    {
        var target = Path.Combine(folder, Path.GetFileName(path));
        if (File.Exists(target) || File.Exists(StoreOptions.FilesBeside(target)))
        {
            throw new StoreUnavailableException(UnavailableReason.Io, $"There is a copy in {folder} already.");
        }

        var isNew = !Directory.Exists(folder);
        Directory.CreateDirectory(folder);
        try
        {
            CopyBoth(path, target, folder);
            return folder;
        }
        catch
        {
            Remove(target, isNew ? folder : null);
            throw;
        }
    }

    private static void CopyBoth(string path, string target, string folder)
    {
        try
        {
            RefuseWithoutRoom(path, folder);
            CopyOne(path, target);
            CopyOne(StoreOptions.FilesBeside(path), StoreOptions.FilesBeside(target));
        }
        catch (SqliteException e)
        {
            throw StoreUnavailableException.From(e) ?? new StoreUnavailableException(UnavailableReason.Io, $"{target}: {e.Message}", e);
        }

        if (Check(target) is { IsWhole: false } report)
        {
            throw new StoreUnavailableException(UnavailableReason.Damaged, $"The copy is not whole and was not kept: {string.Join("; ", report.Problems)}");
        }
    }

    // A copy that fills the disk would keep the service from writing.
    private static void RefuseWithoutRoom(string path, string folder)
    {
        var needed = SizeOf(path) + SizeOf(StoreOptions.FilesBeside(path));
        var free = new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace;
        if (free < needed + Spare)
        {
            throw new StoreUnavailableException(
                UnavailableReason.Full, $"There is no room for a copy in {folder}: it needs {Megabytes(needed)} and {Megabytes(Spare)} to spare, and {Megabytes(free)} are free.");
        }
    }

    private static long SizeOf(string path)
    {
        using var connection = Connections.Reader(path);
        return Number(connection, "pragma page_count") * Number(connection, "pragma page_size");
    }

    private static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024 * 1024)} MB");

    private static void Remove(string target, string? folder)
    {
        foreach (var file in (string[])[target, StoreOptions.FilesBeside(target)])
        {
            Array.ForEach(["", "-journal", "-wal", "-shm"], tail => File.Delete(file + tail));
        }

        if (folder is not null)
        {
            Directory.Delete(folder);
        }
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

    private static string Ready(string path) => path + ".restoring";

    private static void Replace(string path)
    {
        foreach (var tail in (string[])["", "-wal", "-shm"])
        {
            if (File.Exists(path + tail))
            {
                File.Move(path + tail, path + ".before-restore" + tail, overwrite: true);
            }
        }

        File.Move(Ready(path), path);
    }
}
