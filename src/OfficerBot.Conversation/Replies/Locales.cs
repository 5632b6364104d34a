namespace OfficerBot.Conversation.Replies;

/// <summary>The languages spoken in chat.</summary>
public static class Locales
{
    /// <summary>Chinese: the first language, and the one to fall back on.</summary>
    public const string Chinese = "zh";

    /// <summary>English.</summary>
    public const string English = "en";

    /// <summary>All of them, in the order in which contracts give names.</summary>
    public static IReadOnlyList<string> All { get; } = [Chinese, English];
}
