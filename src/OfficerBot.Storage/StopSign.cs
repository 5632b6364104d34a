namespace OfficerBot.Storage;

/// <summary>
/// Set once, for good, when the disk failed to confirm a write. A failed fsync is never tried again: the second one may succeed although the pages
/// are gone.
/// </summary>
internal sealed class StopSign
{
    private readonly TaskCompletionSource<StoreUnavailableException> _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile StoreUnavailableException? _cause;

    /// <summary>Completes when the store has stopped.</summary>
    public Task<StoreUnavailableException> Stopped => _stopped.Task;

    public bool IsSet => _cause is not null;

    public void Raise(StoreUnavailableException cause)
    {
        _cause = cause;
        _stopped.TrySetResult(cause);
    }

    public void ThrowIfSet()
    {
        if (_cause is { } cause)
        {
            throw new StoreUnavailableException(UnavailableReason.Stopped, cause.Message, cause);
        }
    }
}
