namespace OfficerBot.Doors;

/// <summary>
/// Keeps the order of arrival within one conversation while work has to wait outside the writer, for files to come. Different conversations do not wait
/// for each other.
/// </summary>
internal sealed class InOrder
{
    private readonly Dictionary<string, Task> _last = [];

    /// <summary>Starts the work when all that came before it under this key has ended.</summary>
    /// <param name="isQuick">
    /// It reaches the writer, which keeps order by itself, before it first waits: then it starts at once unless somebody is before it, and nobody waits for it.
    /// </param>
    public Task<T> RunAsync<T>(string key, bool isQuick, Func<Task<T>> work)
    {
        lock (_last)
        {
            var isFree = !_last.TryGetValue(key, out var before);
            if (!(isFree && isQuick))
            {
                return Queue(key, isFree ? Task.CompletedTask : before!, work); // found when not free
            }
        }

        return work();
    }

    private Task<T> Queue<T>(string key, Task before, Func<Task<T>> work)
    {
        var mine = AfterAsync(before, work);
        _last[key] = mine;
        _ = mine.ContinueWith(ended => Forget(key, ended), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        return mine;
    }

    private void Forget(string key, Task ended)
    {
        lock (_last)
        {
            if (_last.TryGetValue(key, out var last) && last == ended)
            {
                _last.Remove(key);
            }
        }
    }

    // How the one before ended is its own caller's business.
    private static async Task<T> AfterAsync<T>(Task before, Func<Task<T>> work)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        return await work();
    }
}
