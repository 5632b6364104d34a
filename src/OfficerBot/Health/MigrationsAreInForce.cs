using OfficerBot.Storage;

namespace OfficerBot.Health;

/// <summary>The database has the form this program knows.</summary>
internal sealed class MigrationsAreInForce(SqliteStore store) : IReadinessCheck
{
    /// <inheritdoc/>
    public string Name => "migrations";

    /// <inheritdoc/>
    public ValueTask<string?> ProblemAsync(CancellationToken cancel) => ValueTask.FromResult(store.IsUpToDate ? null : "the database has another form than this program knows");
}
