using OfficerBot.Storage;

namespace OfficerBot.Tests.Storage;

/// <summary>SQLite in a folder of its own.</summary>
internal sealed class SqliteEngine : StoreEngine
{
    private readonly string _folder = Directory.CreateTempSubdirectory("officerbot-ledger-").FullName;
    private readonly SqliteStore _store;

    public SqliteEngine() => _store = SqliteStore.Open(new(Path.Combine(_folder, "officerbot.db"), Samples.ReadNotice));

    public override Task<T> Write<T>(Func<Session, T> job) => _store.WriteAsync<T>(job, default);

    public override T Read<T>(Func<Session, T> query) => _store.Read<T>(query);

    public override async Task StopAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
