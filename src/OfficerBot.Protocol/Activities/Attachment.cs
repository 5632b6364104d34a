using System.Text.Json;
using System.Text.Json.Serialization;

namespace OfficerBot.Protocol.Activities;

/// <summary>A card (<see cref="Content"/>) or a file (<see cref="ContentUrl"/>); never both.</summary>
public sealed record Attachment
{
    public string? ContentType { get; init; }
    public JsonElement? Content { get; init; }
    public string? ContentUrl { get; init; }
    public string? Name { get; init; }
    public string? ThumbnailUrl { get; init; }

    /// <summary>Members this program does not know; they survive a relay.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
