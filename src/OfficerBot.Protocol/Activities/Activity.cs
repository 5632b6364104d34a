using System.Text.Json;
using System.Text.Json.Serialization;

namespace OfficerBot.Protocol.Activities;

/// <summary>
/// One thing said or done in a conversation, with the names of the Bot Framework's Activity schema.
/// Every field may be absent; what a field means, and who may set it, is section 2 of that specification.
/// </summary>
public sealed record Activity
{
    public string? Type { get; init; }
    public string? Id { get; init; }

    /// <summary>As it came; read it with <see cref="ActivityTime.Parse"/>. A bad date never rejects an activity.</summary>
    [JsonConverter(typeof(WireTextConverter))]
    public string? Timestamp { get; init; }

    /// <summary>The sender's own time; its offset is information.</summary>
    [JsonConverter(typeof(WireTextConverter))]
    public string? LocalTimestamp { get; init; }
    public string? LocalTimezone { get; init; }
    public string? ChannelId { get; init; }
    public string? ServiceUrl { get; init; }
    public ChannelAccount? From { get; init; }
    public ChannelAccount? Recipient { get; init; }
    public ConversationAccount? Conversation { get; init; }
    public string? ReplyToId { get; init; }
    public string? Text { get; init; }
    public string? TextFormat { get; init; }
    public string? Locale { get; init; }
    public string? Speak { get; init; }
    public string? InputHint { get; init; }
    public string? Summary { get; init; }
    public IReadOnlyList<Attachment>? Attachments { get; init; }
    public string? AttachmentLayout { get; init; }
    public SuggestedActions? SuggestedActions { get; init; }
    public IReadOnlyList<Entity>? Entities { get; init; }
    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init; }
    public IReadOnlyList<ChannelAccount>? MembersRemoved { get; init; }
    public IReadOnlyList<MessageReaction>? ReactionsAdded { get; init; }
    public IReadOnlyList<MessageReaction>? ReactionsRemoved { get; init; }

    /// <summary>The channel's own data: normally an object, but anything is accepted and kept.</summary>
    public JsonElement? ChannelData { get; init; }

    /// <summary>Payload of a card submit, event, invoke or trace: an object, string or number.</summary>
    public JsonElement? Value { get; init; }
    public string? ValueType { get; init; }
    public string? Name { get; init; }
    public string? Label { get; init; }
    public string? Action { get; init; }
    public string? Code { get; init; }
    public string? DeliveryMode { get; init; }
    public string? Importance { get; init; }

    [JsonConverter(typeof(WireTextConverter))]
    public string? Expiration { get; init; }
    public ConversationReference? RelatesTo { get; init; }

    /// <summary>Set by the receiver after authentication; what came in is discarded.</summary>
    public string? CallerId { get; init; }

    /// <summary>Members this program does not know; they survive a relay.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }

    /// <summary>How to speak in this conversation later: valid for an activity that came in.</summary>
    public ConversationReference GetConversationReference() => new()
    {
        ActivityId = Id,
        User = From,
        Bot = Recipient,
        Conversation = Conversation,
        ChannelId = ChannelId,
        ServiceUrl = ServiceUrl,
        Locale = Locale,
    };

    /// <summary>An answer to this activity, with sender and receiver exchanged; without id and timestamp, which the channel assigns.</summary>
    public Activity CreateReply(string? text = null) => new()
    {
        Type = ActivityTypes.Message,
        From = Recipient,
        Recipient = From,
        Conversation = Conversation,
        ReplyToId = Id,
        ChannelId = ChannelId,
        ServiceUrl = ServiceUrl,
        Locale = Locale,
        Text = text,
    };
}
