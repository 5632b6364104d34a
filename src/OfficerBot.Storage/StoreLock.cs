namespace OfficerBot.Storage;

/// <summary>One process at a time: an exclusively held file beside the database, and one that names the holder.</summary>
internal sealed class StoreLock : IDisposable
{
    private readonly FileStream _held;
    private readonly string _pidPath;

    private StoreLock(FileStream held, string pidPath)
    {
        _held = held;
        _pidPath = pidPath;
    }

    /// <summary>Null when another process, or another store in this one, holds the database.</summary>
    public static StoreLock? TryTake(string databasePath)
    {
        FileStream held;
        try
        {
            held = new FileStream(databasePath + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(databasePath + ".lock"))
        {
            return null;
        }

        var pidPath = databasePath + ".pid";
        File.WriteAllText(pidPath, $"{Environment.ProcessId} {Environment.MachineName}");
        return new StoreLock(held, pidPath);
    }

    /// <summary>The process that holds the database now, or held it last; null when unknown.</summary>
    public static int? HolderOf(string databasePath) =>
        int.TryParse(Named(databasePath) is [var id, ..] ? id : null, out var pid) ? pid : null;

    /// <summary>The machine, or container, of that process; null when unknown.</summary>
    public static string? HostOf(string databasePath) => Named(databasePath) is [_, var host] ? host : null;

    public void Dispose()
    {
        File.Delete(_pidPath);
        _held.Dispose();
    }

    private static string[] Named(string databasePath) => File.Exists(databasePath + ".pid") ? File.ReadAllText(databasePath + ".pid").Split(' ', 2) : [];
}
