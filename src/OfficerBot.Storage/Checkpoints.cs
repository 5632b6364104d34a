using Microsoft.Data.Sqlite;

namespace OfficerBot.Storage;

/// <summary>Says when the writer moves its log into the database file.</summary>
internal sealed class Checkpoints(SqliteConnection connection, StopSign stop)
{
    /// <summary>Rows changed between two checkpoints: 10-30 MB of log, read again in a moment after a crash. A quarter of it cost a tenth of a turn more.</summary>
    private const long ChangesBetween = 4000;

    private long _changesAtLast;

    /// <summary>To be asked between two transactions.</summary>
    public void RunWhenDue()
    {
        var changes = Checkpoint.ChangesOf(connection);
        if (changes - _changesAtLast < ChangesBetween || stop.IsSet)
        {
            return;
        }

        _changesAtLast = changes;
        try
        {
            Checkpoint.Run(connection);
        }
        catch (SqliteException e) when (StoreUnavailableException.From(e) is { } cause)
        {
            // A full disk only leaves the log longer; it is tried again later. A failed fsync ends everything.
            if (cause.Reason == UnavailableReason.Stopped)
            {
                Checkpoint.NeverAgain(connection);
                stop.Raise(cause);
            }
        }
    }
}
