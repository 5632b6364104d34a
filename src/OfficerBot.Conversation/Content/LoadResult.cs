using OfficerBot.Conversation.Replies;

namespace OfficerBot.Conversation.Content;

/// <summary>What loading <c>dialogs/</c> gave.</summary>
/// <param name="Book">All that could be read; usable only when there are no problems.</param>
/// <param name="Problems">Every mistake, in the order of files and lines.</param>
public sealed record LoadResult(ReplyBook Book, IReadOnlyList<Problem> Problems)
{
    /// <summary>Nothing is wrong.</summary>
    public bool IsGood => Problems.Count == 0;

    /// <summary>The book; throws with all problems when there are any.</summary>
    /// <exception cref="InvalidDataException">The content is broken.</exception>
    public ReplyBook BookOrThrow() =>
        IsGood ? Book : throw new InvalidDataException("The content is broken:" + string.Concat(Problems.Select(p => $"\n  {p}")));
}
