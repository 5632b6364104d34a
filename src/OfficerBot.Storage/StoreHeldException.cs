namespace OfficerBot.Storage;

/// <summary>The database is in use by another process.</summary>
/// <param name="path">The database file.</param>
/// <param name="processId">The process that holds it; null when it could not be read.</param>
public sealed class StoreHeldException(string path, int? processId) : Exception(
    $"{Path.GetFullPath(path)} is in use by process {processId?.ToString() ?? "unknown"} on {StoreLock.HostOf(path) ?? "an unknown host"}."
    + " Only one process may write it: stop that one, or name another file with Storage:Path.")
{
    /// <summary>The process that holds it; null when it could not be read.</summary>
    public int? ProcessId => processId;
}
