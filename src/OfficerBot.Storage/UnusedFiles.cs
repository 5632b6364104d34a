using NodaTime;

namespace OfficerBot.Storage;

/// <summary>
/// Deletes files no row points to any more, long after the last one did: a backup copies the books first and the files after, and must find what its
/// books point to. Goes through all files a few at a time.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="kept">How long an unused file stays; longer than any backup takes.</param>
public sealed class UnusedFiles(SqliteStore store, Duration kept)
{
    private const int LookedAtOnce = 200;
    private const int DeletedAtOnce = 20;

    private string _at = "";

    /// <summary>Looks at the next files and deletes some. False when it has come to the end and begins anew.</summary>
    /// <param name="now">Machine time.</param>
    public async Task<bool> StepAsync(Instant now, CancellationToken cancel)
    {
        var keys = store.Files.Keys(_at, LookedAtOnce);
        var used = store.Read(s => keys.Where(s.FileUse.IsPointedTo).ToHashSet());
        foreach (var key in keys)
        {
            store.Files.Note(key, used.Contains(key), now);
        }

        _at = keys.Count == LookedAtOnce ? keys[^1] : "";
        var deleted = await DeleteAsync(now, cancel);
        return deleted > 0 || _at.Length > 0;
    }

    // On the writer, where nobody points to a file at the same time.
    private async Task<int> DeleteAsync(Instant now, CancellationToken cancel)
    {
        var unused = store.Files.UnusedSince(now - kept, DeletedAtOnce);
        return unused.Count == 0 ? 0 : await store.WriteAsync(s => Delete(s, unused), cancel);
    }

    private int Delete(WriteSession session, IReadOnlyList<string> unused)
    {
        foreach (var key in unused)
        {
            if (session.FileUse.IsPointedTo(key))
            {
                store.Files.Note(key, true, default);
            }
            else
            {
                store.Files.Delete(key);
            }
        }

        return unused.Count;
    }
}
