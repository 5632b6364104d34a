using OfficerBot.Domain.Ledger;
using OfficerBot.Storage;

namespace OfficerBot.Tests.Storage;

/// <summary>The frame of the behaviour suites: what every engine must do alike. One engine is one <see cref="StoreEngine"/> and one subclass per suite.</summary>
public abstract class StoreBehaviour : IAsyncLifetime
{
    private StoreEngine _engine = null!; // InitializeAsync sets it

    private protected Cast Cast { get; private set; } = null!; // as above

    public async Task InitializeAsync()
    {
        _engine = Start();
        Cast = await Write(session =>
        {
            session.Notices.Store(Samples.Group, "第一版", Samples.Morning);
            return Samples.Fill(session.Ledger(Samples.Group));
        });
    }

    public Task DisposeAsync() => _engine.StopAsync();

    /// <summary>A new, empty store.</summary>
    protected abstract StoreEngine Start();

    /// <summary>One job on the writer.</summary>
    protected Task<T> Write<T>(Func<Session, T> job) => _engine.Write(job);

    /// <summary>One job on the writer.</summary>
    protected Task Write(Action<Session> job) => _engine.Write(session =>
    {
        job(session);
        return 0;
    });

    /// <summary>One snapshot.</summary>
    protected T Read<T>(Func<Session, T> query) => _engine.Read(query);

    /// <summary>One turn on the books of the sample group.</summary>
    protected Task<T> Books<T>(Func<ILedger, T> turn) => Write(session => turn(session.Ledger(Samples.Group)));

    /// <summary>One turn on the books of the sample group.</summary>
    protected Task Books(Action<ILedger> turn) => Write(session => turn(session.Ledger(Samples.Group)));

    /// <summary>One question to the books of the sample group, as committed.</summary>
    protected T Look<T>(Func<ILedger, T> question) => Read(session => question(session.Ledger(Samples.Group)));
}
