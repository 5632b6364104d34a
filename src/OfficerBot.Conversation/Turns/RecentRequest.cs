using NodaTime;

namespace OfficerBot.Conversation.Turns;

/// <summary>
/// What a person asked last in a chat, kept as it was said: the request and what followed it. Said again to the reader it gives the request anew, with
/// the roster and rules then in force.
/// </summary>
/// <param name="Texts">The request first; then what changed it.</param>
/// <param name="Intent">What was asked for.</param>
public sealed record RecentRequest(IReadOnlyList<string> Texts, string Intent)
{
    /// <summary>After this long it is forgotten: who comes back later begins anew.</summary>
    public static Duration Lasts { get; } = Duration.FromMinutes(10);

    private const int MostTexts = 6;

    /// <summary>The request with what has changed it now; of many changes the earliest are forgotten, never the request.</summary>
    public RecentRequest And(string text, string intent) => new([Texts[0], .. Texts.Skip(1).TakeLast(MostTexts - 2), text], intent);
}
