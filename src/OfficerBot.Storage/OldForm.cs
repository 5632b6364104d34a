using Microsoft.Data.Sqlite;

namespace OfficerBot.Storage;

/// <summary>
/// The copy of a database that is kept before migrations change it, beside it as <c>*.schema-N</c>: with it an older program can be put back. It is whole and
/// on the disk before the first migration begins; a start that ends in between makes it anew.
/// </summary>
internal static class OldForm
{
    private const string Mark = ".schema-";

    /// <summary>Where it lies.</summary>
    /// <param name="version">Of the schema in the copy.</param>
    public static string PathOf(string path, int version) => path + Mark + version.ToString(CultureInfo.InvariantCulture);

    /// <summary>Makes it; copies of still older forms are deleted then.</summary>
    /// <exception cref="SqliteException">It could not be written, for example because the disk is full. Nothing is left of it.</exception>
    public static void Keep(SqliteConnection connection, string path, int version)
    {
        var copy = PathOf(path, version);
        Delete(copy);
        try
        {
            Copy(connection, copy);
        }
        catch
        {
            Delete(copy);
            throw;
        }

        var full = Path.GetFullPath(path);
        foreach (var older in Directory.GetFiles(Path.GetDirectoryName(full)!, Path.GetFileName(full) + Mark + "*").Where(p => p != Path.GetFullPath(copy))) // a full path of a file has a folder
        {
            Delete(older);
        }
    }

    private static void Copy(SqliteConnection connection, string copy)
    {
        var target = new SqliteConnectionStringBuilder { DataSource = copy, Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false }.ToString();
        using var to = new SqliteConnection(target);
        to.Open();
        Connections.Run(to, "pragma synchronous = extra"); // its name in the folder, too
        connection.BackupDatabase(to);
    }

    private static void Delete(string copy)
    {
        foreach (var tail in (string[])["", "-journal", "-wal", "-shm"])
        {
            File.Delete(copy + tail);
        }
    }
}
