namespace OfficerBot.Conversation.Content;

/// <summary>One mistake in a content or notice file, in plain words.</summary>
/// <param name="File">Path as it was opened, relative to the folder that was loaded.</param>
/// <param name="Line">1 and up; 0 where the whole file or folder is meant.</param>
/// <param name="What">What is wrong, and what is allowed.</param>
/// <param name="Suggestion">What was probably meant, or null.</param>
public sealed record Problem(string File, int Line, string What, string? Suggestion = null)
{
    /// <summary><c>leads/zh.yaml:12: … Did you mean "number"?</c></summary>
    public override string ToString() =>
        Suggestion is null ? $"{File}:{Line}: {What}" : $"{File}:{Line}: {What} Did you mean \"{Suggestion}\"?";
}
