using System.Text;
namespace OfficerBot.Storage.Sql;

/// <summary>The row a statement stands at, read by position. Gone with the next row.</summary>
internal readonly unsafe struct SqlRow(nint statement)
{
    public bool IsNull(int column) => Engine.TypeOf(statement, column) == Engine.Null;

    public bool IsNumber(int column) => Engine.TypeOf(statement, column) == Engine.Integer;

    public long GetInt64(int column) => IsNull(column) ? throw Missing(column) : Engine.Number(statement, column);

    public string GetString(int column)
    {
        var text = Engine.Text(statement, column); // before the length, which is that of the text
        return text == null ? throw Missing(column) : Encoding.UTF8.GetString(text, Engine.Length(statement, column));
    }

    public byte[] GetBytes(int column)
    {
        if (IsNull(column))
        {
            throw Missing(column);
        }

        var bytes = Engine.Bytes(statement, column);
        return new ReadOnlySpan<byte>(bytes, Engine.Length(statement, column)).ToArray();
    }

    private static InvalidOperationException Missing(int column) => new($"There is nothing in column {column}.");
}
