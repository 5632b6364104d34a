namespace OfficerBot.Storage;

/// <summary>One job on the writer and whoever waits for it.</summary>
internal abstract class WriteJob(CancellationToken cancel)
{
    /// <summary>True when nobody wants it any more; asked before it is begun, never after.</summary>
    public bool IsCancelled => cancel.IsCancellationRequested;

    /// <summary>When it was asked for; 0 while nobody measures.</summary>
    public long AskedAt { get; init; }

    protected CancellationToken Cancel => cancel;

    /// <summary>Does the work inside the transaction; may be called again after a rollback. The last result is kept back until <see cref="Complete"/>.</summary>
    public abstract void Run(WriteSession session);

    /// <summary>It is on the disk.</summary>
    public abstract void Complete();

    /// <summary>Nothing of it is kept.</summary>
    public abstract void Fail(Exception cause);

    /// <summary>It was not begun.</summary>
    public abstract void GiveUp();
}

/// <summary>A job with a result.</summary>
internal sealed class WriteJob<T>(Func<WriteSession, T> work, CancellationToken cancel) : WriteJob(cancel)
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;

    public Task<T> Done => _done.Task;

    public override void Run(WriteSession session) => _result = work(session);

    public override void Complete() => _done.TrySetResult(_result!); // Run has set it

    public override void Fail(Exception cause) => _done.TrySetException(cause);

    public override void GiveUp() => _done.TrySetCanceled(Cancel);
}
