using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using OfficerBot.Storage.Sql;

namespace OfficerBot.Storage;

/// <summary>
/// One transaction and the jobs that share it. When a job throws, nothing of the transaction is kept and the others are run once more without it, so a job
/// may run more than once and only its last run counts. Used by the writer alone, one batch after the other.
/// </summary>
internal sealed class WriteBatch(SqliteConnection connection, Statements sql, WriteSession session, StopSign stop)
{
    /// <summary>Jobs in one transaction at most. More would hardly make one cheaper (a commit costs as much as two jobs) and would keep the answers of this
    /// transaction, and the disk, waiting: with 64, 32 callers got a sixth fewer turns. A slow disk is waited for once for all that have gathered.</summary>
    private const int Most = 12;

    private readonly List<WriteJob> _jobs = new(Most);

    /// <summary>Takes what has queued up and runs it. Only the loss of the whole transaction leaves this as an exception.</summary>
    public void Run(ChannelReader<WriteJob> queue)
    {
        if (!TryRunTogether(queue))
        {
            RunOneByOne();
        }
    }

    /// <summary>Commits what was run, perhaps not yet to the disk. False when nothing was left to commit.</summary>
    /// <param name="jobs">Who waits for it.</param>
    public bool TryCommit([NotNullWhen(true)] out WriteJob[]? jobs)
    {
        jobs = null;
        if (_jobs.Count == 0)
        {
            return false;
        }

        sql.Write($"commit");
        jobs = [.. _jobs];
        _jobs.Clear();
        return true;
    }

    /// <summary>Keeps nothing of it, in the file or in memory.</summary>
    public void RollBack()
    {
        session.Departing.Clear();
        session.Forget();
        try
        {
            if (!Checkpoint.HasLostTransaction(connection))
            {
                sql.Write($"rollback");
            }
        }
        catch (SqliteException)
        {
            // The engine rolls back by itself where it can; the next "begin" says so if it could not.
        }
    }

    /// <summary>Tells all who wait that nothing is kept.</summary>
    public void Fail(Exception told)
    {
        _jobs.ForEach(j => j.Fail(told));
        _jobs.Clear();
    }

    /// <summary>Runs jobs without savepoints, which cost a copy of every page a job changes. False when a job threw and nothing of the transaction is kept.</summary>
    private bool TryRunTogether(ChannelReader<WriteJob> queue)
    {
        while (_jobs.Count < Most && queue.TryRead(out var job))
        {
            if (job.IsCancelled)
            {
                job.GiveUp();
                continue;
            }

            _jobs.Add(job);
            if (_jobs.Count == 1)
            {
                Begin();
            }

            try
            {
                job.Run(session);
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
        if (_jobs is not [var job])
        {
            return false;
        }

        _jobs.Clear();
        Fail(job, cause);
        return true;
    }

    /// <summary>Runs the jobs taken once more, each in a savepoint of its own, so that the one that throws fails alone.</summary>
    private void RunOneByOne()
    {
        Begin();
        for (var i = 0; i < _jobs.Count; i++)
        {
            try
            {
                sql.Write($"savepoint turn");
                session.Departing.Begin();
                _jobs[i].Run(session);
                sql.Write($"release turn");
            }
            catch (Exception e) when (MayFailAlone(e))
            {
                UndoOne();
                Fail(_jobs[i], e);
                _jobs.RemoveAt(i--);
            }
        }

        if (_jobs.Count == 0)
        {
            sql.Write($"rollback");
        }
    }

    private void Begin()
    {
        stop.ThrowIfSet();
        sql.Write($"begin immediate");
    }

    private void Undo()
    {
        sql.Write($"rollback");
        session.Departing.Clear();
        session.Forget();
    }

    private void UndoOne()
    {
        sql.Write($"rollback to turn");
        sql.Write($"release turn");
        session.Departing.Undo();
        session.Forget();
    }

    private static void Fail(WriteJob job, Exception cause) => job.Fail(StoreUnavailableException.From(cause) ?? cause);

    private bool MayFailAlone(Exception cause) => !Checkpoint.HasLostTransaction(connection) && !IsForAll(cause);

    /// <summary>A disk that failed once fails the whole transaction: part of it must not be committed as if nothing had been.</summary>
    private static bool IsForAll(Exception e) => StoreUnavailableException.From(e) is { Reason: not UnavailableReason.Locked };
}
