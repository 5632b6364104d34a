using System.Text.Json;
using System.Text.Json.Nodes;
using OfficerBot.Protocol.Activities;

namespace OfficerBot.Protocol.DirectLine;

/// <summary>What a client posted, authenticated and checked for form, not yet stamped.</summary>
/// <param name="ConversationId">A conversation that has been started.</param>
/// <param name="User">Who posts, as the token or (without one in the token) the client says.</param>
/// <param name="Activity">The typed view of <paramref name="Raw"/>. Its from, recipient, conversation and id are the client's words: use the other parameters.</param>
/// <param name="Raw">To be stamped and stored; the addresses of the uploads are already in it.</param>
/// <param name="Uploads">Files to be stored in the same transaction; empty for most posts.</param>
public sealed record IncomingPost(
    string ConversationId, DirectLineUser User, Activity Activity, JsonObject Raw, IReadOnlyList<Upload> Uploads)
{
    private const int LongestKey = 128;

    /// <summary>The client's own mark, by which a repeated post is known; null when it has none worth keeping as a key.</summary>
    public string? ClientActivityId =>
        Activity.ChannelData is { ValueKind: JsonValueKind.Object } data
        && data.TryGetProperty("clientActivityID", out var id) && id.ValueKind == JsonValueKind.String
        && id.GetString() is { Length: > 0 and <= LongestKey } text
            ? text
            : null;
}
