using System.Text.Json.Nodes;
using OfficerBot.Clocks;
using OfficerBot.Conversation.Replies;
using OfficerBot.Protocol.DirectLine;
using OfficerBot.Turns;

namespace OfficerBot.Doors;

/// <summary>A rendered reply as an activity without addresses: text always, a card and files beside it, buttons as suggested actions.</summary>
internal static class RenderedActivity
{
    private const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";

    public static JsonObject Of(Rendered rendered, Letter letter, IReadOnlyList<KeptFile> files)
    {
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["text"] = rendered.Text,
            ["textFormat"] = "plain", // what people wrote is quoted in it; Web Chat would read it as Markdown
            ["locale"] = letter.Locale == "en" ? "en-US" : "zh-CN",
            ["channelData"] = new JsonObject { ["at"] = OfficeTime.Minute(letter.Local) },
        };
        if (letter.ReplyTo is { } replyTo)
        {
            activity["replyToId"] = replyTo;
        }

        AddAttachments(activity, rendered, files);
        AddButtons(activity, rendered, letter.Chat.IsGroup);
        return activity;
    }

    private static void AddAttachments(JsonObject activity, Rendered rendered, IReadOnlyList<KeptFile> files)
    {
        var attachments = new JsonArray();
        if (rendered.Card is { } card)
        {
            attachments.Add(new JsonObject { ["contentType"] = AdaptiveCard, ["content"] = CardJson.Of(card, rendered.Buttons) });
            activity["channelData"]!["cardSaysAll"] = true; // the text is for channels without cards
        }

        foreach (var file in files)
        {
            attachments.Add(new JsonObject
            {
                ["contentType"] = file.ContentType,
                ["contentUrl"] = AttachmentAddress.Of(file.Key, file.Name),
                ["name"] = file.Name,
            });
        }

        if (attachments.Count > 0)
        {
            activity["attachments"] = attachments;
        }
    }

    // In a group a row of suggestions would be everybody's; a card brings its own buttons.
    private static void AddButtons(JsonObject activity, Rendered rendered, bool isGroup)
    {
        if (isGroup || rendered.Card is not null || rendered.Buttons.Count == 0)
        {
            return;
        }

        var actions = rendered.Buttons.Select(b => (JsonNode)new JsonObject { ["type"] = "imBack", ["title"] = b.Text, ["value"] = b.Text });
        activity["suggestedActions"] = new JsonObject { ["actions"] = new JsonArray([.. actions]) };
    }
}
