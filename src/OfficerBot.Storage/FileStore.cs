using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using NodaTime;
using OfficerBot.Storage.Sql;

namespace OfficerBot.Storage;

/// <summary>
/// Pictures, papers and letters, by the hash of their bytes, in a database of their own beside the books. A file is on the disk when
/// <see cref="Keep"/> returns, before any row refers to it; a turn that is rolled back leaves a file nobody points to, which is deleted later.
/// Reading has connections of its own and waits for no writing.
/// </summary>
public sealed class FileStore : IDisposable
{
    private const int MostReaders = 4;

    private readonly Lock _gate = new();
    private readonly string _path;
    private readonly SqliteConnection? _connection;
    private readonly Statements? _sql;
    private readonly StopSign _stop;
    private readonly ConcurrentBag<Statements> _readers = [];

    internal FileStore(string path, StopSign stop, bool isReadOnly = false, Action<SqliteConnection>? onWriter = null)
    {
        _path = path;
        _stop = stop;
        if (!isReadOnly)
        {
            _connection = Connections.Writer(path);
            onWriter?.Invoke(_connection);
            Wholeness.RefuseDamaged(_connection, path);
            Schema.Bring(_connection, Schema.Files, path);
            _sql = new Statements(_connection, isReadOnly: false);
        }
    }

    private Statements Writing => _sql ?? throw new InvalidOperationException("These files are open for reading only.");

    /// <summary>The key of some bytes: SHA-256 in lower-case hex.</summary>
    public static string KeyOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>Keeps a file and gives its key. The same bytes are kept once.</summary>
    /// <exception cref="StoreUnavailableException">Nothing was kept.</exception>
    public string Keep(byte[] bytes, string contentType)
    {
        var key = KeyOf(bytes);
        Write(() => Insert(key, bytes, contentType));
        return key;
    }

    /// <inheritdoc cref="Keep"/>
    public Task<string> KeepAsync(byte[] bytes, string contentType, CancellationToken cancel) =>
        Task.Run(() => Keep(bytes, contentType), cancel);

    /// <summary>The bytes of a key, or null.</summary>
    public byte[]? Read(string key)
    {
        var reader = _readers.TryTake(out var free) ? free : new Statements(Connections.Reader(_path), isReadOnly: true);
        try
        {
            return reader.FirstOrNull($"select bytes from file where sha256 = {key}", r => r.GetBytes(0));
        }
        finally
        {
            GiveBack(reader);
        }
    }

    /// <summary>Keys after one, in their order; the empty text begins.</summary>
    internal IReadOnlyList<string> Keys(string after, int limit)
    {
        lock (_gate)
        {
            return Writing.List($"select sha256 from file where sha256 > {after} order by sha256 limit {limit}", r => r.GetString(0));
        }
    }

    /// <summary>Notes whether rows point to a file; what is unused keeps the moment at which that was first seen.</summary>
    internal void Note(string key, bool isUsed, Instant now) => Write(() => _ = isUsed
        ? Writing.Write($"delete from unused where sha256 = {key}")
        : Writing.Write($"insert into unused (sha256, since) values ({key}, {now}) on conflict do nothing"));

    /// <summary>Files unused since a moment or longer.</summary>
    internal IReadOnlyList<string> UnusedSince(Instant before, int limit)
    {
        lock (_gate)
        {
            return Writing.List($"select sha256 from unused where since <= {before} limit {limit}", r => r.GetString(0));
        }
    }

    /// <summary>Deletes a file for good.</summary>
    internal void Delete(string key) => Write(() =>
    {
        Writing.Write($"delete from file where sha256 = {key}");
        Writing.Write($"delete from unused where sha256 = {key}");
    });

    /// <summary>The bytes of a key some row points to.</summary>
    internal byte[] Get(string key) =>
        Read(key) ?? throw new StoreUnavailableException(UnavailableReason.Damaged, $"The file {key} is missing. Restore a backup.");

    /// <inheritdoc/>
    public void Dispose()
    {
        while (_readers.TryTake(out var reader))
        {
            reader.Dispose();
        }

        _sql?.Dispose();
    }

    private void GiveBack(Statements reader)
    {
        if (_readers.Count < MostReaders)
        {
            _readers.Add(reader);
        }
        else
        {
            reader.Dispose();
        }
    }

    private void Insert(string key, byte[] bytes, string contentType)
    {
        var isNew = Writing.Write($"insert into file (sha256, content_type, bytes) values ({key}, {contentType}, {bytes}) on conflict do nothing") == 1;
        if (!isNew)
        {
            Writing.Write($"delete from unused where sha256 = {key}"); // whoever keeps it is about to point to it
        }
        else if (_connection is { } connection)
        {
            Checkpoint.Run(connection);
        }
    }

    private void Write(Action write)
    {
        lock (_gate)
        {
            _stop.ThrowIfSet();
            try
            {
                write();
            }
            catch (SqliteException e) when (StoreUnavailableException.From(e) is { } told)
            {
                StopIfMeant(told);
                throw told;
            }
        }
    }

    private void StopIfMeant(StoreUnavailableException told)
    {
        if (told.Reason == UnavailableReason.Stopped && _connection is { } connection)
        {
            Checkpoint.NeverAgain(connection);
            _stop.Raise(told);
        }
    }
}
