using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OfficerBot.Tests.Doors;

/// <summary>Activities bent at random: whatever comes is taken or refused, and never a failure of ours. The long form is a campaign.</summary>
public sealed class ChannelMutationTests(ChannelBench bench) : IClassFixture<ChannelBench>
{
    private const int Seed = 20260301;
    private const int Count = 1500;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Junk =
    [
        "null", "true", "0", "-1e999", "1.5", "\"\"", "\" \"", "\"message\"", "\"\\u0000\"", "\"\\ud83d\\ude00\"", "\"\\ud83d\"", "\"\\udc00\\ud83d\"", "[]", "[null]", "[[]]", "{}",
        "{\"id\":null}", "{\"id\":{}}", "{\"id\":\"\"}", "\"<at>\"", "\"<at></at><at>x\"", "\"&#xFFFFFF; &nbsp &lt\"", "\"19:x@thread.v2;messageid=\"", "\";messageid=1\"",
        "\"http://[::1\"", "\"data:image/png;base64,####\"", "\"data:;base64,\"", "\"application/vnd.microsoft.teams.file.download.info\"", "{\"downloadUrl\":5}", "{\"say\":[]}",
        "{\"action\":{\"type\":\"Action.Execute\",\"data\":\"今日无线索\"}}", "\"editMessage\"", "{\"eventType\":\"softDeleteMessage\"}", "{\"eventType\":7}",
    ];

    [Fact]
    public async Task No_bent_activity_makes_the_door_fail()
    {
        var random = new Random(Seed);
        var failed = new List<string>();
        for (var i = 0; i < Count; i++)
        {
            var body = Bent(random);
            var (status, _) = await bench.PostAsync(new ByteArrayContent(Encoding.UTF8.GetBytes(body)));
            if (status is not (200 or 400 or 501))
            {
                failed.Add($"{status}: {body[..Math.Min(body.Length, 400)]}");
            }
        }

        failed.Should().BeEmpty();
        bench.TurnsFailed.Should().Be(0, "a turn that fails is answered 200");
    }

    private string Bent(Random random)
    {
        var activity = Template(random);
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var places = Places(activity).ToList();
            var (parent, name) = places[random.Next(places.Count)];
            switch (random.Next(6))
            {
                case 0:
                    parent.Remove(name);
                    break;
                case 1:
                    parent[name] = new string('清', random.Next(1, 3000));
                    break;
                default:
                    parent[name] = "§" + random.Next(Junk.Length);
                    break;
            }
        }

        var text = activity.ToJsonString(Plain);
        for (var i = Junk.Length - 1; i >= 0; i--)
        {
            text = text.Replace($"\"§{i}\"", Junk[i], StringComparison.Ordinal);
        }

        return random.Next(20) == 0 ? text[..random.Next(text.Length)] : text;
    }

    private JsonObject Template(Random random)
    {
        var room = random.Next(2) == 0 ? bench.New("a:bent") : bench.New("19:bent") + "@thread.tacv2;messageid=1";
        var activity = room[0] == 'a' ? bench.Personal(ChannelBench.Officer, room, "今天谁还没报") : bench.Group(ChannelBench.Liaison, room, "帮助", true);
        activity["type"] = Pick(random, "message", "message", "messageUpdate", "messageDelete", "conversationUpdate", "installationUpdate", "invoke", "event", "messageReaction");
        activity["name"] = "adaptiveCard/action";
        activity["action"] = Pick(random, "add", "remove");
        activity["deliveryMode"] = Pick(random, "normal", "expectReplies");
        activity["timestamp"] = "2026-01-01T00:00:00Z";
        activity["localTimestamp"] = "2026-01-01T08:00:00+08:00";
        activity["locale"] = "zh-CN";
        activity["channelData"] = new JsonObject { ["eventType"] = "editMessage", ["tenant"] = new JsonObject { ["id"] = "t" } };
        activity["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["data"] = new JsonObject { ["say"] = "帮助" } } };
        activity["membersAdded"] = new JsonArray(new JsonObject { ["id"] = ChannelBench.Bot }, new JsonObject { ["id"] = ChannelBench.Officer });
        activity["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "image/png", ["contentUrl"] = "http://127.0.0.1:1/x.png", ["content"] = new JsonObject(), ["name"] = "x.png" });
        return activity;
    }

    private static string Pick(Random random, params string[] from) => from[random.Next(from.Length)];

    private static IEnumerable<(JsonObject Parent, string Name)> Places(JsonNode? node) => node switch
    {
        JsonObject o => o.ToList().SelectMany(p => Places(p.Value).Prepend((o, p.Key))),
        JsonArray a => a.SelectMany(Places),
        _ => [],
    };
}
