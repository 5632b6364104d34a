using System.Text.Json.Nodes;
using NodaTime;
using OfficerBot.Domain.People;
using OfficerBot.Protocol.Activities;
using OfficerBot.Storage;

namespace OfficerBot.Doors;

/// <summary>Chats that are reached through a channel's service address: what is kept of them, and how what is said into them is addressed.</summary>
internal static class ConnectorChats
{
    /// <summary>The channel's name in accounts and chats. Direct Line of the cloud is not our own Direct Line, whose users no one else may name.</summary>
    public static string ChannelOf(Activity activity)
    {
        var channel = Channels.WithoutSubChannel(activity.ChannelId!); // refused before without
        return channel == DirectLineWriter.Channel ? "directline-service" : channel;
    }

    /// <summary>The chat, with the reference as it came last.</summary>
    public static Chat Of(WriteSession session, string channel, Activity activity, Account account, Instant now)
    {
        var conversation = activity.Conversation!; // refused before without
        var isGroup = conversation.IsGroup == true || conversation.ConversationType is "groupChat" or "channel";
        var chat = session.Chats.FindOrCreate(channel, conversation.Id!, isGroup, isGroup ? null : account.Id, false, now);
        session.Chats.KeepReference(chat.Id, Reference(activity).ToJsonString());
        return chat;
    }

    /// <summary>A stored message with sender, receiver and conversation, and whole addresses of its files.</summary>
    /// <param name="root">Scheme and host by which files are reached.</param>
    public static JsonObject Addressed(string rendered, string? reference, string root)
    {
        var activity = JsonNode.Parse(rendered)!.AsObject(); // we wrote it
        foreach (var (name, value) in reference is null ? [] : JsonNode.Parse(reference)!.AsObject()) // this, too
        {
            activity[name] = value?.DeepClone();
        }

        foreach (var attachment in activity["attachments"]?.AsArray() ?? [])
        {
            if ((string?)attachment!["contentUrl"] is ['/', ..] path)
            {
                attachment["contentUrl"] = root + path;
            }
        }

        return activity;
    }

    // Sender and receiver are exchanged.
    private static JsonObject Reference(Activity activity)
    {
        var all = ActivityJson.WriteObject(activity);
        var kept = new JsonObject { ["from"] = all["recipient"]?.DeepClone(), ["recipient"] = all["from"]?.DeepClone() };
        foreach (var name in new[] { "conversation", "channelId", "serviceUrl" })
        {
            kept[name] = all[name]?.DeepClone();
        }

        return kept;
    }
}
