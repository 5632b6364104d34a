using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using OfficerBot.Storage.Sql;

namespace OfficerBot.Storage;

/// <summary>
/// Pictures, papers and letters, by the hash of their bytes, in a database of their own beside the books. A file is on the disk when
/// <see cref="Keep"/> returns, before any row refers to it; a turn that is rolled back leaves a file nobody points to.
/// </summary>
public sealed class FileStore : IDisposable
{
    private readonly Lock _gate = new();
    private readonly SqliteConnection _connection;
    private readonly Statements _sql;
    private readonly StopSign _stop;

    internal FileStore(string path, StopSign stop, Action<SqliteConnection>? onWriter = null)
    {
        _stop = stop;
        _connection = Connections.Writer(path);
        onWriter?.Invoke(_connection);
        Schema.Bring(_connection, Schema.Files);
        _sql = new Statements(_connection, isReadOnly: false);
    }

    /// <summary>The key of some bytes: SHA-256 in lower-case hex.</summary>
    public static string KeyOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>Keeps a file and gives its key. The same bytes are kept once.</summary>
    /// <exception cref="StoreUnavailableException">Nothing was kept.</exception>
    public string Keep(byte[] bytes, string contentType)
    {
        var key = KeyOf(bytes);
        lock (_gate)
        {
            _stop.ThrowIfSet();
            try
            {
                Insert(key, bytes, contentType);
            }
            catch (SqliteException e) when (StoreUnavailableException.From(e) is { } told)
            {
                StopIfMeant(told);
                throw told;
            }
        }

        return key;
    }

    /// <inheritdoc cref="Keep"/>
    public Task<string> KeepAsync(byte[] bytes, string contentType, CancellationToken cancel) =>
        Task.Run(() => Keep(bytes, contentType), cancel);

    /// <summary>The bytes of a key, or null.</summary>
    public byte[]? Read(string key)
    {
        lock (_gate)
        {
            return _sql.FirstOrNull($"select bytes from file where sha256 = {key}", r => (byte[])r.GetValue(0));
        }
    }

    /// <summary>The bytes of a key some row points to.</summary>
    internal byte[] Get(string key) =>
        Read(key) ?? throw new StoreUnavailableException(UnavailableReason.Damaged, $"The file {key} is missing. Restore a backup.");

    /// <inheritdoc/>
    public void Dispose() => _sql.Dispose();

    private void Insert(string key, byte[] bytes, string contentType)
    {
        var isNew = _sql.Write($"insert into file (sha256, content_type, bytes) values ({key}, {contentType}, {bytes}) on conflict do nothing") == 1;
        if (isNew)
        {
            Checkpoint.Run(_connection);
        }
    }

    private void StopIfMeant(StoreUnavailableException told)
    {
        if (told.Reason == UnavailableReason.Stopped)
        {
            Checkpoint.NeverAgain(_connection);
            _stop.Raise(told);
        }
    }
}
