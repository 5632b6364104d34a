using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using OfficerBot.Storage.Sql;

namespace OfficerBot.Storage;

/// <summary>
/// The one writer. What has queued up while it was busy is the next transaction (<see cref="WriteBatch"/>). Who is to be answered is left to
/// <see cref="Confirmations"/>, which waits for the disk.
/// </summary>
internal sealed class WriteLoop
{
    private readonly Channel<WriteJob> _queue = Channel.CreateUnbounded<WriteJob>(new() { SingleReader = true });
    private readonly SqliteConnection _connection;
    private readonly WriteSession _session;
    private readonly WriteBatch _batch;
    private readonly StopSign _stop;
    private readonly StoreMeter _meter;
    private readonly Checkpoints _checkpoints;
    private readonly Confirmations _confirmations;

    public WriteLoop(SqliteConnection connection, Statements sql, WriteSession session, StopSign stop, StoreMeter meter, Confirmations confirmations)
    {
        _connection = connection;
        _session = session;
        _batch = new(connection, sql, session, stop);
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
            _batch.Fail(stopped);
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
        _batch.Run(_queue.Reader);
        var since = _meter.Moment();
        if (_batch.TryCommit(out var jobs))
        {
            Commits++;
            Trouble = null;
            _confirmations.Await(new(jobs, since, _session.Departing.Take()));
        }
    }

    private void FailBatch(Exception cause)
    {
        var told = StoreUnavailableException.From(cause) ?? cause;
        _batch.RollBack();
        if (told is StoreUnavailableException unavailable)
        {
            Trouble = unavailable.Reason;
            _meter.Failed(unavailable.Reason);
        }

        if (told is StoreUnavailableException { Reason: UnavailableReason.Stopped } stopped && !_stop.IsSet)
        {
            Checkpoint.NeverAgain(_connection);
            _stop.Raise(stopped);
        }

        _batch.Fail(told);
    }
}
