using System.Text;
using System.Text.Json.Nodes;

namespace OfficerBot.Benchmarks.ReportTurns;

/// <summary>What officers post in the benchmark: every text, id and pair of person and conversation is another one.</summary>
internal static class Turns
{
    /// <summary>Officers, each with a private conversation and a token of his own.</summary>
    public const int Officers = 1000;

    private static readonly string[] Places = ["河道两岸", "国道沿线", "农贸市场周边", "工业园雨水口", "水库库区", "砂场堆场", "渡口码头", "学校门口"];
    private static readonly string[] Deeds =
    [
        "组织党员志愿者清理{0}垃圾{1}吨，出动{2}人",
        "联合执法检查{0}，发现问题{1}处，当场整改{2}处",
        "召开院坝会宣讲环保政策，{0}{1}户村民参加，发放资料{2}份",
        "对{0}开展夜间巡查，劝导露天焚烧{1}起，回访{2}户",
    ];

    /// <summary>The channel's id of an officer.</summary>
    public static string User(int officer) => $"29:1officer-{officer:D4}-9f8e7d6c5b4a39281706";

    /// <summary>The body of the n-th message.</summary>
    public static byte[] Body(int number, string service, string app)
    {
        var officer = number % Officers;
        var text = string.Format(CultureInfo.InvariantCulture, Deeds[number % Deeds.Length], Places[number / 7 % Places.Length], 3 + number, 10 + number % 90);
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["id"] = $"16{number:D11}",
            ["timestamp"] = "2020-09-16T01:00:00.123Z",
            ["localTimestamp"] = "2020-09-16T09:00:00.123+08:00",
            ["localTimezone"] = "Asia/Shanghai",
            ["serviceUrl"] = service,
            ["channelId"] = "msteams",
            ["from"] = new JsonObject { ["id"] = User(officer), ["name"] = $"测员{officer}", ["aadObjectId"] = $"00000000-0000-0000-0000-{officer:D12}" },
            ["conversation"] = new JsonObject
            {
                ["conversationType"] = "personal",
                ["tenantId"] = "00000000-1111-2222-3333-000000000000",
                ["id"] = $"a:1conversation-{officer:D4}-0a1b2c3d4e5f",
            },
            ["recipient"] = new JsonObject { ["id"] = $"28:{app}", ["name"] = "信息员助手" },
            ["textFormat"] = "plain",
            ["text"] = text,
            ["locale"] = "zh-CN",
            ["entities"] = new JsonArray(new JsonObject { ["type"] = "clientInfo", ["locale"] = "zh-CN", ["country"] = "CN", ["platform"] = "Android", ["timezone"] = "Asia/Shanghai" }),
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = "00000000-1111-2222-3333-000000000000" } },
        };
        return Encoding.UTF8.GetBytes(activity.ToJsonString());
    }
}
