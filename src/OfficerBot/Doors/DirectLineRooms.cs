using OfficerBot.Storage;

namespace OfficerBot.Doors;

/// <summary>Kinds of Direct Line conversation.</summary>
internal static class DirectLineRooms
{
    /// <summary>One person and the bot.</summary>
    public const string Private = "private";

    /// <summary>Many people and the bot.</summary>
    public const string Group = "group";

    /// <summary>Ends conversations for good: nothing more is said into them. The caller tells the hub after the commit.</summary>
    /// <returns>How many.</returns>
    public static int End(WriteSession session, IReadOnlyCollection<string> conversations)
    {
        foreach (var conversation in conversations)
        {
            session.DirectLine.End(conversation);
            if (session.Chats.Find(DirectLineWriter.Channel, conversation) is { } chat)
            {
                session.Chats.SetReachable(chat.Id, false);
            }
        }

        return conversations.Count;
    }
}
