using System.Text.Json;
using System.Text.Json.Serialization;

namespace OfficerBot.Protocol.Activities;

/// <summary>A conversation on a channel. The id is opaque and may hold any character: percent-encode it in addresses, use it as it is in keys.</summary>
public sealed record ConversationAccount
{
    public string? Id { get; init; }
    public string? Name { get; init; }
    public bool? IsGroup { get; init; }
    public string? ConversationType { get; init; }
    public string? TenantId { get; init; }
    public string? AadObjectId { get; init; }
    public string? Role { get; init; }

    /// <summary>Members this program does not know; they survive a relay.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
