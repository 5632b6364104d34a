using System.Text.Json.Nodes;
using OfficerBot.Conversation.Replies;

namespace OfficerBot.Doors;

/// <summary>A card as an Adaptive Card 1.3, which Web Chat and Teams both draw. Buttons submit their own words.</summary>
internal static class CardJson
{
    public static JsonObject Of(CardView card, IReadOnlyList<Button> buttons)
    {
        var body = new JsonArray(Text(card.Title, ("weight", "Bolder"), ("size", "Medium")));
        Add(body, card.Subtitle, ("isSubtle", true), ("spacing", "None"));
        for (var i = 0; i < card.Rows.Count; i++)
        {
            body.Add((JsonNode)Row(card.Rows[i], i == 0));
        }

        Add(body, card.Footer, ("isSubtle", true), ("size", "Small"), ("spacing", "Medium"));
        var json = new JsonObject
        {
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["type"] = "AdaptiveCard",
            ["version"] = "1.3",
            ["body"] = body,
        };
        if (buttons.Count > 0)
        {
            json["actions"] = new JsonArray([.. buttons.Select(Submit)]);
        }

        return json;
    }

    private static JsonNode Submit(Button button) => new JsonObject { ["type"] = "Action.Submit", ["title"] = button.Text, ["data"] = button.Text };

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
