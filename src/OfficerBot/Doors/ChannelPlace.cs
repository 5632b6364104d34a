using OfficerBot.Protocol.Activities;

namespace OfficerBot.Doors;

/// <summary>
/// Where on a channel something was said. A Teams channel is one chat, whatever thread of it is spoken in: people, links and pending questions belong to
/// the channel, and only the answer goes back into the thread.
/// </summary>
/// <param name="Channel">The channel's name in accounts and chats.</param>
/// <param name="Conversation">Id of the chat's conversation, a thread's end cut off.</param>
/// <param name="Thread">The wire's conversation id where it names a thread; null otherwise.</param>
internal sealed record ChannelPlace(string Channel, string Conversation, string? Thread, bool IsGroup)
{
    private const string ThreadMark = ";messageid=";

    /// <summary>The wire's own conversation id.</summary>
    public string Wire => Thread ?? Conversation;

    /// <summary>Of an activity that names channel and conversation.</summary>
    public static ChannelPlace Of(Activity activity)
    {
        var conversation = activity.Conversation!; // refused before without
        var channel = NameOf(activity.ChannelId!);
        var id = conversation.Id!;
        var thread = channel == Channels.MsTeams ? id.IndexOf(ThreadMark, StringComparison.OrdinalIgnoreCase) : -1;
        return new(channel, thread > 0 ? id[..thread] : id, thread > 0 ? id : null, IsGroupOf(conversation, channel));
    }

    // Direct Line of the cloud is not our own Direct Line, whose users no one else may name.
    private static string NameOf(string channelId) =>
        Channels.WithoutSubChannel(channelId) is var name && name == DirectLineWriter.Channel ? "directline-service" : name;

    // Some old events of Teams say nothing but the id: a: is personal, 19:…@thread.… has several members.
    private static bool IsGroupOf(ConversationAccount conversation, string channel) => conversation.ConversationType switch
    {
        "groupChat" or "channel" => true,
        "personal" => false,
        _ => conversation.IsGroup ?? (channel == Channels.MsTeams && conversation.Id!.StartsWith("19:", StringComparison.Ordinal)
            && conversation.Id.Contains("@thread", StringComparison.Ordinal)),
    };
}
