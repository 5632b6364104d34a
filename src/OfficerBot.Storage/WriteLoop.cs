using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using OfficerBot.Storage.Sql;

namespace OfficerBot.Storage;

/// <summary>
/// The one writer. What has queued up while it was busy is the next transaction. When a job of it throws, the others are run once more without it, so a
/// job may run more than once and only its last run counts. Who is to be answered is left to <see cref="Confirmations"/>, which waits for the disk.
/// </summary>
internal sealed class WriteLoop
{
    /// <summary>Jobs in one transaction at most. More would hardly make one cheaper (a commit costs as much as two jobs) and would keep the answers of this
    /// transaction, and the disk, waiting: with 64, 32 callers got a sixth fewer turns. A slow disk is waited for once for all that have gathered.</summary>
    private const int MostInOneCommit = 12;

    private readonly Channel<WriteJob> _queue = Channel.CreateUnbounded<WriteJob>(new() { SingleReader = true });
    private readonly List<WriteJob> _batch = new(MostInOneCommit);
    private readonly SqliteConnection _connection;
    private readonly Statements _sql;
    private readonly WriteSession _session;
    private readonly StopSign _stop;
    private readonly StoreMeter _meter;
    private readonly Checkpoints _checkpoints;
    private readonly Confirmations _confirmations;

    public WriteLoop(SqliteConnection connection, Statements sql, WriteSession session, StopSign stop, StoreMeter meter, Confirmations confirmations)
    {
        _connection = connection;
        _sql = sql;
        _session = session;
        _stop = stop;
        _meter = meter;
        _confirmations = confirmations;
        _checkpoints = new(connection, stop);
        Finished = Task.Run(LoopAsync);
    }

    /// <summary>Completes when the queue was closed and everything in it done.</summary>
    public Task Finished { get; }

    /// <summary>Commits so far, to see what group commit does.</summary>
    public long Commits { get; private set; }

    /// <summary>Why the newest transaction could not be kept; null when it was.</summary>
    public UnavailableReason? Trouble { get; private set; }

    /// <summary>A moment to measure a job from.</summary>
    public long Moment() => _meter.Moment();

    public bool TryPost(WriteJob job) => _queue.Writer.TryWrite(job);

    public void Close() => _queue.Writer.TryComplete();

    // Whatever escapes, such as a lack of memory while a failure is dealt with, must not leave callers waiting for ever: the store stops, and says so.
    private async Task LoopAsync()
    {
        try
        {
            await ServeAsync();
        }
        catch (Exception e)
        {
            var stopped = new StoreUnavailableException(UnavailableReason.Stopped, "The writer failed; the service must be started anew.", e);
            _stop.Raise(stopped);
            Close();
            _batch.ForEach(j => j.Fail(stopped));
            while (_queue.Reader.TryRead(out var job))
            {
                job.Fail(stopped);
            }
        }

        await ConfirmRestAsync(); // after a failure, too: the log may not be closed under the thread that flushes it
    }

    private async Task ServeAsync()
    {
        while (await _queue.Reader.WaitToReadAsync())
        {
            try
            {
                RunBatch();
            }
            catch (Exception e)
            {
                FailBatch(e);
            }

            _checkpoints.RunWhenDue();
        }
    }

    private async Task ConfirmRestAsync()
    {
        _confirmations.Close();
        await _confirmations.Finished;
        if (_stop.IsSet)
        {
            Checkpoint.NeverAgain(_connection);
        }
    }

    private void RunBatch()
    {
        if (!TryRunTogether())
        {
            RunOneByOne();
        }

        if (_batch.Count > 0)
        {
            var since = _meter.Moment();
            _sql.Write($"commit");
            Commits++;
            Trouble = null;
            _confirmations.Await(new([.. _batch], since, _session.Departing.Take()));
            _batch.Clear();
        }
    }

    /// <summary>Runs what has queued up without savepoints, which cost a copy of every page a job changes. False when a job threw and nothing of the
    /// transaction is kept. Only the loss of the whole transaction leaves this method as an exception.</summary>
    private bool TryRunTogether()
    {
        while (_batch.Count < MostInOneCommit && _queue.Reader.TryRead(out var job))
        {
            if (job.IsCancelled)
            {
                job.GiveUp();
                continue;
            }

            _batch.Add(job);
            if (_batch.Count == 1)
            {
                Begin();
            }

            try
            {
                job.Run(_session);
            }
            catch (Exception e) when (MayFailAlone(e))
            {
                Undo();
                return DropIfAlone(e);
            }
        }

        return true;
    }

    /// <summary>A job that is the only one of its transaction has failed alone already.</summary>
    private bool DropIfAlone(Exception cause)
    {
        if (_batch is not [var job])
        {
            return false;
        }

        _batch.Clear();
        Fail(job, cause);
        return true;
    }

    /// <summary>Runs the jobs taken once more, each in a savepoint of its own, so that the one that throws fails alone.</summary>
    private void RunOneByOne()
    {
        Begin();
        for (var i = 0; i < _batch.Count; i++)
        {
            try
            {
                _sql.Write($"savepoint turn");
                _session.Departing.Begin();
                _batch[i].Run(_session);
                _sql.Write($"release turn");
            }
            catch (Exception e) when (MayFailAlone(e))
            {
                UndoOne();
                Fail(_batch[i], e);
                _batch.RemoveAt(i--);
            }
        }

        if (_batch.Count == 0)
        {
            _sql.Write($"rollback");
        }
    }

    private void Begin()
    {
        _stop.ThrowIfSet();
        _sql.Write($"begin immediate");
    }

    private void Undo()
    {
        _sql.Write($"rollback");
        _session.Departing.Clear();
        _session.Forget();
    }

    private void UndoOne()
    {
        _sql.Write($"rollback to turn");
        _sql.Write($"release turn");
        _session.Departing.Undo();
        _session.Forget();
    }

    private static void Fail(WriteJob job, Exception cause) => job.Fail(StoreUnavailableException.From(cause) ?? cause);

    private bool MayFailAlone(Exception cause) => !Checkpoint.HasLostTransaction(_connection) && !IsForAll(cause);

    /// <summary>A disk that failed once fails the whole transaction: part of it must not be committed as if nothing had been.</summary>
    private static bool IsForAll(Exception e) => StoreUnavailableException.From(e) is { Reason: not UnavailableReason.Locked };

    private void FailBatch(Exception cause)
    {
        _session.Departing.Clear();
        _session.Forget();
        var told = StoreUnavailableException.From(cause) ?? cause;
        RollBack();
        Note(told);
        if (told is StoreUnavailableException { Reason: UnavailableReason.Stopped } stopped && !_stop.IsSet)
        {
            Checkpoint.NeverAgain(_connection);
            _stop.Raise(stopped);
        }

        foreach (var job in _batch)
        {
            job.Fail(told);
        }

        _batch.Clear();
    }

    private void Note(Exception told)
    {
        if (told is StoreUnavailableException unavailable)
        {
            Trouble = unavailable.Reason;
            _meter.Failed(unavailable.Reason);
        }
    }

    private void RollBack()
    {
        try
        {
            if (!Checkpoint.HasLostTransaction(_connection))
            {
                _sql.Write($"rollback");
            }
        }
        catch (SqliteException)
        {
            // The engine rolls back by itself where it can; the next "begin" says so if it could not.
        }
    }
}
