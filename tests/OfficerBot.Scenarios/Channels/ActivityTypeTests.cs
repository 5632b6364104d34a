using System.Text.Json.Nodes;
using OfficerBot.Domain.Ledger;

namespace OfficerBot.Scenarios.Channels;

/// <summary>Every type of activity a channel sends.</summary>
public sealed class ActivityTypeTests(ChannelOffice office) : ChannelScenario(office), IClassFixture<ChannelOffice>
{
    private const string Bot = "28:0f0f0f0f-1111-4222-8333-444444444444";
    private const string Adaptive = "application/vnd.microsoft.card.adaptive";

    [Theory]
    [InlineData("typing", "{}")]
    [InlineData("messageReaction", """{"replyToId":"1","reactionsAdded":[{"type":"like"}]}""")]
    [InlineData("messageReaction", """{"replyToId":"1","reactionsRemoved":[{"type":"like"}]}""")]
    [InlineData("event", """{"name":"webchat/join","value":{"language":"zh-CN"}}""")]
    [InlineData("event", """{"name":"tokens/response","value":null}""")]
    [InlineData("trace", """{"name":"t","label":"l","valueType":"v","value":1}""")]
    [InlineData("endOfConversation", """{"code":"userCancelled"}""")]
    [InlineData("contactRelationUpdate", """{"action":"add"}""")]
    [InlineData("handoff", "{}")]
    [InlineData("commandResult", """{"name":"c"}""")]
    [InlineData("wave/of the future", """{"text":"清理河道垃圾99吨","hands":[1,null]}""")]
    public async Task What_is_no_turn_is_taken_in_silence(string type, string parts)
    {
        var anna = await Meeting.MeetAsync("白沙镇周晓燕");
        await anna.SendAsync(anna.Activity(type, JsonNode.Parse(parts)!.AsObject()));

        var asked = await anna.SayAsync("我还欠什么");
        await anna.AnswersAsync(asked);
        (await anna.AttemptsAsync(1)).Should().ContainSingle().Which.Target.Should().Be(asked);
        Meeting.Office.Read(l => l.Leads.Find(new LeadQuery())).Should().NotContain(f => f.Text.Contains("99吨"));
    }

    [Fact]
    public async Task A_command_is_refused_by_a_result_in_a_group_too()
    {
        var anna = await Meeting.MeetInGroupAsync("市委宣传部黄拥军", "19:command@thread.v2");
        var parts = new JsonObject { ["name"] = "application/make.tea", ["value"] = new JsonObject { ["commandId"] = "7" } };
        var sent = await anna.SendAsync(anna.Activity("command", parts));

        var result = (await anna.AnswersAsync(sent.Id)).Should().ContainSingle().Subject.Json;
        ((string?)result["type"]).Should().Be("commandResult");
        result["value"]!["error"]!["code"].Should().NotBeNull();
        ((string?)result["recipient"]!["id"]).Should().Be(anna.User);
    }

    [Fact]
    public async Task The_bot_greets_once_when_it_is_added_and_not_for_itself()
    {
        var anna = await Meeting.MeetAsync("莲湖镇肖雅琴");
        JsonObject Added(params string[] ids) => anna.Activity("conversationUpdate", new() { ["membersAdded"] = new JsonArray([.. ids.Select(i => new JsonObject { ["id"] = i })]) });

        await anna.SendAsync(Added(Bot, anna.User));
        (await anna.HeardAsync(1))[0].Text.Should().Contain("肖雅琴");
        await anna.SendAsync(Added(anna.User));
        await anna.SendAsync(Added(Bot));
        await anna.AnswersAsync(await anna.SayAsync("我还欠什么"));
        (await anna.AttemptsAsync(2)).Should().HaveCount(2);
    }

    [Fact]
    public async Task An_installation_makes_the_chat_reachable_and_its_removal_ends_that()
    {
        var anna = await Meeting.MeetAsync("双桥镇陈国强");
        await anna.SendAsync(anna.Activity("installationUpdate", new() { ["action"] = "add" }));
        Meeting.ChatOf(anna).Reachable.Should().BeTrue();
        await anna.SendAsync(anna.Activity("installationUpdate", new() { ["action"] = "remove" }));
        Meeting.ChatOf(anna).Reachable.Should().BeFalse();
        await anna.AskAsync("我还欠什么");
        Meeting.ChatOf(anna).Reachable.Should().BeTrue();
    }

    [Fact]
    public async Task A_cards_button_is_pressed_by_execute_in_Teams_and_by_submit_in_Web_Chat_to_the_same_effect()
    {
        var teams = await Meeting.MeetAsync("芦苇场易娟");
        var card = Card(await GreetedAsync(teams));
        var execute = Actions(card).First(a => (string?)a["type"] == "Action.Execute" && ((string)a["title"]!).Contains('欠'));
        var pressed = await Channel.SendAsync(teams.Activity("invoke", new()
        {
            ["name"] = "adaptiveCard/action",
            ["value"] = new JsonObject { ["action"] = execute.DeepClone(), ["trigger"] = "manual" },
        }));

        pressed.Status.Should().Be(200);
        pressed.Headers["content-type"].Should().StartWith("application/json");
        pressed.Json["statusCode"]!.GetValue<int>().Should().Be(200);
        ((string)pressed.Json["type"]!).Should().Be(Adaptive);
        var shown = Texts(pressed.Json["value"]).ToList();

        var web = await Meeting.MeetAsync("芦苇场易娟", "webchat");
        var submit = Actions(Card(await GreetedAsync(web))).First(a => (string?)a["type"] == "Action.Submit" && ((string)a["title"]!).Contains('欠'));
        var answered = await web.SendAsync(Submitted(web, submit["data"]!));
        (await web.AnswersAsync(answered.Id))[0].Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().Equal(shown);
        (await teams.HeardAsync(1)).Should().ContainSingle("the answer stands in the card's place and is not said again");
    }

    [Fact]
    public async Task A_button_that_falls_back_to_submit_in_Teams_says_the_same()
    {
        var teams = await Meeting.MeetAsync("双桥镇李丹");
        var execute = Actions(Card(await GreetedAsync(teams))).First(a => (string?)a["type"] == "Action.Execute" && ((string)a["title"]!).Contains('欠'));
        var data = execute["fallback"]!["data"]!.DeepClone().AsObject();
        data.Remove("msteams"); // Teams keeps it to itself
        var answered = await teams.SendAsync(teams.Activity("message", new() { ["value"] = data, ["replyToId"] = (await teams.HeardAsync(1))[0].Id }));

        (await teams.AnswersAsync(answered.Id))[0].Text.Should().Contain("双桥镇");
    }

    [Theory]
    [InlineData("""{"name":"composeExtension/query","value":{}}""", 501)]
    [InlineData("""{"name":"no/such","value":null}""", 501)]
    [InlineData("""{"name":"adaptiveCard/action"}""", 400)]
    [InlineData("""{"name":"adaptiveCard/action","value":"text"}""", 400)]
    [InlineData("""{"name":"adaptiveCard/action","value":{"action":{"type":"Action.Submit","data":{}},"trigger":"manual"}}""", 400)]
    public async Task An_invoke_that_cannot_be_answered_is_refused_at_once(string parts, int status)
    {
        var anna = await Meeting.MeetAsync("城东街道贺敏");
        var answered = await Channel.SendAsync(anna.Activity("invoke", JsonNode.Parse(parts)!.AsObject()));

        (answered.Status == 200 ? answered.Json["statusCode"]!.GetValue<int>() : answered.Status).Should().Be(status);
    }

    [Fact]
    public async Task A_mention_of_the_bot_is_stripped_and_a_question_in_a_Teams_group_mentions_who_is_asked()
    {
        var anna = await Meeting.MeetInGroupAsync("市委宣传部黄拥军", "19:group@thread.v2");
        await anna.SendAsync(Mentioning(anna, "<at>信息员助手 &amp; Co</at>&nbsp;  今天谁还没报"));
        await anna.SendAsync(anna.Message("<at>信息员助手</at> 帮助")); // typed by hand: nobody is mentioned
        await anna.SendAsync(Mentioning(anna, "<at>信息员助手 &amp; Co</at> 帮助"));

        var heard = await anna.HeardAsync(2);
        heard[0].Text.Should().Contain("未报");
        var card = Card(heard[1]);
        var mention = card["msteams"]!["entities"]!.AsArray().Should().ContainSingle().Subject!;
        ((string)mention["mentioned"]!["id"]!).Should().Be(anna.User);
        ((string)card["body"]![0]!["text"]!).Should().StartWith((string)mention["text"]!);
        heard.Should().HaveCount(2);
    }

    [Theory]
    [InlineData("{", 400)]
    [InlineData("[]", 400)]
    [InlineData("{\"type\":\"\"}", 400)]
    public async Task A_signed_body_that_is_no_activity_is_refused(string body, int status)
    {
        var answers = await Channel.AskAsync("send", new { activity = new { serviceUrl = Channel.ServiceUrl }, exact = true, text = body });

        answers[0]!["status"]!.GetValue<int>().Should().Be(status);
    }

    private static JsonObject Mentioning(Partner partner, string text)
    {
        var message = partner.Message(text);
        message["textFormat"] = "xml";
        message["entities"] = new JsonArray(new JsonObject
        {
            ["type"] = "Mention",
            ["mentioned"] = new JsonObject { ["id"] = Bot, ["name"] = "信息员助手 & Co" },
            ["text"] = "<at>信息员助手 &amp; Co</at>",
        });
        return message;
    }

    private static async Task<Call> GreetedAsync(Partner partner)
    {
        await partner.SendAsync(partner.Activity("conversationUpdate", new() { ["membersAdded"] = new JsonArray(new JsonObject { ["id"] = partner.User }) }));
        return (await partner.HeardAsync(1))[0];
    }

    private static JsonObject Card(Call call) => call.Json["attachments"]!.AsArray().Single(a => (string?)a!["contentType"] == Adaptive)!["content"]!.AsObject();

    private static IEnumerable<JsonObject> Actions(JsonNode? within) => within switch
    {
        JsonObject o => (((string?)o["type"])?.StartsWith("Action.", StringComparison.Ordinal) == true ? new[] { o } : [])
            .Concat(o.Where(p => p.Key != "fallback").SelectMany(p => Actions(p.Value))),
        JsonArray a => a.SelectMany(Actions),
        _ => [],
    };

    // Web Chat sends a string as what the person said, an object as a postBack without text.
    private static JsonObject Submitted(Partner partner, JsonNode data) => data is JsonObject
        ? partner.Activity("message", new() { ["value"] = data.DeepClone(), ["channelData"] = new JsonObject { ["postBack"] = true } })
        : partner.Message((string)data!);

    private static IEnumerable<string> Texts(JsonNode? within) => within switch
    {
        JsonObject { } o when (string?)o["type"] == "TextBlock" => [((string)o["text"]!).Replace("\\", "", StringComparison.Ordinal)],
        JsonObject o => o.SelectMany(p => Texts(p.Value)),
        JsonArray a => a.SelectMany(Texts),
        _ => [],
    };
}
