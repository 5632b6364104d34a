using Microsoft.Data.Sqlite;

namespace OfficerBot.Storage.Sql;

/// <summary>
/// One connection and its prepared statements: interpolated text in, explicit readers out. Used by one thread at a time. Results are read to the
/// end before they are given back, so that a statement may be used again while they are gone through.
/// </summary>
internal sealed class Statements : IDisposable
{
    // Only the conditions of a lead query vary; so many texts mean that a caller puts values into them.
    private const int MostPrepared = 512;

    private readonly SqliteConnection _connection;
    private readonly bool _isReadOnly;
    private readonly Dictionary<string, Statement> _prepared = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Statement>.AlternateLookup<ReadOnlySpan<char>> _byText;

    public Statements(SqliteConnection connection, bool isReadOnly)
    {
        _connection = connection;
        _isReadOnly = isReadOnly;
        _byText = _prepared.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The connection, for what is not a statement.</summary>
    public SqliteConnection Connection => _connection;

    /// <summary>Runs a writing statement and says how many rows it touched.</summary>
    public int Write(SqlText sql)
    {
        using var run = Writing(ref sql).Run();
        run.ToEnd();
        return Engine.Changes(_connection);
    }

    /// <summary>Adds a row to a table that has an <c>id</c>; that id, or null when the statement added none. Cheaper than <see cref="WriteReturning"/>, for
    /// which the engine makes a table of its own and throws it away.</summary>
    public long? Insert(SqlText sql) => Write(sql) == 1 ? Engine.NewestRow(_connection) : null;

    /// <summary>Runs a writing statement that returns one number, such as <c>update … returning</c>; null when it returned no row.</summary>
    public long? WriteReturning(SqlText sql)
    {
        using var run = Writing(ref sql).Run();
        var number = NumberOf(run);
        run.ToEnd();
        return number;
    }

    /// <summary>The first column of the first row; null when there is no row, or nothing in it.</summary>
    public long? Number(SqlText sql)
    {
        using var run = Prepared(ref sql).Run();
        return NumberOf(run);
    }

    /// <summary>True when there is a first row.</summary>
    public bool First<T>(SqlText sql, Func<SqlRow, T> read, out T value)
    {
        using var run = Prepared(ref sql).Run();
        var found = run.Next();
        value = found ? read(run.Row) : default!; // the caller asks for the answer first
        return found;
    }

    /// <summary>The first row, or null.</summary>
    public T? FirstOrNull<T>(SqlText sql, Func<SqlRow, T> read)
        where T : class => First(sql, read, out var value) ? value : null;

    /// <summary>All rows.</summary>
    public List<T> List<T>(SqlText sql, Func<SqlRow, T> read)
    {
        var list = new List<T>();
        using var run = Prepared(ref sql).Run();
        while (run.Next())
        {
            list.Add(read(run.Row));
        }

        return list;
    }

    public void Dispose()
    {
        foreach (var statement in _prepared.Values)
        {
            statement.Dispose();
        }

        _connection.Dispose();
    }

    private static long? NumberOf(Statement.Running run) => run.Next() && run.Row.IsNumber(0) ? run.Row.GetInt64(0) : null;

    private Statement Writing(ref SqlText sql) =>
        _isReadOnly ? throw new InvalidOperationException("These books are open for reading only.") : Prepared(ref sql);

    private Statement Prepared(ref SqlText sql)
    {
        if (!_byText.TryGetValue(sql.Text, out var statement))
        {
            statement = Prepare(sql.Text.ToString());
        }

        sql.Clear();
        statement.Bind(sql.Values);
        return statement;
    }

    private Statement Prepare(string text)
    {
        if (_prepared.Count >= MostPrepared)
        {
            throw new InvalidOperationException("Too many different statements on one connection.");
        }

        var statement = new Statement(_connection, text);
        _prepared.Add(text, statement);
        return statement;
    }
}
