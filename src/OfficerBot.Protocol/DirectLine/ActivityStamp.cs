using System.Text.Json.Nodes;
using OfficerBot.Protocol.Activities;

namespace OfficerBot.Protocol.DirectLine;

/// <summary>
/// Makes of an activity the text that is stored, and of stored text what one viewer sees. Pure, for use inside the host's transaction.
/// Only the fields that Direct Line owns are touched; all others, above all channelData.clientActivityID, stay as the client wrote them.
/// </summary>
public static class ActivityStamp
{
    /// <summary>What a client could use to pass for somebody else, or to lead a reply astray.</summary>
    private static readonly string[] NotForClients = ["serviceUrl", "callerId"];

    private static readonly string[] NotForClientsInFrom = ["aadObjectId", "tenantId", "userPrincipalName"];

    /// <summary>Web Chat sorts by timestamp and reads milliseconds: an answer must be later than the question by at least one.</summary>
    public static DateTimeOffset NextTimestamp(DateTimeOffset now, DateTimeOffset? last)
    {
        var whole = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
        return last is { } before && whole <= before ? before.AddMilliseconds(1) : whole;
    }

    /// <summary>A user's activity. <paramref name="user"/> decides id and name; without a name there, the client's own is kept.</summary>
    public static string ForUser(JsonObject raw, StampPlace place, DirectLineUser user)
    {
        var stamped = Placed(raw, place);
        var from = stamped["from"] as JsonObject ?? [];
        foreach (var name in NotForClientsInFrom)
        {
            from.Remove(name);
        }

        Own(stamped, from, user, RoleTypes.User);
        return ActivityJson.Write(stamped);
    }

    /// <summary>The bot's activity; set its replyToId to the id of the user's activity, else Web Chat cannot place it.</summary>
    public static string ForBot(JsonObject raw, StampPlace place, DirectLineUser bot)
    {
        var stamped = Placed(raw, place);
        Own(stamped, stamped["from"] as JsonObject ?? [], bot, RoleTypes.Bot);
        return ActivityJson.Write(stamped);
    }

    /// <summary>New content for an activity that was sent before: id, time, sender and place stay, so that clients replace it where it is.</summary>
    public static string ForUpdate(string stored, JsonObject replacement)
    {
        var before = Parse(stored);
        var after = Clone(replacement);
        foreach (var name in (string[])["id", "timestamp", "from", "conversation", "channelId", "replyToId"])
        {
            after.Remove(name);
            if (before[name] is { } kept)
            {
                after[name] = kept.DeepClone();
            }
        }

        Strip(after);
        return ActivityJson.Write(after);
    }

    /// <summary>An activity that is only passed by, such as typing: without id and time, never stored.</summary>
    public static string ForPassing(JsonObject raw, string conversationId, DirectLineUser user, string role)
    {
        var stamped = Clone(raw);
        Strip(stamped);
        stamped.Remove("id");
        stamped.Remove("timestamp");
        Address(stamped, conversationId);
        Own(stamped, stamped["from"] as JsonObject ?? [], user, role);
        return ActivityJson.Write(stamped);
    }

    /// <summary>
    /// The stored text as one viewer gets it. His own messages carry the role user, those of other people none: Web Chat draws by role,
    /// and would put everybody's on his side. A null <paramref name="viewerId"/> sees all roles.
    /// </summary>
    /// <param name="stored">From the log.</param>
    /// <param name="viewerId">The user of the viewer's token.</param>
    /// <param name="root">Put before addresses that begin with "/": "https://bot.example.org", without a slash at the end.</param>
    public static string ForViewer(string stored, string? viewerId, string root)
    {
        var seen = Parse(stored);
        if (viewerId is not null && seen["from"] is JsonObject from && TextOf(from["role"]) == RoleTypes.User && TextOf(from["id"]) != viewerId)
        {
            from.Remove("role");
        }

        foreach (var attachment in (seen["attachments"] as JsonArray ?? []).OfType<JsonObject>())
        {
            MakeAbsolute(attachment, "contentUrl", root);
            MakeAbsolute(attachment, "thumbnailUrl", root);
        }

        return ActivityJson.Write(seen);
    }

    private static JsonObject Placed(JsonObject raw, StampPlace place)
    {
        var stamped = Clone(raw);
        Strip(stamped);
        stamped["id"] = place.ActivityId;
        stamped["timestamp"] = ActivityTime.Format(place.Timestamp);
        Address(stamped, place.ConversationId);
        return stamped;
    }

    private static void Address(JsonObject activity, string conversationId)
    {
        activity["channelId"] = Channels.DirectLine;
        activity["conversation"] = new JsonObject { ["id"] = conversationId };
    }

    private static void Own(JsonObject activity, JsonObject from, DirectLineUser user, string role)
    {
        from["id"] = user.Id;
        from["role"] = role;
        if (user.Name is not null)
        {
            from["name"] = user.Name;
        }

        if (from.Parent is null)
        {
            activity["from"] = from;
        }
    }

    private static void Strip(JsonObject activity)
    {
        foreach (var name in NotForClients)
        {
            activity.Remove(name);
        }
    }

    private static void MakeAbsolute(JsonObject attachment, string name, string root)
    {
        if (TextOf(attachment[name]) is { } address && address.StartsWith(AttachmentAddress.Root, StringComparison.Ordinal))
        {
            attachment[name] = root + address;
        }
    }

    private static string? TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static JsonObject Clone(JsonObject json) => json.DeepClone().AsObject();

    private static JsonObject Parse(string stored) => JsonNode.Parse(stored, null, ActivityJson.Reading)!.AsObject(); // we wrote it
}
