using System.Net;
using System.Text.Json.Nodes;

namespace OfficerBot.Tests.Doors;

/// <summary>Taps on cards: the answer is the HTTP body, once.</summary>
public sealed class ChannelPressTests(ChannelBench bench) : IClassFixture<ChannelBench>
{
    [Fact]
    public async Task A_tap_in_a_private_chat_is_answered_with_the_card_that_takes_the_place_and_sent_no_second_time()
    {
        var room = bench.New("a:tap");
        var tap = Tap(ChannelBench.Officer, room, false, "今日无线索");
        var (status, body) = await bench.PostAsync(tap);
        status.Should().Be(HttpStatusCode.OK);
        body!["statusCode"]!.GetValue<int>().Should().Be(200);
        body["type"]!.ToString().Should().Be("application/vnd.microsoft.card.adaptive");
        body["value"]!["type"]!.ToString().Should().Be("AdaptiveCard");
        body["value"]!.ToJsonString(Plain).Should().Contain("白沙镇");

        (await bench.PostAsync(tap)).Body!.ToJsonString().Should().Be(body.ToJsonString(), "the same invoke came again");
        await bench.PostAsync(bench.Personal(ChannelBench.Officer, room, "帮助"));
        (await bench.SentAsync(room, 1)).Should().ContainSingle();
    }

    [Fact]
    public async Task A_tap_on_a_groups_card_is_answered_shortly_to_the_one_who_tapped()
    {
        var room = bench.New("19:tap") + "@thread.v2";
        var (_, body) = await bench.PostAsync(Tap(ChannelBench.Officer, room, true, "帮助"));
        body!["type"]!.ToString().Should().Be("application/vnd.microsoft.activity.message");
        body["value"]!.ToString().Should().Contain("今日无线索");
    }

    [Fact]
    public async Task A_tap_does_what_its_person_may_and_no_more()
    {
        var (_, body) = await bench.PostAsync(Tap(ChannelBench.Officer, bench.New("19:role") + "@thread.v2", true, "这个群是工作群"));
        body!["value"]!.ToString().Should().Contain("联络员");
        var (_, stranger) = await bench.PostAsync(Tap("29:stranger", bench.New("19:role") + "@thread.v2", true, "今天谁还没报"));
        stranger!["value"]!.ToString().Should().Contain("认不出");
    }

    [Fact]
    public async Task A_tap_that_expects_replies_has_its_answer_as_the_body_beside_them()
    {
        var tap = Tap(ChannelBench.Officer, bench.New("a:both"), false, "帮助");
        tap["deliveryMode"] = "expectReplies";
        var (_, body) = await bench.PostAsync(tap);
        body!["activities"]!.AsArray().Should().BeEmpty();
        body["body"]!["statusCode"]!.GetValue<int>().Should().Be(200);
    }

    [Fact]
    public async Task A_failed_tap_says_so_in_its_answer_alone()
    {
        var room = bench.New("a:broken");
        var (status, body) = await bench.PostAsync(Tap(ChannelBench.Officer, room, false, ChannelBench.Trouble));
        status.Should().Be(HttpStatusCode.OK);
        body!["statusCode"]!.GetValue<int>().Should().Be(500);
        body["type"]!.ToString().Should().Be("application/vnd.microsoft.error");
        body["value"]!["message"]!.ToString().Should().MatchRegex("编号 [0-9a-z]{6}");
        bench.Sent(room).Should().BeEmpty();
    }

    [Fact]
    public async Task A_question_in_a_group_is_a_card_that_mentions_the_one_asked_and_gives_way_to_the_answer()
    {
        var room = bench.New("19:asked") + "@thread.v2";
        var asked = (await bench.RepliesAsync(bench.Group(ChannelBench.Officer, room, "帮助", true)))[0];
        var card = asked["attachments"]![0]!["content"]!;
        card["msteams"]!["entities"]![0]!["mentioned"]!["id"]!.ToString().Should().Be(ChannelBench.Officer);
        card["body"]![0]!["text"]!.ToString().Should().StartWith(card["msteams"]!["entities"]![0]!["text"]!.ToString());

        var tap = Tap(ChannelBench.Officer, room, true, "我还欠什么");
        tap["value"]!["action"]!["data"]!["question"] = true;
        (await bench.PostAsync(tap)).Body!["type"]!.ToString().Should().Be("application/vnd.microsoft.card.adaptive");
    }

    [Theory]
    [InlineData("""null""", "BadRequest")]
    [InlineData("""[]""", "BadRequest")]
    [InlineData("""{"action":5}""", "BadRequest")]
    [InlineData("""{"action":{"data":{"say":"帮助"}}}""", "BadRequest")]
    [InlineData("""{"action":{"type":"Action.Submit","data":{"say":"帮助"}}}""", "NotSupported")]
    [InlineData("""{"action":{"type":"Action.Execute"}}""", "BadRequest")]
    [InlineData("""{"action":{"type":"Action.Execute","data":{"say":{"x":1}}}}""", "BadRequest")]
    [InlineData("""{"action":{"type":"Action.Execute","data":{"drop":"everything"}}}""", "BadRequest")]
    public async Task A_value_that_is_not_ours_is_refused(string value, string code)
    {
        var tap = Tap(ChannelBench.Officer, bench.New("a:bad"), false, "帮助");
        tap["value"] = JsonNode.Parse(value);
        var (status, body) = await bench.PostAsync(tap);
        status.Should().Be(HttpStatusCode.BadRequest);
        body!["statusCode"]!.GetValue<int>().Should().Be(400);
        body["value"]!["code"]!.ToString().Should().Be(code);
    }

    [Theory]
    [InlineData("task/fetch", 501)]
    [InlineData("composeExtension/query", 501)]
    [InlineData("AdaptiveCard/Action", 501)]
    [InlineData("", 400)]
    public async Task An_invoke_of_another_name_is_not_implemented(string name, int status)
    {
        var tap = Tap(ChannelBench.Officer, bench.New("a:name"), false, "帮助");
        tap["name"] = name;
        ((int)(await bench.PostAsync(tap)).Status).Should().Be(status);
    }

    private static readonly System.Text.Json.JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private JsonObject Tap(string user, string room, bool isGroup, string words)
    {
        var tap = isGroup ? bench.Group(user, room, "", false) : bench.Personal(user, room, "");
        tap.Remove("text");
        tap["type"] = "invoke";
        tap["name"] = "adaptiveCard/action";
        tap["replyToId"] = "card1";
        tap["value"] = new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "say", ["data"] = new JsonObject { ["say"] = words } }, ["trigger"] = "manual",
        };
        return tap;
    }
}
