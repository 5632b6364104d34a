using OfficerBot.Conversation.Roster;
using OfficerBot.Conversation.Turns;
using OfficerBot.Storage;

namespace OfficerBot.Doors;

/// <summary>
/// Makes the files of a message ready before its turn, so that the writer waits for none of it: bytes are kept, and the table that its sender may import is
/// read. Bytes that no row comes to point to, because the turn came to nothing, are deleted later like all such.
/// </summary>
/// <param name="tables">Reads tables; slow ones take up to a second.</param>
internal sealed class FilesAhead(SqliteStore store, IReadTables tables)
{
    /// <summary>Makes them ready, in their order.</summary>
    /// <param name="user">The sender's id on the channel.</param>
    /// <param name="keepsAll">False: of pictures alone the bytes are kept.</param>
    /// <exception cref="StoreUnavailableException">A file could not be kept.</exception>
    public async Task<IReadOnlyList<ReadyFile>> MakeAsync(string channel, string user, IEnumerable<SaidFile> files, bool keepsAll, CancellationToken cancel)
    {
        var ready = new List<ReadyFile>();
        var mayBeTable = true; // an import takes the first one
        foreach (var file in files)
        {
            var isPicture = ActivityWords.IsPicture(file.ContentType);
            var key = keepsAll || isPicture ? await store.Files.KeepAsync(file.Bytes, file.ContentType, cancel) : null;
            var isTable = mayBeTable && !isPicture && MayImport(channel, user);
            mayBeTable &= isPicture;
            ready.Add(new(isTable ? file with { Table = await Task.Run(() => tables.Read(file.Bytes, file.Name), cancel) } : file, key));
        }

        return ready;
    }

    // Whoever else sends a table is told that he may not, and nothing is read for it.
    private bool MayImport(string channel, string user) => store.Read(s => s.Accounts.Find(channel, user) is { } account
        && s.Accounts.Bindings(account.Id).Any(b => s.Ledger(b.Group).Roster.Find(b.Person)?.KeepsBooks == true));
}

/// <summary>A file made ready.</summary>
/// <param name="Key">Of its bytes among the files; null when they are not kept.</param>
internal sealed record ReadyFile(SaidFile File, string? Key);
