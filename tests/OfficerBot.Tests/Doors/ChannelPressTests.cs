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

        await bench.PostAsync(bench.Group(ChannelBench.Officer, room, "帮助", true));
        var tap = await TapOnLastAsync(ChannelBench.Officer, room, "我还欠什么");
        (await bench.PostAsync(tap)).Body!["type"]!.ToString().Should().Be("application/vnd.microsoft.card.adaptive");
    }

    [Fact]
    public async Task A_tap_on_a_question_put_to_another_is_answered_to_who_tapped_and_leaves_the_question()
    {
        var room = bench.New("19:others") + "@thread.v2";
        await bench.RepliesAsync(bench.Group(ChannelBench.Officer, room, "1. 组织志愿者清理沟渠11条\n2. 组织志愿者清理沟渠12条", true));
        await bench.PostAsync(bench.Group(ChannelBench.Officer, room, "都撤回", true));
        var tap = await TapOnLastAsync(ChannelBench.Liaison, room, "是");
        var (_, body) = await bench.PostAsync(tap);
        body!["type"]!.ToString().Should().Be("application/vnd.microsoft.activity.message");
        body["value"]!.ToString().Should().Contain("没有等你答复的事");
        (await bench.PostAsync(tap)).Body!.ToJsonString().Should().Be(body.ToJsonString(), "the same invoke came again");

        var (_, own) = await bench.PostAsync(await TapOnLastAsync(ChannelBench.Officer, room, "是"));
        own!["type"]!.ToString().Should().Be("application/vnd.microsoft.card.adaptive");
        own["value"]!.ToJsonString(Plain).Should().NotContain("没有等你答复的事");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_tap_on_a_question_put_to_another_answers_no_question_of_ones_own(bool isInvoke)
    {
        var room = bench.New("19:mine") + "@thread.v2";
        var figure = isInvoke ? 13 : 15;
        await bench.RepliesAsync(bench.Group(ChannelBench.Liaison, room, $"1. 组织志愿者清理沟渠{figure}条\n2. 组织志愿者清理沟渠{figure + 1}条", true));
        await bench.RepliesAsync(bench.Group(ChannelBench.Liaison, room, "都撤回", true));
        await bench.PostAsync(bench.Group(ChannelBench.Officer, room, "帮助", true));
        var tap = await TapOnLastAsync(ChannelBench.Liaison, room, "是");
        if (!isInvoke)
        {
            (tap["type"], tap["value"]) = ("message", new JsonObject { ["say"] = "是" });
            tap.Remove("name");
        }

        tap["deliveryMode"] = "expectReplies";
        (await bench.PostAsync(tap)).Body!.ToJsonString(Plain).Should().Contain("没有等你答复的事");
        (await bench.RepliesAsync(bench.Group(ChannelBench.Liaison, room, "是", true))).Should().HaveCount(2).And.OnlyContain(r => r.ToJsonString(Plain).Contains("已撤回"));
    }

    [Fact]
    public async Task A_tap_on_a_card_that_is_not_known_any_more_leaves_it_to_those_who_see_it()
    {
        var room = bench.New("19:old") + "@thread.v2";
        var tap = Tap(ChannelBench.Officer, room, true, "我还欠什么");
        tap["value"]!["action"]!["data"]!["question"] = true;
        (await bench.PostAsync(tap)).Body!["type"]!.ToString().Should().Be("application/vnd.microsoft.activity.message");
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

    // On the newest card sent there, once the channel's id of it is kept.
    private async Task<JsonObject> TapOnLastAsync(string user, string room, string words)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await bench.SentAsync(room, 1);
        string? id = null;
        while ((id = bench.Read(s => s.Outbox.Under(bench.TheGroup, "turn", s.Chats.Find("msteams", room)!.Id).LastOrDefault(r => r.ActivityId is not null)?.ActivityId)) is null)
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        var tap = Tap(user, room, true, words);
        tap["replyToId"] = id;
        tap["value"]!["action"]!["data"]!["question"] = true;
        return tap;
    }

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
