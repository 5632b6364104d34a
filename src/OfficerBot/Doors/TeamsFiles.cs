using System.Text.Json.Nodes;

namespace OfficerBot.Doors;

/// <summary>Teams shows pictures by their address and no other file: sheets, papers and contact cards go as links under the text.</summary>
internal static class TeamsFiles
{
    /// <summary>Makes lines of the text out of attachments that Teams would not show.</summary>
    public static void Link(JsonObject activity)
    {
        if (activity["attachments"] is not JsonArray attachments)
        {
            return;
        }

        foreach (var file in attachments.OfType<JsonObject>().Where(IsFile).ToList())
        {
            attachments.Remove(file);
            var before = (string?)activity["text"] is { Length: > 0 } text ? text + "\n\n" : "";
            activity["text"] = $"{before}{(string?)file["name"]}\n{(string?)file["contentUrl"]}";
            activity["textFormat"] = "plain";
        }

        if (attachments.Count == 0)
        {
            activity.Remove("attachments");
        }
    }

    private static bool IsFile(JsonObject attachment) =>
        attachment["contentUrl"] is not null && (string?)attachment["contentType"] is { } type && !type.StartsWith("image/", StringComparison.Ordinal);
}
