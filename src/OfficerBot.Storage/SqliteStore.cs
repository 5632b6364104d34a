using Microsoft.Data.Sqlite;
using OfficerBot.Storage.Sql;

namespace OfficerBot.Storage;

/// <summary>
/// The store: one file, one writer, readers beside it. A task of <see cref="WriteAsync"/> completes when what it did is on the disk, and not before.
/// </summary>
public sealed class SqliteStore : IAsyncDisposable
{
    private readonly StoreLock _lock;
    private readonly Statements _sql;
    private readonly StopSign _stop = new();
    private readonly ReaderPool _readers;
    private readonly Confirmations _confirmations;
    private readonly WriteLoop _writer;

    private SqliteStore(StoreOptions options, StoreLock held)
    {
        Options = options;
        _lock = held;
        var connection = Connections.Writer(options.Path);
        nint log;
        try
        {
            options.OnWriter?.Invoke(connection);
            Wholeness.RefuseDamaged(connection, options.Path);
            Schema.Bring(connection, Schema.Main, options.Path);
            Wholeness.RefuseWithoutFiles(connection, options);
            Files = new FileStore(options.FilesPath, _stop, onWriter: options.OnWriter);
            log = Engine.LogOf(connection);
            Connections.LeaveLogToConfirmations(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }

        _sql = new Statements(connection, isReadOnly: false);
        _readers = new ReaderPool(options, Files);
        var meter = new StoreMeter(options.Meter);
        _confirmations = new Confirmations(log, _stop, meter, waits: !options.TrustsTheDisk);
        _writer = new WriteLoop(connection, _sql, new WriteSession(_sql, Files, options.ReadNotice), _stop, meter, _confirmations);
    }

    /// <summary>What it was opened with.</summary>
    public StoreOptions Options { get; }

    /// <summary>Pictures and other bytes.</summary>
    public FileStore Files { get; }

    /// <summary>Completes when the disk failed to confirm a write. The service should then end: only a new start reads what is really on the disk.</summary>
    public Task<StoreUnavailableException> Stopped => _stop.Stopped;

    /// <summary>Why the newest transaction could not be kept; null when it was, or before the first.</summary>
    public UnavailableReason? Trouble => _writer.Trouble;

    /// <summary>Transactions committed since the start.</summary>
    public long Commits => _writer.Commits;

    /// <summary>Told of what each transaction left to be sent, once it is on the disk and on the thread that waits for it: it must neither wait nor throw.</summary>
    public Action<Departures>? Departed
    {
        get => _confirmations.Departed;
        set => _confirmations.Departed = value;
    }

    /// <summary>Opens or makes the store, brings its schema up to date and begins to write.</summary>
    /// <exception cref="StoreHeldException">Another process has it open.</exception>
    /// <exception cref="StoreUnavailableException">It cannot be opened; the message says why.</exception>
    public static SqliteStore Open(StoreOptions options) =>
        TryOpen(options, out var heldBy) ?? throw new StoreHeldException(options.Path, heldBy);

    /// <summary>As <see cref="Open"/>, but null when another process has it open.</summary>
    /// <param name="heldBy">That process; null when unknown or when the store was opened.</param>
    public static SqliteStore? TryOpen(StoreOptions options, out int? heldBy)
    {
        heldBy = null;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(options.Path))!); // a full path of a file has a folder
        if (StoreLock.TryTake(options.Path) is not { } held)
        {
            heldBy = StoreLock.HolderOf(options.Path);
            return null;
        }

        try
        {
            Wholeness.RefuseHalf(options);
            return new SqliteStore(options, held);
        }
        catch (Exception e)
        {
            held.Dispose();
            throw e is SqliteException { SqliteErrorCode: 11 or 26 } ? Wholeness.Damaged($"{options.Path}, or {options.FilesPath},", e)
                : StoreUnavailableException.From(e) ?? e;
        }
    }

    /// <summary>Reads one snapshot of a store that another process may hold; nothing is brought up to date and nothing written.</summary>
    public static T Peek<T>(StoreOptions options, Func<ReadSession, T> query)
    {
        using var files = new FileStore(options.FilesPath, new StopSign(), isReadOnly: true);
        using var readers = new ReaderPool(options, files);
        return readers.Read(query);
    }

    /// <summary>Runs a job on the writer, alone. What others do in the same transaction stands and falls with the disk, not with this job.</summary>
    /// <param name="job">Reads and writes; throws to leave nothing. It must not wait for anything outside, and change nothing outside: when another job
    /// throws it is run again from the beginning.</param>
    /// <param name="cancel">Heeded until the job begins.</param>
    /// <returns>The job's result, once it is on the disk. Faults with what the job threw, or with <see cref="StoreUnavailableException"/>.</returns>
    public Task<T> WriteAsync<T>(Func<WriteSession, T> job, CancellationToken cancel)
    {
        var queued = new WriteJob<T>(job, cancel) { AskedAt = _writer.Moment() };
        if (!_writer.TryPost(queued))
        {
            queued.Fail(new StoreUnavailableException(UnavailableReason.Stopped, "The store is closed."));
        }

        return queued.Done;
    }

    /// <summary>True when every migration this program knows is in force.</summary>
    public bool IsUpToDate => Read(s => s.SchemaVersion()) == Schema.Newest(Schema.Main);

    /// <summary>Reads one snapshot of what is committed.</summary>
    public T Read<T>(Func<ReadSession, T> query) => _readers.Read(query);

    /// <summary>As <see cref="Read"/>, off the caller's thread.</summary>
    public Task<T> ReadAsync<T>(Func<ReadSession, T> query, CancellationToken cancel = default) => Task.Run(() => _readers.Read(query), cancel);

    /// <summary>Finishes what is queued, then closes.</summary>
    public async ValueTask DisposeAsync()
    {
        _writer.Close();
        await _writer.Finished;
        _readers.Dispose();
        Files.Dispose();
        _sql.Dispose();
        _lock.Dispose();
    }
}
