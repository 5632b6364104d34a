using System.Runtime.CompilerServices;

namespace OfficerBot.Storage.Sql;

/// <summary>Text put into a statement as it stands: column lists written in this project, never anything from outside.</summary>
internal readonly record struct Raw(string Text);

/// <summary>An interpolated statement: every hole becomes a parameter, except <see cref="Raw"/> text. May also be put together step by step.</summary>
[InterpolatedStringHandler]
internal ref struct SqlText(int literalLength, int formattedCount)
{
    private DefaultInterpolatedStringHandler _text = new(literalLength, formattedCount);
    private SqlValue[] _values = formattedCount == 0 ? [] : new SqlValue[formattedCount];

    /// <summary>How many parameters.</summary>
    public int Count { get; private set; }

    /// <summary>The statement with <c>@p0</c>, <c>@p1</c>, … in its holes. Gone after <see cref="Clear"/>.</summary>
    public readonly ReadOnlySpan<char> Text => _text.Text;

    public readonly ReadOnlySpan<SqlValue> Values => _values.AsSpan(0, Count);

    public void AppendLiteral(string text) => _text.AppendLiteral(text);

    public void AppendFormatted(Raw raw) => _text.AppendLiteral(raw.Text);

    public void AppendFormatted<T>(T value)
    {
        if (Count == _values.Length)
        {
            Array.Resize(ref _values, Math.Max(8, Count * 2));
        }

        _text.AppendLiteral(ParameterName.Of(Count));
        _values[Count++] = SqlValue.Of(value);
    }

    /// <summary>Gives the buffer back.</summary>
    public void Clear() => _text.Clear();
}
