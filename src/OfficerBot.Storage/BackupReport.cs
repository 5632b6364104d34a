namespace OfficerBot.Storage;

/// <summary>What was found in a copy.</summary>
/// <param name="SchemaVersion">0 when it could not be read.</param>
/// <param name="Leads">How many leads are in it.</param>
/// <param name="Problems">Empty for a whole copy.</param>
public sealed record BackupReport(int SchemaVersion, int Leads, IReadOnlyList<string> Problems)
{
    /// <summary>It may be restored.</summary>
    public bool IsWhole => Problems.Count == 0;
}
