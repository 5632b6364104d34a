using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace OfficerBot.Scenarios.Kills;

/// <summary>
/// A place at which the process dies, as if by kill -9. The service knows nothing of it: the launcher watches the statements that pass through SQLite, with
/// their values. Written as <c>before REGEX</c>, <c>after REGEX</c>, <c>before-commit REGEX</c> or <c>after-commit REGEX</c>, where the commit is the one of
/// the transaction in which a statement matched; or <see cref="Submitted"/>.
/// </summary>
internal sealed class CrashPoint
{
    /// <summary>The mail server has said 250, and nothing was written down yet.</summary>
    public const string Submitted = "submitted";

    // sqlite3.h: SQLITE_TRACE_STMT and SQLITE_TRACE_PROFILE. The older calls that the binding has see only one of the two.
    private const uint StatementStarts = 1;
    private const uint StatementEnded = 2;

    private readonly Seen _seen;
    private readonly string _order;
    private string? _when;
    private Regex? _statement;
    private bool _isIn;

    /// <param name="order">A file with the point's text; until it is there nothing happens.</param>
    public CrashPoint(string order) => (_order, _seen) = (order, See);

    private delegate int Seen(uint what, IntPtr context, IntPtr statement, IntPtr more);

    private bool IsOrdered
    {
        get
        {
            if (_when is null && File.Exists(_order) && File.ReadAllText(_order).Split(' ', 2) is [{ Length: > 0 } when, .. var rest])
            {
                _statement = rest is [var pattern] ? new Regex(pattern, RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant) : null;
                _when = when;
            }

            return _when is not null;
        }
    }

    /// <summary>Sees every statement of a connection before it runs and after it has run.</summary>
    public void Watch(SqliteConnection connection)
    {
        var handle = connection.Handle ?? throw new InvalidOperationException("The connection is closed.");
        _ = SetTrace(handle.DangerousGetHandle(), StatementStarts | StatementEnded, _seen, IntPtr.Zero);
    }

    /// <summary>Dies here, if this is the place.</summary>
    public void Reach(string place)
    {
        if (IsOrdered && _when == place)
        {
            Die();
        }
    }

    private int See(uint what, IntPtr context, IntPtr statement, IntPtr more)
    {
        if (IsOrdered)
        {
            var text = Expand(statement);
            (what == StatementStarts ? (Action<string>)Starts : Ended)(Marshal.PtrToStringUTF8(text) ?? "");
            Free(text);
        }

        return 0;
    }

    private void Starts(string statement)
    {
        if (statement.StartsWith("begin", StringComparison.OrdinalIgnoreCase))
        {
            _isIn = false;
        }

        if (_when == "before-commit" && _isIn && statement.StartsWith("commit", StringComparison.OrdinalIgnoreCase))
        {
            Die();
        }

        if (_statement?.IsMatch(statement) == true)
        {
            _isIn = true;
            Reach("before");
        }
    }

    private void Ended(string statement)
    {
        if (_statement?.IsMatch(statement) == true)
        {
            Reach("after");
        }

        if (_when == "after-commit" && _isIn && statement.StartsWith("commit", StringComparison.OrdinalIgnoreCase))
        {
            Die();
        }
    }

    private static void Die()
    {
        using var self = Process.GetCurrentProcess();
        self.Kill();
        self.WaitForExit();
    }

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_trace_v2")]
    private static extern int SetTrace(IntPtr connection, uint what, Seen seen, IntPtr context);

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_expanded_sql")]
    private static extern IntPtr Expand(IntPtr statement);

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_free")]
    private static extern void Free(IntPtr text);
}
