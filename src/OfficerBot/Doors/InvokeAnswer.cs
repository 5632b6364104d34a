using System.Text.Json.Nodes;
using OfficerBot.Conversation.Replies;
using OfficerBot.Storage.Rows;

namespace OfficerBot.Doors;

/// <summary>The answer to a tap on a card (Universal Actions, <c>adaptiveCard/action</c>): it is the HTTP body, and what it says is not sent again.</summary>
/// <param name="Status">Of the body; the HTTP status is the same for 400, and 200 for everything that was handled.</param>
internal sealed record InvokeAnswer(int Status, string Type, JsonNode Value)
{
    private const string Message = "application/vnd.microsoft.activity.message";
    private const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";
    private const string Error = "application/vnd.microsoft.error";

    /// <summary>Shown for a moment: what is longer is sent as a message.</summary>
    private const int LongestMessage = 500;

    /// <summary>A card of Teams has 28 KB at most, counted as UTF-16.</summary>
    private const int LongestCard = 8000;

    /// <summary>It says the turn's one reply, which is therefore not sent.</summary>
    public bool IsTheReply { get; init; }

    /// <summary>Shown shortly.</summary>
    public static InvokeAnswer Said(string words) => new(200, Message, words);

    /// <summary>The value is none of ours.</summary>
    public static InvokeAnswer Refused(string code, string message) => new(400, Error, new JsonObject { ["code"] = code, ["message"] = message });

    /// <summary>The turn failed.</summary>
    public static InvokeAnswer Failed(string words) => new(500, Error, new JsonObject { ["code"] = "BotError", ["message"] = words });

    /// <summary>
    /// The answer that can stand in the body: one reply without files. It takes the place of the card in a private chat, and of a question put to the one
    /// who tapped; on any other card of a group, which everybody sees, it is shown shortly to him.
    /// </summary>
    /// <param name="rows">All that the turn says into the chat, updates of cards apart.</param>
    /// <returns>Null when it has to be sent as messages.</returns>
    public static InvokeAnswer? Of(IReadOnlyList<OutgoingRow> rows, bool isGroup, bool onQuestion)
    {
        if (rows is not [var only] || only.Rendered.Length > LongestCard || JsonNode.Parse(only.Rendered) is not JsonObject reply
            || (reply["attachments"] as JsonArray ?? []).Any(a => a?["contentUrl"] is not null))
        {
            return null;
        }

        var text = TextOf(reply);
        if (isGroup && !onQuestion)
        {
            return text.Length <= LongestMessage ? Said(text) with { IsTheReply = true } : null;
        }

        return new(200, AdaptiveCard, CardIn(reply) ?? CardJson.OfText(text, ButtonsIn(reply))) { IsTheReply = true };
    }

    /// <summary>The words of a stored reply.</summary>
    public static string TextOf(OutgoingRow row) => TextOf(JsonNode.Parse(row.Rendered)!.AsObject()); // we wrote it

    /// <summary>As JSON.</summary>
    public JsonObject ToJson() => new() { ["statusCode"] = Status, ["type"] = Type, ["value"] = Value.DeepClone() };

    private static string TextOf(JsonObject reply) => (string?)reply["text"] ?? (string?)reply["summary"] ?? "";

    private static JsonNode? CardIn(JsonObject reply) =>
        (reply["attachments"] as JsonArray ?? []).FirstOrDefault(a => (string?)a?["contentType"] == AdaptiveCard)?["content"]?.DeepClone();

    private static IReadOnlyList<Button> ButtonsIn(JsonObject reply) =>
        [.. (reply["suggestedActions"]?["actions"] as JsonArray ?? []).Select(a => (string?)a?["value"]).OfType<string>().Select(w => new Button(w, w))];
}
