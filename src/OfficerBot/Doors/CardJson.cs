using System.Text.Json.Nodes;
using OfficerBot.Conversation.Replies;
using OfficerBot.Domain.People;

namespace OfficerBot.Doors;

/// <summary>A card as an Adaptive Card that Web Chat and Teams both draw: 1.3, or 1.4 where Action.Execute is known. Tapping a button says its words.</summary>
internal static class CardJson
{
    /// <summary>Verb of our buttons.</summary>
    public const string Verb = "say";

    /// <summary>A reply that has a card.</summary>
    public static JsonObject Of(CardView card, IReadOnlyList<Button> buttons, ButtonManner manner)
    {
        var body = new JsonArray(Text(card.Title, ("weight", "Bolder"), ("size", "Medium")));
        Add(body, card.Subtitle, ("isSubtle", true), ("spacing", "None"));
        for (var i = 0; i < card.Rows.Count; i++)
        {
            body.Add((JsonNode)Row(card.Rows[i], i == 0));
        }

        Add(body, card.Footer, ("isSubtle", true), ("size", "Small"), ("spacing", "Medium"));
        return Whole(body, buttons, manner, isQuestion: false);
    }

    /// <summary>A plain reply with buttons, for a Teams group.</summary>
    /// <param name="asked">Mentioned, so that he sees who is to tap; null for nobody.</param>
    public static JsonObject OfQuestion(Rendered rendered, Account? asked)
    {
        var json = OfLines(rendered.Text, rendered.Buttons, isQuestion: true);
        if (asked is { Name.Length: > 0 })
        {
            TeamsMention.Prefix(json, asked.User, asked.Name);
        }

        return json;
    }

    /// <summary>Plain text in the place of a card of Teams; with buttons it is a question.</summary>
    public static JsonObject OfText(string text, IReadOnlyList<Button> buttons) => OfLines(text, buttons, isQuestion: buttons.Count > 0);

    private static JsonObject OfLines(string text, IReadOnlyList<Button> buttons, bool isQuestion)
    {
        var body = new JsonArray();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            body.Add((JsonNode)Text(line, ("spacing", body.Count == 0 ? "None" : "Small")));
        }

        return Whole(body, buttons, ButtonManner.Execute, isQuestion);
    }

    private static JsonObject Whole(JsonArray body, IReadOnlyList<Button> buttons, ButtonManner manner, bool isQuestion)
    {
        var json = new JsonObject
        {
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["type"] = "AdaptiveCard",
            ["version"] = manner == ButtonManner.Execute ? "1.4" : "1.3",
            ["body"] = body,
        };
        if (manner == ButtonManner.Execute)
        {
            json["msteams"] = new JsonObject { ["width"] = "Full" };
        }

        if (buttons.Count > 0 && manner == ButtonManner.Execute)
        {
            body.Add((JsonNode)new JsonObject { ["type"] = "ActionSet", ["actions"] = new JsonArray([.. buttons.Select(b => Execute(b, isQuestion))]) });
        }
        else if (buttons.Count > 0)
        {
            json["actions"] = new JsonArray([.. buttons.Select(Submit)]);
        }

        return json;
    }

    // A string as data is shown by Web Chat as what the person said.
    private static JsonNode Submit(Button button) => new JsonObject { ["type"] = "Action.Submit", ["title"] = button.Text, ["data"] = button.Text };

    // A Teams client too old for Action.Execute sends the same words as a message.
    private static JsonNode Execute(Button button, bool isQuestion)
    {
        var fallback = new JsonObject
        {
            ["type"] = "Action.Submit",
            ["title"] = button.Text,
            ["data"] = new JsonObject
            {
                [Verb] = button.Text,
                ["msteams"] = new JsonObject { ["type"] = "messageBack", ["text"] = button.Text, ["displayText"] = button.Text },
            },
        };
        var data = new JsonObject { [Verb] = button.Text };
        if (isQuestion)
        {
            data[CardPress.Question] = true;
        }

        return new JsonObject { ["type"] = "Action.Execute", ["title"] = button.Text, ["verb"] = Verb, ["data"] = data, ["fallback"] = fallback };
    }

    private static JsonObject Row(CardRow row, bool isFirst)
    {
        var columns = new JsonArray();
        if (row.Label.Length > 0)
        {
            columns.Add((JsonNode)Column(Text(row.Label, ("isSubtle", true)), "80px"));
        }

        columns.Add((JsonNode)Column(Text(row.Value), "stretch"));
        if (row.Mark.Length > 0)
        {
            columns.Add((JsonNode)Column(Text(row.Mark, ("weight", "Bolder"), ("horizontalAlignment", "Right")), "auto"));
        }

        return new() { ["type"] = "ColumnSet", ["columns"] = columns, ["spacing"] = isFirst ? "Medium" : "Small" };
    }

    private static JsonObject Column(JsonObject content, string width) =>
        new() { ["type"] = "Column", ["width"] = width, ["items"] = new JsonArray(content) };

    private static void Add(JsonArray body, string text, params (string Name, JsonNode Value)[] style)
    {
        if (text.Length > 0)
        {
            body.Add((JsonNode)Text(text, style));
        }
    }

    private static JsonObject Text(string text, params (string Name, JsonNode Value)[] style)
    {
        var block = new JsonObject { ["type"] = "TextBlock", ["text"] = Plain(text), ["wrap"] = true };
        foreach (var (name, value) in style)
        {
            block[name] = value;
        }

        return block;
    }

    // Adaptive Cards read a Markdown subset in text blocks; what people wrote must stay as they wrote it.
    private static string Plain(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("*", "\\*", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)
        .Replace("[", "\\[", StringComparison.Ordinal).Replace("](", "\\](", StringComparison.Ordinal);
}
