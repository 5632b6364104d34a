using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OfficerBot.Protocol.Activities;

namespace OfficerBot.Jobs;

/// <summary>
/// A chat's stored reference, made ready once for many messages: the members that say who speaks to whom, as UTF-8, and where the service is.
/// A private chat that was only wished for has a reference without a conversation, and the tenant beside it.
/// </summary>
internal sealed class ConnectorReference
{
    private readonly string _json;
    private readonly string? _conversationType;

    private ConnectorReference(string json, JsonElement root)
    {
        _json = json;
        Fixed = Members(root, "from", "channelId", "serviceUrl");
        Recipient = Members(root, "recipient");
        ConversationMember = Members(root, "conversation");
        ServiceUrl = Text(root, "serviceUrl");
        Channel = Channels.WithoutSubChannel(Text(root, "channelId") ?? "unknown");
        IsTeams = Channel == Channels.MsTeams;
        Conversation = Text(root, "conversation", "id");
        Tenant = Text(root, "tenantId") ?? Text(root, "conversation", "tenantId");
        Bot = Text(root, "from", "id");
        User = Text(root, "recipient", "id");
        _conversationType = Text(root, "conversation", "conversationType");
    }

    /// <summary><c>"from":…,"channelId":…,"serviceUrl":…,</c></summary>
    public ReadOnlyMemory<byte> Fixed { get; }

    /// <summary><c>"recipient":…,</c> or nothing.</summary>
    public ReadOnlyMemory<byte> Recipient { get; }

    /// <summary><c>"conversation":…,</c> or nothing.</summary>
    public ReadOnlyMemory<byte> ConversationMember { get; }

    /// <summary>The channel's name on the wire.</summary>
    public string Channel { get; }

    /// <summary>Where the channel is to be called.</summary>
    public string? ServiceUrl { get; }

    /// <summary>The conversation; null while it has to be opened.</summary>
    public string? Conversation { get; }

    /// <summary>The tenant, where the channel has such.</summary>
    public string? Tenant { get; }

    /// <summary>The bot, as the channel names it.</summary>
    public string? Bot { get; }

    /// <summary>The person, as the channel names him; null in a group.</summary>
    public string? User { get; }

    /// <summary>Microsoft Teams: what was sent can be replaced in place.</summary>
    public bool IsTeams { get; }

    /// <summary>A Teams channel, where something said unasked begins a thread of its own.</summary>
    public bool IsTeamsChannel => IsTeams && _conversationType == "channel";

    /// <summary>Reads what the door kept.</summary>
    public static ConnectorReference Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return new(json, document.RootElement);
    }

    /// <summary>The same at another service address, as JSON text.</summary>
    public string At(string serviceUrl)
    {
        var moved = JsonNode.Parse(_json)!.AsObject(); // it was read once
        moved["serviceUrl"] = serviceUrl;
        return ActivityJson.Write(moved);
    }

    /// <summary>The same with the conversation that was opened, as JSON text.</summary>
    public string In(string conversation, string? serviceUrl)
    {
        var opened = JsonNode.Parse(_json)!.AsObject(); // it was read once
        opened["conversation"] = new JsonObject { ["id"] = conversation, ["conversationType"] = "personal", ["tenantId"] = Tenant };
        opened["serviceUrl"] = serviceUrl ?? ServiceUrl;
        opened.Remove("tenantId");
        return ActivityJson.Write(opened);
    }

    private static byte[] Members(JsonElement root, params ReadOnlySpan<string> names)
    {
        var text = new StringBuilder();
        foreach (var name in names)
        {
            if (root.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null)
            {
                text.Append('"').Append(name).Append("\":").Append(value.GetRawText()).Append(',');
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string? Text(JsonElement root, string name, string? inner = null)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty(name, out var value))
        {
            return null;
        }

        return inner is not null ? Text(value, inner) : value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }
}
