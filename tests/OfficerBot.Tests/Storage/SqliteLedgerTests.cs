using OfficerBot.Storage;

namespace OfficerBot.Tests.Storage;

/// <summary>The behaviour suite on SQLite.</summary>
public sealed class SqliteLedgerTests : LedgerBehaviour
{
    private readonly string _folder = Directory.CreateTempSubdirectory("officerbot-ledger-").FullName;
    private SqliteStore _store = null!; // OpenAsync sets it

    public override async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    protected override Task OpenAsync()
    {
        _store = SqliteStore.Open(new(Path.Combine(_folder, "officerbot.db"), Samples.ReadNotice));
        return Task.CompletedTask;
    }

    protected override Task<T> Write<T>(Func<Session, T> job) => _store.WriteAsync<T>(job, default);

    protected override T Read<T>(Func<Session, T> query) => _store.Read<T>(query);
}
