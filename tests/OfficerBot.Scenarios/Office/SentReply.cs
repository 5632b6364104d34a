using System.Text.Json;

namespace OfficerBot.Scenarios.Office;

/// <summary>Something the bot said: the row that was kept for it.</summary>
/// <param name="Reply">Name in the contracts.</param>
/// <param name="Values">Its values as JSON text.</param>
/// <param name="Rendered">The activity as JSON text.</param>
/// <param name="Key">Unique; repeats are known by it.</param>
/// <param name="ActivityId">The message it became; several rows of one card share one.</param>
/// <param name="Person">Row id of the person whose private chat it went to; null in the group and for strangers.</param>
internal sealed record SentReply(
    long Id, string Reply, string Values, string Rendered, string Key, string? ActivityId, string Conversation, bool InGroup, long? Person)
{
    /// <summary>What people read.</summary>
    public string Text => Activity.GetProperty("text").GetString() ?? "";

    /// <summary>Words of its buttons, in order, on a card or below the text.</summary>
    public IReadOnlyList<string> Buttons => [.. CardButtons().Concat(Suggested()).Select(b => b.GetProperty("title").GetString() ?? "")];

    /// <summary>Addresses of its files, without the host.</summary>
    public IReadOnlyList<string> Files => [.. Attachments().Where(a => a.TryGetProperty("contentUrl", out _)).Select(a => a.GetProperty("contentUrl").GetString() ?? "")];

    private JsonElement Activity => JsonDocument.Parse(Rendered).RootElement;

    /// <summary>A value as text; lists and objects as JSON.</summary>
    public string Value(string name) => JsonDocument.Parse(Values).RootElement.GetProperty(name).ToString();

    public override string ToString() => $"{Reply} {Values} to {(InGroup ? "group" : Person?.ToString(CultureInfo.InvariantCulture) ?? "stranger")}";

    private IEnumerable<JsonElement> Attachments() => Activity.TryGetProperty("attachments", out var all) ? all.EnumerateArray() : [];

    private IEnumerable<JsonElement> CardButtons() => Attachments()
        .Where(a => a.TryGetProperty("content", out var card) && card.TryGetProperty("actions", out _))
        .SelectMany(a => a.GetProperty("content").GetProperty("actions").EnumerateArray());

    private IEnumerable<JsonElement> Suggested() =>
        Activity.TryGetProperty("suggestedActions", out var suggested) ? suggested.GetProperty("actions").EnumerateArray() : [];
}
