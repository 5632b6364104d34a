using System.Text.Json;
using System.Text.Json.Nodes;

namespace OfficerBot.Protocol.Activities;

/// <summary>Reads an activity that anybody may have written. What it refuses is answered with 400; it never throws for input.</summary>
public static class ActivityReader
{
    private static readonly string[] Lists =
        ["attachments", "entities", "membersAdded", "membersRemoved", "reactionsAdded", "reactionsRemoved"];

    private static readonly string[] NamedTypes = [ActivityTypes.Event, ActivityTypes.Invoke, ActivityTypes.Command];

    /// <summary>Refuses malformed JSON, duplicate keys, depth over 64, a non-object, a missing type, a nameless event, invoke or command.</summary>
    public static ActivityReading Read(string json)
    {
        try
        {
            return JsonNode.Parse(LoneSurrogates.Mend(json), null, ActivityJson.Reading) is JsonObject raw
                ? Check(raw)
                : new ActivityReading.Refused("BadSyntax", "An activity is a JSON object");
        }
        catch (JsonException)
        {
            return new ActivityReading.Refused("BadSyntax", "The body is not well-formed JSON");
        }
    }

    private static ActivityReading Check(JsonObject raw)
    {
        DropNullItems(raw);
        Activity activity;
        try
        {
            activity = ActivityJson.Read(raw);
        }
        catch (JsonException problem)
        {
            return new ActivityReading.Refused("BadArgument", $"A field has the wrong form: {problem.Path}");
        }

        if (string.IsNullOrEmpty(activity.Type))
        {
            return new ActivityReading.Refused("MissingProperty", "type is required");
        }

        return NamedTypes.Contains(activity.Type) && string.IsNullOrEmpty(activity.Name)
            ? new ActivityReading.Refused("MissingProperty", "name is required")
            : new ActivityReading.Accepted(raw, activity);
    }

    /// <summary>"attachments":[null] is legal JSON and means nothing.</summary>
    private static void DropNullItems(JsonObject raw)
    {
        foreach (var name in Lists)
        {
            if (raw[name] is JsonArray list)
            {
                list.RemoveAll(item => item is null);
            }
        }
    }
}
