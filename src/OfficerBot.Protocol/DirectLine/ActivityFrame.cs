using System.Text.Json;
using OfficerBot.Protocol.Activities;

namespace OfficerBot.Protocol.DirectLine;

/// <summary>The set of activities that polling answers and sockets send: <c>{"activities":[...],"watermark":"n"}</c>.</summary>
internal static class ActivityFrame
{
    /// <summary>Stored activities as the viewer sees them; <paramref name="after"/> is the watermark when there are none.</summary>
    public static byte[] Write(IReadOnlyList<LoggedActivity> activities, long after, Viewer viewer) => Write(
        activities.Select(a => ActivityStamp.ForViewer(a.Json, viewer.UserId, viewer.Root)),
        Watermark.Write(activities.Count > 0 ? activities[^1].Change : after));

    /// <summary>An activity that is not in the log; without a watermark, so that the client keeps its own.</summary>
    public static byte[] WritePassing(string json, Viewer viewer) =>
        Write([ActivityStamp.ForViewer(json, viewer.UserId, viewer.Root)], null);

    private static byte[] Write(IEnumerable<string> activities, string? watermark)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, ActivityJson.Writing))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("activities");
            foreach (var json in activities)
            {
                writer.WriteRawValue(json, skipInputValidation: true);
            }

            writer.WriteEndArray();
            if (watermark is not null)
            {
                writer.WriteString("watermark", watermark);
            }

            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }
}
