namespace OfficerBot.Conversation.Understanding.Content;

/// <summary>The words of one class, folded, for a look at one place of a message.</summary>
internal sealed class Spot(IEnumerable<string> words)
{
    private readonly string[] _words = [.. words.OrderByDescending(w => w.Length).ThenBy(w => w, StringComparer.Ordinal)];

    /// <summary>How long the longest word is that the text begins with; 0 when none.</summary>
    public int At(ReadOnlySpan<char> text)
    {
        foreach (var word in _words)
        {
            if (text.StartsWith(word, StringComparison.Ordinal))
            {
                return word.Length;
            }
        }

        return 0;
    }

    /// <summary>How long the longest word is that the text ends with; 0 when none.</summary>
    public int Before(ReadOnlySpan<char> text)
    {
        foreach (var word in _words)
        {
            if (text.EndsWith(word, StringComparison.Ordinal))
            {
                return word.Length;
            }
        }

        return 0;
    }

    /// <summary>True when the text holds one of the words anywhere.</summary>
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
}
