using System.Collections.Concurrent;
using OfficerBot.Domain.People;

namespace OfficerBot.Jobs;

/// <summary>The lane of each chat that something was sent to since the start. Safe for the thread that waits for the disk and the sending ones at once.</summary>
internal sealed class ConnectorLanes : IDisposable
{
    /// <summary>More chats than any office has; beyond it those with nothing to send are forgotten and read again when needed.</summary>
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<ChatId, ConnectorLane> _lanes = new();

    /// <summary>The chat's lane, made when it has none.</summary>
    public ConnectorLane Of(ChatId chat) => _lanes.GetOrAdd(chat, static id => new ConnectorLane(id));

    /// <summary>Makes room when there are too many.</summary>
    public void ForgetIdle()
    {
        if (_lanes.Count <= Most)
        {
            return;
        }

        foreach (var (chat, lane) in _lanes)
        {
            if (lane.IsIdle)
            {
                _lanes.TryRemove(chat, out _);
            }
        }
    }

    /// <summary>Ends the rests that are under way.</summary>
    public void Dispose()
    {
        foreach (var lane in _lanes.Values)
        {
            lane.Rest?.Dispose();
        }
    }
}
