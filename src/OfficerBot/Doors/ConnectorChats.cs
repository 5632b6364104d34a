using System.Text.Json.Nodes;

namespace OfficerBot.Doors;

/// <summary>Chats that are reached through a channel's service address: how what is said into them is addressed.</summary>
internal static class ConnectorChats
{
    /// <summary>A stored message with sender, receiver and conversation, and whole addresses of its files.</summary>
    /// <param name="root">Scheme and host by which files are reached.</param>
    public static JsonObject Addressed(string rendered, string? reference, string root)
    {
        var activity = JsonNode.Parse(rendered)!.AsObject(); // we wrote it
        foreach (var (name, value) in reference is null ? [] : JsonNode.Parse(reference)!.AsObject()) // this, too
        {
            activity[name] ??= value?.DeepClone(); // an answer says itself into which thread, and to whom
        }

        foreach (var attachment in activity["attachments"]?.AsArray() ?? [])
        {
            if ((string?)attachment!["contentUrl"] is ['/', ..] path)
            {
                attachment["contentUrl"] = root + path;
            }
        }

        return activity;
    }
}
