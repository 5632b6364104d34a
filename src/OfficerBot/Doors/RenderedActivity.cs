using System.Text.Json.Nodes;
using OfficerBot.Clocks;
using OfficerBot.Conversation.Replies;
using OfficerBot.Protocol.DirectLine;
using OfficerBot.Turns;

namespace OfficerBot.Doors;

/// <summary>
/// A rendered reply as an activity as far as the channel's kind decides it: text, a card and files beside it, buttons. Who speaks to whom is put on when
/// it is sent; only what differs from message to message in one chat stands here already: thread and person answered.
/// </summary>
internal static class RenderedActivity
{
    private const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";

    /// <summary>Notifications cut a summary much earlier.</summary>
    private const int LongestSummary = 500;

    /// <summary>As an activity.</summary>
    /// <param name="asText">Without a card, also where one would be shown.</param>
    public static JsonObject Of(Rendered rendered, Letter letter, IReadOnlyList<KeptFile> files, bool asText = false)
    {
        var traits = ChannelTraits.Of(letter.Chat.Channel);
        var card = traits.ShowsCards && !asText ? CardOf(rendered, letter, traits, files) : null;
        var activity = new JsonObject { ["type"] = "message", ["locale"] = letter.Locale == "en" ? "en-US" : "zh-CN" };
        AddText(activity, rendered.Text, card is not null && traits.IsTeams);
        AddAddresses(activity, letter);
        AddAttachments(activity, card, files);
        if (card is null && !letter.Chat.IsGroup && rendered.Buttons.Count > 0)
        {
            activity["suggestedActions"] = Suggestions(rendered.Buttons); // in a group a row of suggestions would be everybody's
        }

        if (letter.Chat.Channel == DirectLineWriter.Channel)
        {
            activity["channelData"] = ForOurPage(letter, card is not null);
        }

        return activity;
    }

    // Teams shows text above the card: there it goes into the summary, which notifications and lists of chats show.
    private static void AddText(JsonObject activity, string text, bool cardStandsAlone)
    {
        if (cardStandsAlone)
        {
            activity["summary"] = text.Length <= LongestSummary ? text : text[..(LongestSummary - (char.IsHighSurrogate(text[LongestSummary - 1]) ? 1 : 0))];
            return;
        }

        activity["text"] = text;
        activity["textFormat"] = "plain"; // what people wrote is quoted in it; Web Chat would read it as Markdown
    }

    private static void AddAddresses(JsonObject activity, Letter letter)
    {
        if (letter.Answers?.Message is { } replyTo)
        {
            activity["replyToId"] = replyTo;
        }

        if (letter.Chat.Channel == DirectLineWriter.Channel || letter.Answers is not { } answers)
        {
            return;
        }

        if (answers.Thread is { } thread)
        {
            activity["conversation"] = new JsonObject { ["id"] = thread };
        }

        if (letter.Chat.IsGroup)
        {
            activity["recipient"] = answers.By.Name.Length > 0
                ? new JsonObject { ["id"] = answers.By.User, ["name"] = answers.By.Name }
                : new JsonObject { ["id"] = answers.By.User };
        }
    }

    // A question in a Teams group is a card: the person asked is to see that it is for him. So it is in private where Teams would not show all suggestions.
    private static JsonObject? CardOf(Rendered rendered, Letter letter, ChannelTraits traits, IReadOnlyList<KeptFile> files) => rendered switch
    {
        { Card: { } card } => CardJson.Of(card, rendered.Buttons, traits.Buttons),
        { Buttons.Count: > 0 } when traits.IsTeams && letter.Chat.IsGroup => CardJson.OfQuestion(rendered, letter.Answers?.By),
        { Buttons.Count: > 0 } when traits.IsTeams && (rendered.Buttons.Count > ChannelLimits.Of(letter.Chat.Channel).MostSuggestions || files.Any(IsPicture)) =>
            CardJson.OfQuestion(rendered, null),
        _ => null,
    };

    private static bool IsPicture(KeptFile file) => file.ContentType.StartsWith("image/", StringComparison.Ordinal);

    private static void AddAttachments(JsonObject activity, JsonObject? card, IReadOnlyList<KeptFile> files)
    {
        var attachments = new JsonArray();
        if (card is not null)
        {
            attachments.Add((JsonNode)new JsonObject { ["contentType"] = AdaptiveCard, ["content"] = card });
        }

        foreach (var file in files)
        {
            attachments.Add((JsonNode)new JsonObject
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

    private static JsonObject Suggestions(IReadOnlyList<Button> buttons)
    {
        var actions = buttons.Select(b => (JsonNode)new JsonObject { ["type"] = "imBack", ["title"] = b.Text, ["value"] = b.Text });
        return new() { ["actions"] = new JsonArray([.. actions]) };
    }

    private static JsonObject ForOurPage(Letter letter, bool hasCard)
    {
        var data = new JsonObject { ["at"] = OfficeTime.Minute(letter.Local) };
        if (hasCard)
        {
            data["cardSaysAll"] = true; // the text is for channels without cards
        }

        return data;
    }
}
