namespace OfficerBot.Storage;

/// <summary>The database is in use by another process.</summary>
public sealed class StoreHeldException(string path, int? processId)
    : Exception($"{path} is in use by process {processId?.ToString() ?? "unknown"}.")
{
    /// <summary>The process that holds it; null when it could not be read.</summary>
    public int? ProcessId => processId;
}
