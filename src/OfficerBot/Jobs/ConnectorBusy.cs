namespace OfficerBot.Jobs;

/// <summary>Counts what is under way, so that one can wait until nothing is.</summary>
internal sealed class ConnectorBusy
{
    private readonly Lock _lock = new();
    private int _count;
    private TaskCompletionSource? _idle;

    /// <summary>Something begins.</summary>
    public void Begin()
    {
        lock (_lock)
        {
            _count++;
        }
    }

    /// <summary>So many have ended.</summary>
    public void End(int count = 1)
    {
        TaskCompletionSource? idle = null;
        lock (_lock)
        {
            _count -= count;
            if (_count == 0)
            {
                (idle, _idle) = (_idle, null);
            }
        }

        idle?.TrySetResult();
    }

    /// <summary>Done as soon as nothing is under way.</summary>
    public Task IdleAsync()
    {
        lock (_lock)
        {
            return _count == 0 ? Task.CompletedTask : (_idle ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }
}
