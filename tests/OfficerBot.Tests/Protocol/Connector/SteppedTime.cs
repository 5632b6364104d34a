namespace OfficerBot.Tests.Protocol.Connector;

/// <summary>A clock at which one thread can be held between what it has read and what it does about it.</summary>
internal sealed class SteppedTime(TimeProvider inner) : TimeProvider, IDisposable
{
    private readonly TaskCompletionSource _holds = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualResetEventSlim _released = new();
    private int _holdNext;

    public Task Holds => _holds.Task;

    public void HoldNext() => Volatile.Write(ref _holdNext, 1);

    public void Release() => _released.Set();

    public void Dispose() => _released.Dispose();

    public override DateTimeOffset GetUtcNow()
    {
        if (Interlocked.Exchange(ref _holdNext, 0) == 1)
        {
            _holds.SetResult();
            _released.Wait();
        }

        return inner.GetUtcNow();
    }
}
