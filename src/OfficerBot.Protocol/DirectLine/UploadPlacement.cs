using System.Text.Json.Nodes;

namespace OfficerBot.Protocol.DirectLine;

/// <summary>Writes uploaded files into the activity that came with them.</summary>
internal static class UploadPlacement
{
    /// <summary>
    /// Each file completes one declared attachment: the one of its name, else the next that is free; a file too many is added.
    /// By name first, because DirectLineJS sends the parts in the order in which the browser happened to read them.
    /// Name and type come from the file, the rest (thumbnail) from the declaration.
    /// </summary>
    public static void Place(JsonObject raw, IReadOnlyList<Upload> uploads)
    {
        var attachments = raw["attachments"] as JsonArray ?? [];
        var free = attachments.OfType<JsonObject>().ToList();
        var named = uploads.Select(upload => (Upload: upload, Declared: Take(free, upload.Name))).ToList();
        foreach (var (upload, declared) in named)
        {
            Fill(declared ?? TakeFirst(free) ?? Added(attachments), upload);
        }

        if (attachments.Parent is null && attachments.Count > 0)
        {
            raw["attachments"] = attachments;
        }
    }

    private static JsonObject? Take(List<JsonObject> free, string name)
    {
        var found = free.Find(a => a["name"] is JsonValue value && value.TryGetValue<string>(out var text) && text == name);
        if (found is not null)
        {
            free.Remove(found);
        }

        return found;
    }

    private static JsonObject? TakeFirst(List<JsonObject> free)
    {
        var first = free.FirstOrDefault();
        if (first is not null)
        {
            free.RemoveAt(0);
        }

        return first;
    }

    private static JsonObject Added(JsonArray attachments)
    {
        var added = new JsonObject();
        attachments.Add((JsonNode)added);
        return added;
    }

    private static void Fill(JsonObject attachment, Upload upload)
    {
        attachment["contentType"] = upload.ContentType;
        attachment["contentUrl"] = AttachmentAddress.Of(upload.Id, upload.Name);
        attachment["name"] = upload.Name;
        attachment.Remove("content");
    }
}
