using System.Text.Json;
using System.Text.Json.Serialization;

namespace OfficerBot.Protocol.Activities;

/// <summary>A button; see <see cref="ActionTypes"/> for what it can do.</summary>
public sealed record CardAction
{
    public string? Type { get; init; }
    public string? Title { get; init; }
    public string? Image { get; init; }
    public string? ImageAltText { get; init; }
    public string? Text { get; init; }
    public string? DisplayText { get; init; }
    public JsonElement? Value { get; init; }
    public JsonElement? ChannelData { get; init; }

    /// <summary>Members this program does not know; they survive a relay.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
