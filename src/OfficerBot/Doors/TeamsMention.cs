using System.Text.Json.Nodes;
using OfficerBot.Protocol.Activities;

namespace OfficerBot.Doors;

/// <summary>
/// Mentions a person in a card for Teams: <c>&lt;at&gt;Name&lt;/at&gt;</c> in the text and an entity with just that text and his id, else Teams ignores it.
/// </summary>
internal static class TeamsMention
{
    /// <summary>Puts the mention before the first text of the card.</summary>
    public static void Prefix(JsonObject card, string id, string name)
    {
        var first = card["body"]!.AsArray()[0]!; // a card of ours begins with a text
        first["text"] = $"{Mentions.Tag(name)} {(string?)first["text"]}";
        AddEntity(card, id, name);
    }

    private static void AddEntity(JsonObject card, string id, string name)
    {
        if (card["msteams"] is not JsonObject teams)
        {
            card["msteams"] = teams = [];
        }

        if (teams["entities"] is not JsonArray entities)
        {
            teams["entities"] = entities = [];
        }

        entities.Add((JsonNode)new JsonObject
        {
            ["type"] = "mention",
            ["text"] = Mentions.Tag(name),
            ["mentioned"] = new JsonObject { ["id"] = id, ["name"] = Mentions.NameIn(name) },
        });
    }
}
