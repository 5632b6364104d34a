namespace OfficerBot.Conversation.Understanding.Text;

/// <summary>
/// A text folded for reading, with the way back to the original. Folding: half width, simplified, lower case, one form of punctuation, invisible
/// characters dropped, spaces kept only between two Latin characters, emoji as separators.
/// </summary>
public sealed class Folded
{
    private readonly int[] _origin;

    private Folded(string original, string text, int[] origin)
    {
        Original = original;
        Text = text;
        _origin = origin;
    }

    /// <summary>As written.</summary>
    public string Original { get; }

    /// <summary>As read.</summary>
    public string Text { get; }

    /// <summary>Folds any string, lone surrogates included.</summary>
    public static Folded Of(string original)
    {
        var text = new char[original.Length];
        var origin = new int[original.Length];
        var length = 0;
        var space = -1;
        for (var i = 0; i < original.Length; i++)
        {
            var c = CharTables.Folded(original[i]);
            if (c == CharTables.Dropped)
            {
                continue;
            }

            if (c == ' ')
            {
                space = space < 0 ? i : space;
                continue;
            }

            if (space >= 0 && length > 0 && char.IsAscii(text[length - 1]) && text[length - 1] != '\n' && char.IsAscii(c) && c != '\n')
            {
                (text[length], origin[length]) = (' ', space);
                length++;
            }

            space = -1;
            (text[length], origin[length]) = (c, i);
            length++;
        }

        return new(original, new string(text, 0, length), origin[..length]);
    }

    /// <summary>The same text read with other characters in one place (线锁 as 线索), as many as stand there; what was written stays the original.</summary>
    public Folded Read(int start, string characters)
        => new(Original, string.Concat(Text.AsSpan(0, start), characters, Text.AsSpan(start + characters.Length)), _origin);

    /// <summary>The original words behind a stretch of the folded text; empty for an empty stretch.</summary>
    public string Slice(int start, int end) => end <= start ? "" : Original[_origin[start]..(_origin[end - 1] + 1)];

    /// <summary>Position in the original of a folded position; the end maps to the end.</summary>
    public int OriginOf(int index) => index < _origin.Length ? _origin[index] : Original.Length;

    /// <summary>True when something (a space, an emoji) was dropped just before this position.</summary>
    public bool HasGapBefore(int index) => index > 0 && index < _origin.Length && _origin[index] - _origin[index - 1] > 1;
}
