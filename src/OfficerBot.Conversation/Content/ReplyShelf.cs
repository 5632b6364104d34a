using OfficerBot.Conversation.Replies;

namespace OfficerBot.Conversation.Content;

/// <summary>
/// Holds the book in force. A broken built-in refuses to start; a broken override leaves the last good book in force.
/// </summary>
public sealed class ReplyShelf
{
    private readonly string _folder;
    private readonly string? _overriding;
    private volatile ReplyBook _current;

    /// <summary>Loads the built-in words, then the operator's over them.</summary>
    /// <exception cref="InvalidDataException">The built-in words are broken.</exception>
    public ReplyShelf(string folder, string? overriding = null)
    {
        _folder = folder;
        _overriding = overriding;
        _current = ReplyContent.Load(folder).BookOrThrow();
        Problems = overriding is null ? [] : Reload();
    }

    /// <summary>The book in force.</summary>
    public ReplyBook Current => _current;

    /// <summary>What was wrong with the operator's words at the start, until they are mended. A mistake made later leaves good ones in force.</summary>
    public IReadOnlyList<Problem> Problems { get; private set; }

    /// <summary>Reads the operator's words again and puts them in force if they are whole.</summary>
    /// <returns>The problems; empty when the new words are in force.</returns>
    public IReadOnlyList<Problem> Reload()
    {
        var result = ReplyContent.Load(_folder, _overriding);
        if (result.IsGood)
        {
            _current = result.Book;
            Problems = [];
        }

        return result.Problems;
    }
}
