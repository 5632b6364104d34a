using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;

namespace OfficerBot.Storage.Sql;

/// <summary>One prepared statement. Parameters are bound by their places: the n-th hole of a <see cref="SqlText"/> is the n-th.</summary>
internal sealed unsafe class Statement : IDisposable
{
    private const int MostOnStack = 512;

    private readonly SqliteConnection _connection;
    private readonly nint _handle;

    /// <summary>Prepares it.</summary>
    public Statement(SqliteConnection connection, string text)
    {
        _connection = connection;
        _handle = Engine.Prepare(connection, text);
    }

    /// <summary>Gives every parameter its value.</summary>
    public void Bind(ReadOnlySpan<SqlValue> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            Engine.Check(Bind(i + 1, values[i]), _connection);
        }
    }

    /// <summary>Runs it. Dispose of what is given when no further row is wanted.</summary>
    public Running Run() => new(this);

    public void Dispose() => _ = Engine.Finalize(_handle);

    private int Bind(int place, in SqlValue value) => value switch
    {
        { Content: string text } => BindText(place, text),
        { Content: byte[] bytes } => BindBytes(place, bytes),
        { IsNull: true } => Engine.BindNull(_handle, place),
        _ => Engine.BindNumber(_handle, place, value.Number),
    };

    private int BindText(int place, string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        var rented = most <= MostOnStack ? null : ArrayPool<byte>.Shared.Rent(most);
        Span<byte> buffer = rented ?? stackalloc byte[MostOnStack];
        var length = Encoding.UTF8.GetBytes(text, buffer);
        int result;
        fixed (byte* utf8 = buffer)
        {
            result = Engine.BindText(_handle, place, utf8, length, Engine.Copied);
        }

        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return result;
    }

    private int BindBytes(int place, byte[] bytes)
    {
        byte none = 0;
        fixed (byte* content = bytes)
        {
            return Engine.BindBytes(_handle, place, content == null ? &none : content, bytes.Length, Engine.Copied);
        }
    }

    /// <summary>A statement that runs; disposing makes it ready for the next time.</summary>
    internal readonly ref struct Running(Statement statement)
    {
        /// <summary>The row it stands at.</summary>
        public SqlRow Row => new(statement._handle);

        /// <summary>Goes to the next row. False when there is none.</summary>
        public bool Next()
        {
            var result = Engine.Step(statement._handle);
            Engine.Check(result, statement._connection);
            return result == Engine.HasRow;
        }

        /// <summary>Goes on to the end.</summary>
        public void ToEnd()
        {
            while (Next())
            {
                // what it returns is not wanted
            }
        }

        public void Dispose() => _ = Engine.Reset(statement._handle); // repeats the error that Next has thrown
    }
}
