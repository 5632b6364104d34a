using OfficerBot.Storage;

namespace OfficerBot.Jobs;

/// <summary>
/// Says each committed line of the audit in the log too, so that a log kept elsewhere holds who was bound, what was looked up, exported and imported.
/// Begins with what is written after the start.
/// </summary>
internal sealed partial class AuditTrail(SqliteStore store, ILogger<AuditTrail> log) : IJob
{
    private const int MostAtOnce = 100;

    private long _said = store.Read(s => s.Audit.Newest()); // made before the doors open; by the first beat somebody may have exported

    /// <inheritdoc/>
    public Task<bool> RunAsync(CancellationToken cancel)
    {
        var lines = store.Read(s => s.Audit.After(_said, MostAtOnce));
        foreach (var line in lines)
        {
            Audited(line.Id, line.Group.Value, line.Who, line.What, line.About);
            _said = line.Id;
        }

        if (lines.Count == 0 && store.Read(s => s.Audit.Newest()) < _said)
        {
            _said = 0; // a new sample began
        }

        return Task.FromResult(lines.Count > 0);
    }

    [LoggerMessage(901, LogLevel.Information, "Security: audit {Line} of {Group}: person {Who} {What} {About}")]
    private partial void Audited(long line, string group, long? who, string what, string about);
}
