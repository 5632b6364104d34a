using OfficerBot.Storage;

namespace OfficerBot.Tests.Storage;

/// <summary>A store under test.</summary>
public abstract class StoreEngine
{
    public abstract Task<T> Write<T>(Func<Session, T> job);

    public abstract T Read<T>(Func<Session, T> query);

    public abstract Task StopAsync();
}
