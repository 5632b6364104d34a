using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OfficerBot.Tokens;

namespace OfficerBot.Scenarios.Fuzz;

/// <summary>Activities of every type, changed, to both doors.</summary>
internal sealed class ActivityInputs(FuzzWorld world)
{
    private static readonly string[] Bases =
    [
        """{"type":"message","text":"今天谁还没报"}""",
        """{"type":"message","text":"线索：组织志愿者清理河道垃圾3吨","textFormat":"plain","locale":"zh-CN","localTimestamp":"2020-09-16T08:30:00+08:00","localTimezone":"Asia/Shanghai"}""",
        """{"type":"message","text":"<at>Bot</at> 还有谁没报","entities":[{"type":"mention","text":"<at>Bot</at>","mentioned":{"id":"28:bot","name":"Bot"}},{"type":"clientInfo","locale":"zh-CN"}]}""",
        """{"type":"message","value":{"action":"yes","data":{"n":1}},"channelData":{"postBack":true,"clientActivityID":"c"}}""",
        """{"type":"message","text":"图","attachments":[{"contentType":"image/png","contentUrl":"@files@/a.png","name":"a.png"},{"contentType":"text/html","content":"<p>图</p>"}]}""",
        """{"type":"message","text":"名单","attachments":[{"contentType":"application/vnd.microsoft.teams.file.download.info","content":{"downloadUrl":"@files@/a.xlsx","uniqueId":"1","fileType":"xlsx"},"name":"a.xlsx"}]}""",
        """{"type":"message","text":"图","attachments":[{"contentType":"image/png","contentUrl":"data:image/png;base64,iVBORw0KGgo=","name":"b.png"}]}""",
        """{"type":"message","text":"hi","deliveryMode":"expectReplies","suggestedActions":{"to":["a"],"actions":[{"type":"imBack","title":"x","value":"x"}]},"speak":"x","inputHint":"acceptingInput"}""",
        """{"type":"messageUpdate","text":"线索：改了","channelData":{"eventType":"editMessage"}}""",
        """{"type":"messageDelete","channelData":{"eventType":"softDeleteMessage"}}""",
        """{"type":"conversationUpdate","membersAdded":[{"id":"28:bot"},{"id":"29:x","name":"新人","aadObjectId":"1"}],"membersRemoved":[{"id":"y"}],"channelData":{"eventType":"teamMemberAdded","team":{"id":"19:t"}}}""",
        """{"type":"installationUpdate","action":"add"}""",
        """{"type":"invoke","name":"adaptiveCard/action","value":{"action":{"type":"Action.Execute","verb":"yes","data":{"action":"yes"}},"trigger":"manual"}}""",
        """{"type":"invoke","name":"task/fetch","value":{"data":{}}}""",
        """{"type":"event","name":"webchat/join","value":{"language":"zh"}}""",
        """{"type":"messageReaction","reactionsAdded":[{"type":"like"}],"replyToId":"1"}""",
        """{"type":"typing"}""",
        """{"type":"endOfConversation","code":"completedSuccessfully"}""",
        """{"type":"command","name":"x","value":{"commandId":"1"}}""",
        """{"type":"message","text":"回复","replyToId":"1","relatesTo":{"activityId":"1","conversation":{"id":"x"}},"semanticAction":{"id":"x","entities":{}}}""",
    ];

    /// <summary>One for the channels' door.</summary>
    public FuzzInput ForChannel(Chance chance, string id)
    {
        var activity = Addressed(JsonNode.Parse(Filled(chance))!.AsObject(), chance, id); // given by us
        var (body, how) = Changed(activity.ToJsonString(), chance);
        return new("activity", $"{activity["type"]} {how}", HttpMethod.Post, "api/messages", body, [("Authorization", chance.Of(world.Bearers)), ("Content-Type", ContentType(chance))]);
    }

    /// <summary>One for Direct Line.</summary>
    public FuzzInput ForDirectLine(Chance chance, string id)
    {
        var activity = JsonNode.Parse(Filled(chance))!.AsObject(); // given by us
        activity["from"] = new JsonObject { ["id"] = "x" };
        activity["channelData"] = new JsonObject { ["clientActivityID"] = id };
        var seat = chance.Of(world.Seats);
        var (body, how) = Changed(activity.ToJsonString(), chance);
        return new("activity", $"Direct Line {activity["type"]} {how}", HttpMethod.Post, $"v3/directline/conversations/{seat.Conversation}/activities", body,
            [("Authorization", "Bearer " + seat.Token), ("Content-Type", ContentType(chance))]);
    }

    private string Filled(Chance chance)
    {
        var activity = JsonNode.Parse(chance.Of(Bases).Replace("@files@", world.Channel.ToString().TrimEnd('/') + "/files", StringComparison.Ordinal))!.AsObject(); // given by us
        if (activity.ContainsKey("text") && !chance.OneIn(4))
        {
            activity["text"] = HostileText.Any(chance);
        }

        return activity.ToJsonString();
    }

    private JsonObject Addressed(JsonObject activity, Chance chance, string id)
    {
        var isGroup = chance.OneIn(3);
        activity["id"] = id;
        activity["channelId"] = "msteams";
        activity["serviceUrl"] = world.Channel.ToString();
        activity["from"] = new JsonObject { ["id"] = chance.Of("29:liaison", "29:reporter", "29:stranger", $"29:{chance.Below(200)}"), ["name"] = "某人", ["aadObjectId"] = Guid.Empty.ToString() };
        activity["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "Bot" };
        activity["conversation"] = new JsonObject { ["id"] = $"{(isGroup ? "19:" : "a:")}{chance.Below(64)}", ["conversationType"] = isGroup ? "groupChat" : "personal", ["isGroup"] = isGroup, ["tenantId"] = TokenForge.Tenant };
        activity["timestamp"] = "2020-09-16T00:30:00.0000000Z";
        activity["callerId"] = "urn:evil";
        return activity;
    }

    private static (byte[] Body, string How) Changed(string json, Chance chance)
    {
        var isStructure = !chance.OneIn(8);
        var text = isStructure ? JsonChanges.Apply(json, chance) : json;
        var bytes = chance.OneIn(40) ? Encoding.Unicode.GetBytes(text) : Encoding.UTF8.GetBytes(text);
        var isBytes = !isStructure || chance.OneIn(12);
        return (isBytes ? ByteChanges.Apply(bytes, chance) : bytes, isBytes ? isStructure ? "structure and bytes" : "bytes" : "structure");
    }

    private static string ContentType(Chance chance) =>
        chance.OneIn(8) ? chance.Of("text/plain", "application/json; charset=utf-16", "application/json; charset=nonsense", "multipart/form-data", "x", "application/json;;;", "") : "application/json; charset=utf-8";
}
