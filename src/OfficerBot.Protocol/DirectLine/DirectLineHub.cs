namespace OfficerBot.Protocol.DirectLine;

/// <summary>
/// The open sockets of every conversation. It holds no activities: a socket that is woken reads the log from where it is, so a lost
/// wake-up, a slow reader and a restart are all healed by the next read.
/// </summary>
public sealed class DirectLineHub
{
    /// <summary>Windows that one user may have open on one conversation.</summary>
    public const int SocketsPerUser = 5;

    private readonly Lock door = new();
    private readonly Dictionary<string, List<StreamSession>> rooms = new(StringComparer.Ordinal);

    /// <summary>The log of this conversation has new changes, committed.</summary>
    public void Published(string conversationId) => ForEach(conversationId, session => session.Wake());

    /// <summary>Shows an activity that is never stored (typing) to who is there now; made by <see cref="ActivityStamp.ForPassing"/>.</summary>
    public void Pass(string conversationId, string json) => ForEach(conversationId, session => session.Pass(json));

    /// <summary>The conversation is over: its sockets close, and their clients learn by asking again.</summary>
    public void Ended(string conversationId) => ForEach(conversationId, session => session.End());

    /// <summary>True while somebody has a window open on it.</summary>
    public bool IsWatched(string conversationId)
    {
        lock (door)
        {
            return rooms.ContainsKey(conversationId);
        }
    }

    /// <summary>Sockets of the token's user live as long as this renewed token.</summary>
    internal void Extend(DirectLineToken token) => ForEach(token.ConversationId, session =>
    {
        if (session.Viewer.UserId == token.User?.Id)
        {
            session.Extend(token.Expires);
        }
    });

    /// <summary>False when the user has as many sockets here as he may.</summary>
    internal bool TryJoin(StreamSession session)
    {
        lock (door)
        {
            var room = rooms.TryGetValue(session.Viewer.ConversationId, out var known) ? known : rooms[session.Viewer.ConversationId] = [];
            if (room.Count(other => other.Viewer.UserId == session.Viewer.UserId) >= SocketsPerUser)
            {
                return false;
            }

            room.Add(session);
            return true;
        }
    }

    internal void Leave(StreamSession session)
    {
        lock (door)
        {
            if (rooms.TryGetValue(session.Viewer.ConversationId, out var room) && room.Remove(session) && room.Count == 0)
            {
                rooms.Remove(session.Viewer.ConversationId);
            }
        }
    }

    private void ForEach(string conversationId, Action<StreamSession> act)
    {
        StreamSession[] sessions;
        lock (door)
        {
            sessions = rooms.TryGetValue(conversationId, out var room) ? [.. room] : [];
        }

        Array.ForEach(sessions, act);
    }
}
