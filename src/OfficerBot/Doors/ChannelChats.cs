using System.Buffers;
using System.Text;
using System.Text.Json;
using NodaTime;
using OfficerBot.Domain.People;
using OfficerBot.Protocol.Activities;
using OfficerBot.Storage;

namespace OfficerBot.Doors;

/// <summary>What is kept of chats on channels. Only what an authenticated activity said gets here.</summary>
internal static class ChannelChats
{
    /// <summary>The chat, with the reference as it came last; it is written only when it has changed.</summary>
    /// <param name="owner">Who is on the other side of a private chat; null when nobody is known yet.</param>
    public static Chat Of(WriteSession session, ChannelPlace place, Activity activity, Account? owner, Instant now) => session.Chats.FindOrCreate(
        place.Channel, place.Conversation, place.IsGroup, place.IsGroup ? null : owner?.Id, ChannelTraits.Of(place.Channel).CanUpdate, now, Reference(place, activity));

    /// <summary>The bot is no longer in the chat.</summary>
    /// <returns>The chat as it was; null when there was none, or it had been left before.</returns>
    public static Chat? Leave(WriteSession session, ChannelPlace place)
    {
        if (session.Chats.Find(place.Channel, place.Conversation) is not { } chat)
        {
            return null;
        }

        session.Chats.Lose(chat.Id);
        return chat.Reachable ? chat : null;
    }

    // Sender and receiver are exchanged; members nobody knows survive. In a group the receiver differs from message to message and is no part of it.
    private static string Reference(ChannelPlace place, Activity activity)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, ActivityJson.Writing))
        {
            json.WriteStartObject();
            ActivityJson.WriteMember(json, "from", activity.Recipient);
            ActivityJson.WriteMember(json, "recipient", place.IsGroup ? null : activity.From);
            ActivityJson.WriteMember(json, "conversation", place.Thread is null ? activity.Conversation : activity.Conversation! with { Id = place.Conversation });
            json.WriteString("channelId", activity.ChannelId);
            if (activity.ServiceUrl is { } service)
            {
                json.WriteString("serviceUrl", service);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
