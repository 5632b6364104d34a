using Microsoft.Data.Sqlite;
using OfficerBot.Domain.Notices;

namespace OfficerBot.Storage;

/// <summary>What the store needs to know.</summary>
/// <param name="Path">The database file; its folder is made. The files' database lies beside it as <c>*.files.db</c>.</param>
/// <param name="ReadNotice">Reads a stored notice: YAML text and revision. Called once per revision; may throw for a text that is no notice.</param>
public sealed record StoreOptions(string Path, Func<string, int, Notice> ReadNotice)
{
    /// <summary>Where the writer is measured; null: nowhere.</summary>
    public System.Diagnostics.Metrics.Meter? Meter { get; init; }

    /// <summary>Where pictures and other bytes lie.</summary>
    public string FilesPath => FilesBeside(Path);

    /// <summary>For tests alone, and so for no setting: sees the writing connection of each file before it is used, to weaken it or to die at a statement.</summary>
    internal Action<SqliteConnection>? OnWriter { get; init; }

    /// <summary>For tests alone: says that a commit is kept without waiting for the disk, to show what is lost then.</summary>
    internal bool TrustsTheDisk { get; init; }

    /// <summary>The files' database that belongs to a database.</summary>
    public static string FilesBeside(string path) => System.IO.Path.ChangeExtension(path, ".files.db");
}
