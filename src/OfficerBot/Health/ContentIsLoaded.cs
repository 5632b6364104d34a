using OfficerBot.Conversation.Content;

namespace OfficerBot.Health;

/// <summary>The words in force have no mistakes.</summary>
internal sealed class ContentIsLoaded(ReplyShelf shelf) : IReadinessCheck
{
    /// <inheritdoc/>
    public string Name => "content";

    /// <inheritdoc/>
    public ValueTask<string?> ProblemAsync(CancellationToken cancel) =>
        ValueTask.FromResult(shelf.Problems.Count == 0 ? null : "the folder of words has mistakes; run check. The words of before are in use");
}
