using System.Text.Json.Nodes;
using OfficerBot.Conversation.Replies;
using OfficerBot.Protocol.Activities;
using OfficerBot.Turns;

namespace OfficerBot.Doors;

/// <summary>Makes of a reply the messages that a channel takes: one as a rule; a long text in parts, the last of which has files and buttons.</summary>
internal sealed class ChannelParts(FileRoot root)
{
    /// <summary>Nothing shorter is worth a message of its own.</summary>
    private const int LeastText = 200;

    /// <summary>The messages as JSON text, in order. Never empty.</summary>
    public IReadOnlyList<string> Of(Rendered rendered, Letter letter, IReadOnlyList<KeptFile> files)
    {
        var limits = ChannelLimits.Of(letter.Chat.Channel);
        var activity = Whole(rendered, letter, files, limits);
        var json = ActivityJson.Write(activity);
        if (json.Length > limits.MostJson - ChannelLimits.ForAddresses && activity["attachments"] is not null && rendered.Text.Length > 0)
        {
            activity = Whole(rendered with { Card = null, Buttons = rendered.Card is null && letter.Chat.IsGroup ? [] : rendered.Buttons }, letter, files, limits, asText: true);
            json = ActivityJson.Write(activity); // the card says nothing that the text does not say
        }

        var text = (string?)activity["text"] ?? "";
        var room = limits.MostJson - ChannelLimits.ForAddresses - (json.Length - TextParts.Cost(text));
        var parts = TextParts.Of(text, Math.Max(Math.Min(limits.MostText, room), LeastText));
        return parts.Count == 1 ? [json] : [.. parts.Select((p, i) => ActivityJson.Write(Part(activity, p, i == parts.Count - 1)))];
    }

    private JsonObject Whole(Rendered rendered, Letter letter, IReadOnlyList<KeptFile> files, ChannelLimits limits, bool asText = false)
    {
        var activity = RenderedActivity.Of(rendered, letter, files, asText);
        foreach (var attachment in activity["attachments"]?.AsArray() ?? [])
        {
            if ((string?)attachment!["contentUrl"] is ['/', ..] path)
            {
                attachment["contentUrl"] = root.Value + path;
            }
        }

        if (ChannelTraits.Of(letter.Chat.Channel).IsTeams)
        {
            TeamsFiles.Link(activity);
        }

        Suggest(activity, limits.MostSuggestions);
        return activity;
    }

    // Where not all suggestions are shown, their words stand below the text, for the person to type.
    private static void Suggest(JsonObject activity, int most)
    {
        if (activity["suggestedActions"]?["actions"] is not JsonArray actions || actions.Count <= most)
        {
            return;
        }

        activity["text"] = $"{(string?)activity["text"]}\n{string.Join("  ", actions.Select(a => $"[{(string?)a!["title"]}]"))}";
        actions.RemoveRange(most, actions.Count - most);
        if (most == 0)
        {
            activity.Remove("suggestedActions");
        }
    }

    private static JsonObject Part(JsonObject whole, string text, bool isLast)
    {
        var part = whole.DeepClone().AsObject();
        part["text"] = text;
        if (!isLast)
        {
            part.Remove("attachments");
            part.Remove("suggestedActions");
        }

        if (part["entities"] is JsonArray entities)
        {
            entities.RemoveAll(e => (string?)e?["type"] == "mention" && !text.Contains((string?)e["text"] ?? "", StringComparison.Ordinal));
        }

        return part;
    }
}
