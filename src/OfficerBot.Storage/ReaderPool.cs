using System.Collections.Concurrent;
using OfficerBot.Storage.Sql;

namespace OfficerBot.Storage;

/// <summary>Connections that only read, each with its own prepared statements and copy of the roster.</summary>
internal sealed class ReaderPool(StoreOptions options, FileStore files) : IDisposable
{
    private const int MostKept = 8;
    private readonly ConcurrentBag<Reader> _free = [];
    private volatile bool _isClosed;

    /// <summary>Runs a query on one snapshot of what is committed.</summary>
    public T Read<T>(Func<ReadSession, T> query)
    {
        var reader = Rent();
        try
        {
            return reader.Read(query);
        }
        catch (Exception e) when (StoreUnavailableException.From(e) is { } told && !ReferenceEquals(told, e))
        {
            throw told;
        }
        finally
        {
            Return(reader);
        }
    }

    public void Dispose()
    {
        _isClosed = true;
        while (_free.TryTake(out var reader))
        {
            reader.Dispose();
        }
    }

    private Reader Rent()
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        return _free.TryTake(out var reader) ? reader : new Reader(options, files);
    }

    private void Return(Reader reader)
    {
        if (_isClosed || _free.Count >= MostKept)
        {
            reader.Dispose();
        }
        else
        {
            _free.Add(reader);
        }
    }

    private sealed class Reader : IDisposable
    {
        private readonly Statements _sql;
        private readonly ReadSession _session;

        public Reader(StoreOptions options, FileStore files)
        {
            _sql = new Statements(Connections.Reader(options.Path), isReadOnly: true);
            _snapshot = new Statements(_sql.Connection, isReadOnly: false);
            _session = new ReadSession(_sql, files, options.ReadNotice);
        }

        private readonly Statements _snapshot;

        public T Read<T>(Func<ReadSession, T> query)
        {
            _session.Recheck();
            _snapshot.Write($"begin");
            try
            {
                return query(_session);
            }
            finally
            {
                _snapshot.Write($"rollback");
            }
        }

        public void Dispose()
        {
            _sql.Dispose();
            _snapshot.Dispose();
        }
    }
}
