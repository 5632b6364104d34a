namespace OfficerBot.Conversation.Understanding.Content;

/// <summary>A mistake in a content file, in plain words.</summary>
/// <param name="File">Path below <c>dialogs/</c>.</param>
/// <param name="Line">From 1; 0 for the file as a whole.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Allowed">What is allowed there; empty where the first sentence says it.</param>
public sealed record ContentProblem(string File, int Line, string What, string Allowed)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Line}: {What}{(Allowed.Length > 0 ? " " + Allowed : "")}";
}

/// <summary>What loading gave: content, or every problem found. Never both.</summary>
public sealed record LoadResult(LanguageContent? Content, IReadOnlyList<ContentProblem> Problems);
