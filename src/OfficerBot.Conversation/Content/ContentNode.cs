namespace OfficerBot.Conversation.Content;

/// <summary>A piece of a YAML file that knows its line. Every scalar is text: <c>no</c>, <c>on</c> and <c>09:42</c> stay words.</summary>
/// <param name="File">As shown in problems.</param>
/// <param name="Line">1 and up.</param>
public abstract record ContentNode(string File, int Line)
{
    /// <summary>A problem at this place.</summary>
    public Problem Wrong(string what, string? suggestion = null) => new(File, Line, what, suggestion);
}

/// <summary>A scalar.</summary>
public sealed record ContentText(string File, int Line, string Text) : ContentNode(File, Line);

/// <summary>A list.</summary>
public sealed record ContentList(string File, int Line, IReadOnlyList<ContentNode> Items) : ContentNode(File, Line);

/// <summary>Keys with values, in the order of the file, each key once.</summary>
public sealed record ContentMap(string File, int Line, IReadOnlyList<ContentEntry> Entries) : ContentNode(File, Line)
{
    /// <summary>The value of a key, or null.</summary>
    public ContentNode? Find(string key) => Entries.FirstOrDefault(e => e.Key.Text == key)?.Value;
}

/// <summary>A key and its value.</summary>
public sealed record ContentEntry(ContentText Key, ContentNode Value);
