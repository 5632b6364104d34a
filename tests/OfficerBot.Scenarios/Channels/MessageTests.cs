using System.Text.Json.Nodes;
using OfficerBot.Domain.Ledger;

namespace OfficerBot.Scenarios.Channels;

/// <summary>Messages of a channel, new, changed, deleted, doubled, and how they are addressed.</summary>
public sealed class MessageTests(ChannelOffice office) : ChannelScenario(office), IClassFixture<ChannelOffice>
{
    private const string Png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    [Theory]
    [InlineData("msteams", "a:1x/..|%;=@+ ü")]
    [InlineData("msteams", "19:abc_def@thread.tacv2;messageid=1612345678901")]
    [InlineData("webchat", "8h2kf0Jq|0000001")]
    [InlineData("directline", "线索#1?x=&y")]
    [InlineData("telegram", "-100123.4")]
    public async Task A_message_is_filed_and_answered_at_the_address_its_conversation_and_id_make(string channelId, string conversation)
    {
        var anna = await Meeting.MeetAsync("白沙镇周晓燕", channelId, conversation);
        var message = anna.Message($"在{channelId}上报：清理河道垃圾12吨，出动20人");
        message["id"] = "f:1/2 ü|%";
        await anna.SendAsync(message);

        var answer = (await anna.AnswersAsync("f:1/2 ü|%")).Should().ContainSingle().Subject;
        answer.Operation.Should().Be("reply");
        answer.Text.Should().MatchRegex("0916-[0-9]{2}");
        answer.Url.Should().Be($"/amer/v3/conversations/{Uri.EscapeDataString(conversation)}/activities/f%3A1%2F2%20%C3%BC%7C%25");
        Leads($"在{channelId}上报").Should().Be(1);
    }

    [Fact]
    public async Task An_edited_message_amends_its_lead_and_a_deleted_one_withdraws_it_or_asks()
    {
        var anna = await Meeting.MeetAsync("莲湖镇肖雅琴");
        var id = await anna.SayAsync("拆除违规养殖网箱31口");
        await anna.AnswersAsync(id);

        await anna.SendAsync(anna.Activity("messageUpdate", new() { ["id"] = id, ["text"] = "拆除违规养殖网箱41口", ["channelData"] = Event("editMessage") }));
        (await anna.HeardAsync(2))[1].Text.Should().Contain("更正");
        await anna.SendAsync(anna.Activity("messageDelete", new() { ["id"] = id, ["channelData"] = Event("softDeleteMessage") }));
        (await anna.HeardAsync(3))[2].Text.Should().MatchRegex("撤回");
        Leads("养殖网箱31口").Should().Be(0);
    }

    [Fact]
    public async Task Of_one_message_delivered_four_times_at_once_there_is_one_lead_and_one_answer()
    {
        var anna = await Meeting.MeetAsync("芦苇场易娟");
        var answers = await Channel.SendAsync(anna.Message("芦苇场巡查沟渠15条，发现隐患2处"), 4);

        answers.Should().OnlyContain(a => a.Status >= 200 && a.Status < 300).And.OnlyContain(a => a.Body.Length == 0);
        var last = await anna.SayAsync("我还欠什么");
        await anna.AnswersAsync(last);
        (await anna.HeardAsync(2)).Select(c => c.Target).Should().Equal(answers[0].Id, last);
        Leads("芦苇场巡查沟渠15条").Should().Be(1);
    }

    [Fact]
    public async Task A_message_that_expects_replies_is_answered_in_the_answer_and_nothing_is_posted()
    {
        var anna = await Meeting.MeetAsync("城东街道贺敏");
        var message = anna.Message("开展扬尘整治夜查，检查工地6个");
        message["deliveryMode"] = "expectReplies";
        message["id"] = "expects-1";

        var first = await Channel.SendAsync(message);
        var again = await Channel.SendAsync(message);

        first.Status.Should().Be(200);
        first.Headers["content-type"].Should().StartWith("application/json");
        var reply = first.Json["activities"]!.AsArray().Should().ContainSingle().Subject!;
        ((string)reply["text"]!).Should().Contain("0916-");
        ((string)reply["replyToId"]!).Should().Be("expects-1");
        ((string)reply["recipient"]!["id"]!).Should().Be(anna.User);
        again.Status.Should().Be(200);
        Leads("扬尘整治夜查").Should().Be(1);
        await anna.AnswersAsync(await anna.SayAsync("我还欠什么"));
        (await anna.HeardAsync(1)).Should().ContainSingle("only what was said without expecting is posted");
    }

    [Fact]
    public async Task Members_nobody_knows_survive_in_what_is_sent_back()
    {
        var anna = await Meeting.MeetAsync("双桥镇李丹");
        var message = anna.Message("回收农药包装废弃物300公斤");
        message["conversation"]!["x-of-the-channel"] = new JsonObject { ["kept"] = JsonValue.Create(1.5), ["null"] = null };
        message["from"]!["x-tag"] = "kept too";
        message["recipient"] = new JsonObject { ["id"] = "28:another-bot", ["name"] = "助手", ["x-role"] = new JsonArray("a") };
        await anna.SendAsync(message);

        var sent = (await anna.HeardAsync(1))[0].Json;
        Same(sent["conversation"], message["conversation"]);
        Same(sent["recipient"], message["from"]);
        Same(sent["from"], message["recipient"]);
    }

    [Fact]
    public async Task Times_numbers_and_junk_where_text_was_expected_reject_nothing_that_matters()
    {
        var anna = await Meeting.MeetAsync("白沙镇王建军");
        var message = anna.Message("我还欠什么");
        message["timestamp"] = "yesterday";
        message["localTimestamp"] = null;
        message["locale"] = "xx-nonsense-!";
        message["channelData"] = "a word";
        message["unknown"] = new JsonArray(1, "two", null);
        message["entities"] = new JsonArray(new JsonObject { ["type"] = "clientInfo", ["country"] = null }, null);
        message["attachments"] = null;
        message["value"] = null;

        await anna.SendAsync(message);
        (await anna.HeardAsync(1))[0].Text.Should().Contain("白沙镇");
    }

    [Fact]
    public async Task A_channel_within_a_channel_is_the_channel()
    {
        var anna = await Meeting.MeetAsync("市水利局江河清");
        var message = anna.Message("我还欠什么");
        message["channelId"] = "msteams:meeting";
        await anna.SendAsync(message);

        ((string)(await anna.HeardAsync(1))[0].Json["channelId"]!).Should().StartWith("msteams");
    }

    [Fact]
    public async Task A_picture_is_fetched_from_the_channel_with_the_bearer_and_from_nowhere_else()
    {
        var anna = await Meeting.MeetAsync("市政务信息中心黄浩");
        var addresses = await Channel.AskAsync("attach", new { name = "现场.png", type = "image/png", base64 = Png });
        var message = anna.Message("清理湖面水葫芦7亩，附现场照片");
        message["attachments"] = new JsonArray(
            new JsonObject { ["contentType"] = "text/html", ["content"] = "<p>清理湖面水葫芦7亩</p>" },
            new JsonObject { ["contentType"] = "image/*", ["contentUrl"] = (string)addresses["here"]!, ["name"] = "现场.png" },
            new JsonObject { ["contentType"] = "image/png", ["contentUrl"] = (string)addresses["elsewhere"]!, ["name"] = "别处.png" });
        var id = (await anna.SendAsync(message)).Id;

        (await anna.AnswersAsync(id))[0].Text.Should().Contain("附图1张");
        (await Channel.CallsAsync(new { operation = "view", accepted = true })).Should().ContainSingle();
        (await Channel.StateAsync()).Outside.Should().BeEmpty();
    }

    [Theory]
    [InlineData("webchat")]
    [InlineData("msteams")]
    public async Task A_file_is_sent_as_an_address_at_which_it_lies_and_to_Teams_as_a_link(string channelId)
    {
        var anna = await Meeting.MeetAsync("白沙镇周晓燕", channelId);
        var answer = await anna.AskAsync("市水利局江河清的电话");

        var address = channelId == "msteams"
            ? answer.Text.Split('\n')[^1]
            : (string)answer.Json["attachments"]!.AsArray().Single(a => a!["contentUrl"] is not null)!["contentUrl"]!;
        using var http = new HttpClient();
        (await http.GetStringAsync(address)).Should().StartWith("BEGIN:VCARD");
    }

    private int Leads(string text) => Meeting.Office.Read(l => l.Leads.Find(new LeadQuery())).Count(f => f.Text.Contains(text, StringComparison.Ordinal));

    private static JsonObject Event(string type) => new() { ["eventType"] = type };

    private static void Same(JsonNode? sent, JsonNode? told) => JsonNode.DeepEquals(sent, told).Should().BeTrue("{0} is {1}", sent?.ToJsonString(), told?.ToJsonString());
}
