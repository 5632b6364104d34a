namespace OfficerBot.Protocol.DirectLine;

/// <summary>Where in its conversation an activity comes to lie.</summary>
/// <param name="ConversationId">Its conversation.</param>
/// <param name="Sequence">How many activities were appended before it, from 0; updates do not count.</param>
/// <param name="Timestamp">From <see cref="ActivityStamp.NextTimestamp"/>.</param>
public sealed record StampPlace(string ConversationId, long Sequence, DateTimeOffset Timestamp)
{
    /// <summary>Unique for ever, and in order as text within its conversation up to ten million activities.</summary>
    public string ActivityId => $"{ConversationId}|{Sequence:D7}";
}
