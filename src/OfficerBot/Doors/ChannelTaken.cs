using System.Text.Json.Nodes;

namespace OfficerBot.Doors;

/// <summary>What came of a channel's activity.</summary>
/// <param name="Changed">The Direct Line conversations that changed.</param>
/// <param name="Replies">Answers that go into the HTTP answer because it was asked to hold them; null when it was not.</param>
/// <param name="Invoke">The answer to a tap; null for everything else.</param>
internal sealed record ChannelTaken(IReadOnlyCollection<string> Changed, IReadOnlyList<JsonObject>? Replies, InvokeAnswer? Invoke)
{
    /// <summary>Nothing to answer.</summary>
    public static ChannelTaken Nothing { get; } = new([], null, null);

    /// <summary>The body of the HTTP answer; null for an empty one.</summary>
    /// <param name="expectsReplies">Then there is always one.</param>
    public JsonObject? Body(bool expectsReplies)
    {
        if (!expectsReplies)
        {
            return Invoke?.ToJson();
        }

        var body = new JsonObject { ["activities"] = new JsonArray([.. Replies ?? []]) };
        if (Invoke is not null)
        {
            body["body"] = Invoke.ToJson();
        }

        return body;
    }
}
