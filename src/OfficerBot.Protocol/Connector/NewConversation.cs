using System.Text.Json;
using OfficerBot.Protocol.Activities;

namespace OfficerBot.Protocol.Connector;

/// <summary>What a conversation is opened with.</summary>
public sealed record NewConversation
{
    public required bool IsGroup { get; init; }

    public ChannelAccount? Bot { get; init; }

    /// <summary>For a private conversation: the one person, by the channel's own id of him.</summary>
    public IReadOnlyList<ChannelAccount>? Members { get; init; }

    public string? TenantId { get; init; }

    public string? TopicName { get; init; }

    /// <summary>The first message; in a Teams channel it makes the thread.</summary>
    public JsonElement? Activity { get; init; }

    public JsonElement? ChannelData { get; init; }

    /// <summary>As it goes over the wire.</summary>
    public byte[] ToUtf8() => JsonSerializer.SerializeToUtf8Bytes(this, ConnectorJsonContext.Default.NewConversation);
}
