namespace OfficerBot.Conversation.Understanding.Content;

/// <summary>The slots rules may name, as the label manual and <see cref="Understanding.Slots"/> have them.</summary>
internal static class SlotNames
{
    /// <summary>All.</summary>
    public static IReadOnlySet<string> All { get; } = new HashSet<string>
    {
        "range", "at", "recur", "event", "units", "groups", "persons", "delegate", "old_person", "title", "phone", "lead_nos", "categories",
        "items", "scope", "field", "text", "kind", "format", "what", "op", "status", "order", "top", "agg", "urgency", "platform", "outlet", "url",
        "media", "reason", "task", "standing", "address", "choice", "channel", "replaces", "tone", "doubt", "streak", "all",
    };

    /// <summary>Slots that hold several values.</summary>
    public static IReadOnlySet<string> Lists { get; } = new HashSet<string> { "units", "groups", "persons", "lead_nos", "categories", "status", "media" };
}
