using Microsoft.Data.Sqlite;
using OfficerBot.Storage.Sql;

namespace OfficerBot.Storage;

/// <summary>
/// Waits for the disk, beside the writer: while one transaction is on its way to the disk the next is already being run. Nobody is answered, and nothing
/// sent, before the disk has confirmed it; transactions are confirmed in their order, those that have gathered meanwhile together.
/// </summary>
internal sealed class Confirmations
{
    private readonly object _gate = new();
    private readonly nint _log;
    private readonly bool _waits;
    private readonly StopSign _stop;
    private readonly StoreMeter _meter;
    private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private List<Transaction> _arriving = [];
    private List<Transaction> _leaving = [];
    private bool _isClosed;

    /// <param name="log">Of the writer's connection, which must not be closed before <see cref="Finished"/>; see <see cref="Engine.LogOf"/>.</param>
    /// <param name="stop">Raised when the disk fails to confirm.</param>
    /// <param name="waits">False for tests alone.</param>
    public Confirmations(nint log, StopSign stop, StoreMeter meter, bool waits)
    {
        _log = log;
        _waits = waits;
        _stop = stop;
        _meter = meter;
        new Thread(Run) { IsBackground = true, Name = "disk" }.Start(); // it blocks for most of its time, which would take a thread from the pool
    }

    /// <summary>Completes when everything handed over before <see cref="Close"/> is confirmed or failed.</summary>
    public Task Finished => _finished.Task;

    /// <summary>Told after each transaction that left something to be sent, before those who wait for it. It must neither wait nor throw.</summary>
    public Action<Departures>? Departed { get; set; }

    /// <summary>Takes over a transaction that is committed but perhaps not yet on the disk.</summary>
    public void Await(Transaction committed)
    {
        lock (_gate)
        {
            _arriving.Add(committed);
            Monitor.Pulse(_gate);
        }
    }

    public void Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            Monitor.Pulse(_gate);
        }
    }

    private void Run()
    {
        while (TakeArrived())
        {
            try
            {
                _stop.ThrowIfSet();
                Flush();
                _leaving.ForEach(Complete);
            }
            catch (Exception e)
            {
                Fail(e);
            }

            _leaving.Clear();
        }

        _finished.SetResult();
    }

    private bool TakeArrived()
    {
        lock (_gate)
        {
            while (_arriving.Count == 0 && !_isClosed)
            {
                Monitor.Wait(_gate);
            }

            (_arriving, _leaving) = (_leaving, _arriving);
            return _leaving.Count > 0;
        }
    }

    private void Flush()
    {
        var result = _waits ? Engine.Sync(_log) : Engine.Ok;
        if (result != Engine.Ok)
        {
            throw new SqliteException("sync", result & 0xff, result);
        }
    }

    private void Complete(Transaction confirmed)
    {
        _meter.Committed(confirmed.Since, confirmed.Jobs.Length);
        if (confirmed.Departures is { } departures)
        {
            Departed?.Invoke(departures);
        }

        foreach (var job in confirmed.Jobs)
        {
            job.Complete();
            _meter.Answered(job.AskedAt);
        }
    }

    private void Fail(Exception cause)
    {
        var told = StoreUnavailableException.From(cause) ?? new(UnavailableReason.Stopped, "The writer failed; the service must be started anew.", cause);
        if (!_stop.IsSet)
        {
            _stop.Raise(told);
            _meter.Failed(told.Reason);
        }

        foreach (var job in _leaving.SelectMany(t => t.Jobs))
        {
            job.Fail(told);
        }
    }

    /// <summary>What one commit kept, and who waits for it.</summary>
    /// <param name="Since">When it was committed; 0 while nobody measures.</param>
    /// <param name="Departures">What it left to be sent; null when nothing.</param>
    public sealed record Transaction(WriteJob[] Jobs, long Since, Departures? Departures);
}
