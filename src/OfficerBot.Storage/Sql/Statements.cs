using System.Data.Common;

namespace OfficerBot.Storage.Sql;

/// <summary>
/// One connection and its prepared statements: interpolated text in, explicit readers out. Used by one thread at a time. Results are read to the
/// end before they are given back, so that a statement may be used again while they are gone through.
/// </summary>
internal sealed class Statements(DbConnection connection, bool isReadOnly) : IDisposable
{
    // Only the conditions of a lead query vary; so many texts mean that a caller puts values into them.
    private const int MostPrepared = 512;
    private readonly Dictionary<string, DbCommand> _prepared = new(StringComparer.Ordinal);

    /// <summary>The connection, for what is not a statement.</summary>
    public DbConnection Connection => connection;

    /// <summary>Runs a writing statement and says how many rows it touched.</summary>
    public int Write(SqlText sql) => Writing(ref sql).ExecuteNonQuery();

    /// <summary>Runs a writing statement that returns one number, such as <c>insert … returning id</c>; null when it returned no row.</summary>
    public long? WriteReturning(SqlText sql) => Writing(ref sql).ExecuteScalar() is long number ? number : null;

    /// <summary>The first column of the first row; null when there is no row, or nothing in it.</summary>
    public long? Number(SqlText sql) => Prepared(ref sql).ExecuteScalar() is long number ? number : null;

    /// <summary>True when there is a first row.</summary>
    public bool First<T>(SqlText sql, Func<DbDataReader, T> read, out T value)
    {
        using var rows = Prepared(ref sql).ExecuteReader();
        var found = rows.Read();
        value = found ? read(rows) : default!; // the caller asks for the answer first
        return found;
    }

    /// <summary>The first row, or null.</summary>
    public T? FirstOrNull<T>(SqlText sql, Func<DbDataReader, T> read)
        where T : class => First(sql, read, out var value) ? value : null;

    /// <summary>All rows.</summary>
    public List<T> List<T>(SqlText sql, Func<DbDataReader, T> read)
    {
        var list = new List<T>();
        using var rows = Prepared(ref sql).ExecuteReader();
        while (rows.Read())
        {
            list.Add(read(rows));
        }

        return list;
    }

    public void Dispose()
    {
        foreach (var command in _prepared.Values)
        {
            command.Dispose();
        }

        connection.Dispose();
    }

    private DbCommand Writing(ref SqlText sql) =>
        isReadOnly ? throw new InvalidOperationException("These books are open for reading only.") : Prepared(ref sql);

    private DbCommand Prepared(ref SqlText sql)
    {
        if (!_prepared.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(sql.Text, out var command))
        {
            command = Prepare(ref sql);
        }

        for (var i = 0; i < sql.Count; i++)
        {
            command.Parameters[i].Value = sql.Value(i);
        }

        sql.Clear();
        return command;
    }

    private DbCommand Prepare(ref SqlText sql)
    {
        if (_prepared.Count >= MostPrepared)
        {
            throw new InvalidOperationException("Too many different statements on one connection.");
        }

        var command = connection.CreateCommand();
        var text = sql.Text.ToString();
        command.CommandText = text;
        for (var i = 0; i < sql.Count; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = ParameterName.Of(i);
            command.Parameters.Add(parameter);
        }

        _prepared.Add(text, command);
        return command;
    }
}
