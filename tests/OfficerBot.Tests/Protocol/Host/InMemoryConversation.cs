using System.Text.Json.Nodes;
using OfficerBot.Protocol.DirectLine;

namespace OfficerBot.Tests.Protocol.Host;

/// <summary>The log of one conversation, with both counters. What a host keeps in its database.</summary>
public sealed class InMemoryConversation(string id)
{
    private readonly List<(string Id, LoggedActivity Entry)> entries = [];
    private long lastChange;
    private DateTimeOffset? lastTimestamp;

    public ConversationState State => new(id, lastChange);

    public HashSet<string> Known { get; } = [];

    public Dictionary<string, string> Repeats { get; } = [];

    public string Append(DateTimeOffset now, Func<StampPlace, string> stamp)
    {
        lastTimestamp = ActivityStamp.NextTimestamp(now, lastTimestamp);
        var place = new StampPlace(id, entries.Count, lastTimestamp.Value);
        entries.Add((place.ActivityId, new LoggedActivity(++lastChange, stamp(place))));
        return place.ActivityId;
    }

    public void Update(string activityId, JsonObject replacement)
    {
        var at = entries.FindIndex(e => e.Id == activityId);
        entries[at] = (activityId, new LoggedActivity(++lastChange, ActivityStamp.ForUpdate(entries[at].Entry.Json, replacement)));
    }

    public IReadOnlyList<LoggedActivity> Read(long afterChange, int max) =>
        [.. entries.Select(e => e.Entry).Where(e => e.Change > afterChange).OrderBy(e => e.Change).Take(max)];
}
