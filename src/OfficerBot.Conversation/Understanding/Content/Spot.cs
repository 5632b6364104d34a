using OfficerBot.Conversation.Understanding.Text;

namespace OfficerBot.Conversation.Understanding.Content;

/// <summary>
/// The words of one class, folded, for a look at one place of a message. The text looked at may be folded or as written: characters are compared as folded
/// ones. A word that begins or ends with a Latin letter only counts at the edge of a Latin word.
/// </summary>
internal sealed class Spot(IEnumerable<string> words)
{
    private readonly string[] _words = [.. words.Where(w => w.Length > 0).OrderByDescending(w => w.Length).ThenBy(w => w, StringComparer.Ordinal)];

    /// <summary>How long the longest word is that the text begins with; 0 when none.</summary>
    /// <param name="leaving">How many characters must stay behind the word.</param>
    public int At(ReadOnlySpan<char> text, int leaving = 0)
    {
        foreach (var word in _words)
        {
            if (word.Length + leaving <= text.Length && IsAt(text, 0, word))
            {
                return word.Length;
            }
        }

        return 0;
    }

    /// <summary>How long the longest word is that the text ends with; 0 when none.</summary>
    /// <param name="leaving">How many characters must stay before the word.</param>
    public int Before(ReadOnlySpan<char> text, int leaving = 0)
    {
        foreach (var word in _words)
        {
            if (word.Length + leaving <= text.Length && IsAt(text, text.Length - word.Length, word))
            {
                return word.Length;
            }
        }

        return 0;
    }

    /// <summary>True when the text is one of the words.</summary>
    public bool Is(ReadOnlySpan<char> text) => text.Length > 0 && At(text) == text.Length;

    /// <summary>True when the folded text holds one of the words anywhere, Latin words also within others.</summary>
    public bool IsIn(ReadOnlySpan<char> text)
    {
        foreach (var word in _words)
        {
            if (text.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first place from a position on where one of the words stands, and how long the longest there is; (-1, 0) when none.</summary>
    public (int At, int Length) First(ReadOnlySpan<char> text, int from = 0)
    {
        for (var at = from; at < text.Length; at++)
        {
            foreach (var word in _words)
            {
                if (at + word.Length <= text.Length && IsAt(text, at, word))
                {
                    return (at, word.Length);
                }
            }
        }

        return (-1, 0);
    }

    private static bool IsAt(ReadOnlySpan<char> text, int at, string word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (text[at + i] != word[i] && CharTables.Folded(text[at + i]) != word[i])
            {
                return false;
            }
        }

        var end = at + word.Length;
        return !(at > 0 && char.IsAsciiLetter(word[0]) && char.IsAsciiLetter(text[at - 1]))
            && !(end < text.Length && char.IsAsciiLetter(word[^1]) && char.IsAsciiLetter(text[end]));
    }
}
