using System.Text.Json.Nodes;
using NodaTime;
using OfficerBot.Domain.People;
using OfficerBot.Protocol.Activities;
using OfficerBot.Storage;

namespace OfficerBot.Doors;

/// <summary>
/// Private chats that nobody has opened yet. Teams opens one when it is asked for with the person's id, which is known once he has spoken in a group; so
/// reminders reach him in private although he never wrote there. The sender opens it with the first message.
/// </summary>
internal static class WishedChats
{
    /// <summary>Notes the wish when somebody speaks in a Teams group and has no private chat.</summary>
    public static void Note(WriteSession session, ChannelPlace place, Activity activity, Account account, Instant now)
    {
        if (place is not { Channel: Channels.MsTeams, IsGroup: true } || activity is not { ServiceUrl: { } service, Recipient.Id: { } bot }
            || session.Chats.PrivateOf(account.Id).Count > 0)
        {
            return;
        }

        var reference = new JsonObject
        {
            ["from"] = new JsonObject { ["id"] = bot, ["name"] = activity.Recipient.Name },
            ["recipient"] = new JsonObject { ["id"] = account.User },
            ["channelId"] = activity.ChannelId,
            ["serviceUrl"] = service,
            ["tenantId"] = activity.Conversation?.TenantId,
        };
        session.Chats.FindOrCreate(
            place.Channel, $"wish:{account.User}", false, account.Id, ChannelTraits.Of(place.Channel).CanUpdate, now, ActivityJson.Write(reference));
    }
}
