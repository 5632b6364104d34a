using OfficerBot.Storage;

namespace OfficerBot.Health;

/// <summary>There is a notice in force, and each that is can be read.</summary>
internal sealed class NoticesAreInForce(SqliteStore store) : IReadinessCheck
{
    /// <inheritdoc/>
    public string Name => "notices";

    /// <inheritdoc/>
    public ValueTask<string?> ProblemAsync(CancellationToken cancel)
    {
        try
        {
            return ValueTask.FromResult(store.Read(s => s.Notices.Groups().Count(g => s.Ledger(g).Notice.Duties.Count > 0)) > 0 ? null : "no notice is in force");
        }
        catch (InvalidDataException)
        {
            return ValueTask.FromResult<string?>("a stored notice cannot be read");
        }
    }
}
