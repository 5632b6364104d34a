using System.Net;
using System.Text.Json.Nodes;
using OfficerBot.Domain.Leads;

namespace OfficerBot.Tests.Doors;

/// <summary>What each kind of activity does, and how it is answered.</summary>
public sealed class ChannelActivitiesTests(ChannelBench bench) : IClassFixture<ChannelBench>
{
    private const string Lead = "组织志愿者清理河道垃圾3吨";

    [Theory]
    [InlineData("messageReaction")]
    [InlineData("typing")]
    [InlineData("endOfConversation")]
    [InlineData("contactRelationUpdate")]
    [InlineData("event")]
    [InlineData("trace")]
    [InlineData("handoff")]
    [InlineData("somethingNew")]
    [InlineData("installationUpdate")]
    [InlineData("conversationUpdate")]
    public async Task What_is_no_turn_is_taken_without_a_word(string type)
    {
        var room = bench.New("a:quiet");
        var activity = bench.Personal(ChannelBench.Officer, room, Lead);
        activity["type"] = type;
        activity["name"] = "application/x";
        (await bench.PostAsync(activity)).Should().Be((HttpStatusCode.OK, null));
        bench.Read(s => s.Chats.Find("msteams", room)).Should().BeNull();
        (await bench.RepliesAsync(activity)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_command_is_answered_once_with_a_result_that_refuses_it()
    {
        var room = bench.New("a:command");
        var command = bench.Personal(ChannelBench.Officer, room, Lead);
        command["type"] = "command";
        command["name"] = "application/make.tea";
        command["value"] = new JsonObject { ["commandId"] = "tea-1", ["data"] = 1 };
        (await bench.PostAsync(command)).Should().Be((HttpStatusCode.OK, null));
        (await bench.PostAsync(command)).Should().Be((HttpStatusCode.OK, null));
        await bench.PostAsync(bench.Personal(ChannelBench.Officer, room, "帮助"));

        var sent = await bench.SentAsync(room, 2);
        sent.Select(s => (string?)s.Activity["type"]).Should().Equal("commandResult", "message");
        var result = sent[0].Activity;
        ((string?)result["name"], (string?)result["replyToId"]).Should().Be(("application/make.tea", (string)command["id"]!));
        ((string?)result["value"]!["commandId"], (string?)result["value"]!["error"]!["code"]).Should().Be(("tea-1", "NotSupported"));
        ((string?)result["recipient"]!["id"], (string?)result["from"]!["id"]).Should().Be((ChannelBench.Officer, ChannelBench.Bot));
        (await bench.RepliesAsync(command)).Should().ContainSingle().Which["value"]!.ToJsonString().Should().Be(result["value"]!.ToJsonString());
    }

    [Fact]
    public async Task A_channel_thread_is_answered_in_the_thread_and_belongs_to_the_chat_of_its_channel()
    {
        var channel = bench.New("19:thread") + "@thread.tacv2";
        (await bench.RepliesAsync(bench.Group(ChannelBench.Liaison, channel + ";messageid=1", "这个群是工作群", true))).Should().ContainSingle();

        var asked = bench.Group(ChannelBench.Officer, channel + ";messageid=2", "今天谁还没报", true);
        asked["text"] = "<at>信息员助手</at>&nbsp;今天谁还没报";
        await bench.PostAsync(asked);

        var sent = await bench.SentAsync(channel + ";messageid=2", 1);
        sent[0].Path.Should().EndWith($"/v3/conversations/{Uri.EscapeDataString(channel + ";messageid=2")}/activities/{asked["id"]}");
        sent[0].Activity["recipient"]!["id"]!.ToString().Should().Be(ChannelBench.Officer);
        sent[0].Activity["conversation"]!["id"]!.ToString().Should().Be(channel + ";messageid=2");
        bench.Read(s => s.Chats.Find("msteams", channel))!.Group.Should().Be(bench.TheGroup);
        bench.Read(s => s.Chats.Find("msteams", channel + ";messageid=2")).Should().BeNull();
        var reference = JsonNode.Parse(bench.Read(s => s.Chats.Reference(s.Chats.Find("msteams", channel)!.Id))!)!;
        reference["conversation"]!["id"]!.ToString().Should().Be(channel);
        reference["recipient"].Should().BeNull();
    }

    [Theory]
    [InlineData("帮助", true, 1)]
    [InlineData("&lt;at&gt;信息员助手&lt;/at&gt; 帮助", false, 0)]
    [InlineData("<at>信息员助手</at> 帮助", false, 0)]
    [InlineData("机器人，帮助", false, 0)]
    [InlineData("@信息员助手 帮助", false, 0)]
    public async Task In_a_group_only_an_entity_calls_the_bot(string text, bool mentioned, int answers) =>
        (await bench.RepliesAsync(bench.Group(ChannelBench.Officer, bench.New("19:called") + "@thread.v2", text, mentioned))).Should().HaveCount(answers);

    [Fact]
    public async Task A_lead_follows_its_message_when_that_is_edited_and_deleted()
    {
        var room = bench.New("a:edits");
        var message = bench.Personal(ChannelBench.Officer, room, Lead);
        await bench.PostAsync(message);
        LeadOf(room, message).Text.Should().Be(Lead);

        var edit = Changed(message, "messageUpdate", "editMessage", "组织志愿者清理河道垃圾5吨", "2026-01-01T00:00:01Z");
        await bench.PostAsync(edit);
        LeadOf(room, message).Text.Should().Contain("5吨");
        await bench.PostAsync(Changed(message, "messageUpdate", "editMessage", "组织志愿者清理河道垃圾6吨", "2026-01-01T00:00:02Z"));
        await bench.PostAsync(edit);
        LeadOf(room, message).Text.Should().Contain("6吨", "the first edit came again, and late");

        await bench.PostAsync(Changed(message, "messageDelete", "softDeleteMessage", null, "2026-01-01T00:00:03Z"));
        LeadOf(room, message).Status.Should().Be(LeadStatus.Withdrawn);
        (await bench.SentAsync(room, 4)).Select(r => r.Activity["id"]).Should().OnlyContain(id => id == null);
        (await bench.RepliesAsync(Changed(message, "messageUpdate", "undeleteMessage", null, "2026-01-01T00:00:04Z"))).Should().ContainSingle().Which["text"]!.ToString().Should().Contain("已恢复");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_deletion_that_is_undone_brings_back_what_it_withdrew_and_nothing_else(bool isTold)
    {
        var room = bench.New("a:undone");
        var message = bench.Personal(ChannelBench.Officer, room, isTold ? "1. 清理沟渠31条\n2. 清理沟渠32条\n3. 清理沟渠33条" : "1. 清理沟渠34条\n2. 清理沟渠35条\n3. 清理沟渠36条");
        await bench.PostAsync(message);
        var number = LeadsOf(room, message)[1].Number;
        await bench.RepliesAsync(bench.Personal(ChannelBench.Officer, room, $"撤回{number}"));

        await bench.PostAsync(Changed(message, "messageDelete", "softDeleteMessage", null, "2026-01-01T00:00:01Z"));
        LeadsOf(room, message).Should().OnlyContain(l => l.Status == LeadStatus.Withdrawn);
        var undone = Changed(message, "messageUpdate", "undeleteMessage", isTold ? (string)message["text"]! : null, "2026-01-01T00:00:02Z");
        var said = await bench.RepliesAsync(undone);

        LeadsOf(room, message).Select(l => l.Status).Should().Equal(LeadStatus.Filed, LeadStatus.Withdrawn, LeadStatus.Filed);
        said.Should().HaveCount(2).And.OnlyContain(r => r["text"]!.ToString().Contains("已恢复"));
        await bench.PostAsync(Changed(message, "messageDelete", "softDeleteMessage", null, "2026-01-01T00:00:03Z"));
        await bench.RepliesAsync(undone);
        LeadsOf(room, message).Should().OnlyContain(l => l.Status == LeadStatus.Withdrawn, "the undoing came again, and late");
    }

    [Fact]
    public async Task A_chat_is_lost_with_the_installation_and_found_again_when_something_comes_from_it()
    {
        var room = bench.New("a:install");
        var added = bench.Personal(ChannelBench.Officer, room, "");
        added["type"] = "installationUpdate";
        added["action"] = "add";
        added["conversation"]!["tenantId"] = "t1";
        added["conversation"]!["somethingNew"] = new JsonObject { ["kept"] = null };
        await bench.PostAsync(added);
        Reference(room)!["conversation"]!.ToJsonString().Should().Contain("""somethingNew":{"kept":null}""");
        Reference(room)!["recipient"]!["id"]!.ToString().Should().Be(ChannelBench.Officer);

        var removed = added.DeepClone().AsObject();
        removed["action"] = "remove";
        await bench.PostAsync(removed);
        bench.Read(s => s.Chats.Find("msteams", room))!.Reachable.Should().BeFalse();
        Reference(room).Should().BeNull();

        var moved = bench.Personal(ChannelBench.Officer, room, "帮助");
        moved["serviceUrl"] = bench.ChannelUrl + "/emea/";
        await bench.RepliesAsync(moved);
        bench.Read(s => s.Chats.Find("msteams", room))!.Reachable.Should().BeTrue();
        Reference(room)!["serviceUrl"]!.ToString().Should().EndWith("/emea/");
    }

    [Fact]
    public async Task A_person_is_greeted_once_with_a_card_whose_buttons_execute_and_fall_back_to_submit()
    {
        var room = bench.New("a:greet");
        var came = Came(bench.Personal(ChannelBench.Officer, room, ""), ChannelBench.Bot);
        var greeting = (await bench.RepliesAsync(came)).Should().ContainSingle().Which;
        greeting["text"].Should().BeNull("Teams would show it above the card again");
        greeting["summary"]!.ToString().Should().Contain("周晓燕");
        var card = greeting["attachments"]![0]!["content"]!;
        card["version"]!.ToString().Should().Be("1.4");
        var action = card["body"]!.AsArray().Single(b => b!["type"]!.ToString() == "ActionSet")!["actions"]![0]!;
        action["type"]!.ToString().Should().Be("Action.Execute");
        action["data"]!["say"]!.ToString().Should().Be("今日无线索");
        action["fallback"]!["type"]!.ToString().Should().Be("Action.Submit");
        action["fallback"]!["data"]!["msteams"]!["text"]!.ToString().Should().Be("今日无线索");

        (await bench.RepliesAsync(Came(bench.Personal(ChannelBench.Officer, room, ""), ChannelBench.Officer))).Should().BeEmpty();
    }

    [Fact]
    public async Task A_group_is_greeted_once_when_the_bot_comes_and_nobody_who_joins_later()
    {
        var room = bench.New("19:hello") + "@thread.v2";
        var first = await bench.RepliesAsync(Came(bench.Group(ChannelBench.Liaison, room, "", false), ChannelBench.Bot));
        first.Should().ContainSingle().Which["text"]!.ToString().Should().Contain("这个群是工作群").And.Contain("不保存");
        (await bench.RepliesAsync(Came(bench.Group(ChannelBench.Officer, room, "", false), ChannelBench.Bot))).Should().BeEmpty();
        (await bench.RepliesAsync(Came(bench.Group(ChannelBench.Liaison, room, "", false), ChannelBench.Officer, "29:new"))).Should().BeEmpty();

        var gone = bench.Group(ChannelBench.Liaison, room, "", false);
        gone["type"] = "conversationUpdate";
        gone["membersRemoved"] = new JsonArray(new JsonObject { ["id"] = ChannelBench.Bot });
        await bench.PostAsync(gone);
        bench.Read(s => s.Chats.Find("msteams", room))!.Reachable.Should().BeFalse();
    }

    [Fact]
    public async Task Of_a_stranger_who_installs_the_app_the_liaison_is_told_when_his_name_is_known()
    {
        await bench.RepliesAsync(bench.Personal(ChannelBench.Liaison, bench.New("a:liaison"), "帮助"));
        var (room, user) = (bench.New("a:nobody"), bench.New("29:nobody"));
        var before = bench.Read(s => s.Outbox.Newest());
        var came = Came(bench.Personal(user, room, ""), ChannelBench.Bot);
        came["from"] = new JsonObject { ["id"] = user, ["aadObjectId"] = "1" }; // as Teams tells it
        (await bench.RepliesAsync(came)).Should().ContainSingle().Which["text"]!.ToString().Should().Contain("说一句话");
        await bench.RepliesAsync(bench.Personal(user, room, "你好"));

        var after = bench.Read(s => s.Outbox.Newest());
        var rows = Enumerable.Range(1, (int)(after - before)).Select(i => bench.Read(s => s.Outbox.Get(before + i))).ToList();
        rows.Select(r => r.Reply).Should().BeEquivalentTo("stranger_unnamed", "stranger", "unknown_account");
        rows.Single(r => r.Reply == "unknown_account").Rendered.Should().Contain("“周 晓燕”");
    }

    [Fact]
    public async Task The_liaison_is_told_once_when_the_bot_is_taken_out_of_the_work_group()
    {
        await bench.RepliesAsync(bench.Personal(ChannelBench.Liaison, bench.New("a:liaison"), "帮助"));
        var room = bench.New("19:out") + "@thread.v2";
        var other = bench.New("19:other") + "@thread.v2";
        await bench.RepliesAsync(bench.Group(ChannelBench.Liaison, room, "这个群是工作群", true));
        await bench.RepliesAsync(bench.Group(ChannelBench.Officer, other, "帮助", true));
        var before = bench.Read(s => s.Outbox.Newest());

        await bench.PostAsync(Gone(room));
        await bench.PostAsync(Uninstalled(room));
        await bench.PostAsync(Gone(other));

        var after = bench.Read(s => s.Outbox.Newest());
        Enumerable.Range(1, (int)(after - before)).Select(i => bench.Read(s => s.Outbox.Get(before + i)).Reply).Should().Equal("group_cut_off");
    }

    [Fact]
    public async Task A_submitted_card_without_text_says_what_its_button_says()
    {
        foreach (var value in new JsonNode[] { new JsonObject { ["say"] = "帮助", ["input"] = "x" }, "帮助" })
        {
            var submit = bench.Personal(ChannelBench.Officer, bench.New("a:submit"), "");
            submit.Remove("text");
            submit["value"] = value;
            (await bench.RepliesAsync(submit))[0]["text"]!.ToString().Should().Contain("今日无线索");
        }
    }

    [Fact]
    public async Task A_button_submitted_in_a_group_speaks_to_the_bot_without_a_mention()
    {
        var submit = bench.Group(ChannelBench.Officer, bench.New("19:submit") + "@thread.v2", "帮助", false);
        submit["value"] = new JsonObject { ["say"] = "帮助" };
        (await bench.RepliesAsync(submit)).Should().ContainSingle();
    }

    [Fact]
    public async Task The_language_is_the_one_of_the_words_and_not_of_the_bots_name()
    {
        var room = bench.New("a:english");
        (await bench.RepliesAsync(bench.Group("29:english", room, "Who has not reported today?", true)))[0]["locale"]!.ToString().Should().Be("en-US");
    }

    [Fact]
    public async Task Expected_replies_come_again_word_for_word_when_the_message_does_and_nothing_is_sent()
    {
        var room = bench.New("a:again");
        var message = bench.Personal(ChannelBench.Officer, room, "组织志愿者清理河道垃圾9吨");
        var first = await bench.RepliesAsync(message);
        var second = await bench.RepliesAsync(message);
        second.Select(a => a.ToJsonString()).Should().Equal(first.Select(a => a.ToJsonString())).And.HaveCount(1);
        first[0]["replyToId"]!.ToString().Should().Be(message["id"]!.ToString());
        await bench.PostAsync(bench.Personal(ChannelBench.Officer, room, "帮助"));
        (await bench.SentAsync(room, 1)).Should().ContainSingle("only the last was to be sent");
    }

    [Fact]
    public async Task A_failed_turn_leaves_nothing_and_says_so_under_a_number()
    {
        var room = bench.New("a:fault");
        var message = bench.Personal(ChannelBench.Officer, room, Lead + ChannelBench.Trouble);
        (await bench.PostAsync(message)).Status.Should().Be(HttpStatusCode.OK);
        (await bench.SentAsync(room, 1))[0].Activity["text"]!.ToString().Should().MatchRegex("编号 [0-9a-z]{6}");
        (await bench.PostAsync(message)).Status.Should().Be(HttpStatusCode.OK);
        bench.Read(s => s.Ledger(bench.TheGroup).Leads.OfMessage(s.Chats.Find("msteams", room)!.Id, message["id"]!.ToString())).Should().BeEmpty();
        bench.Sent(room).Should().ContainSingle();
    }

    [Fact]
    public async Task Somebody_elses_mention_is_his_name_and_the_bots_is_nothing()
    {
        var room = bench.New("19:names") + "@thread.v2";
        var message = bench.Group(ChannelBench.Liaison, room, "<at>周晓燕</at>的电话", true);
        message["entities"]!.AsArray().Add((JsonNode)new JsonObject
        {
            ["type"] = "Mention", ["text"] = "<at>周晓燕</at>", ["mentioned"] = new JsonObject { ["id"] = ChannelBench.Officer, ["name"] = "周晓燕" },
        });
        (await bench.RepliesAsync(message))[0].ToJsonString().Should().Contain("19900000012");
    }

    private Lead LeadOf(string room, JsonObject message) => LeadsOf(room, message).Should().ContainSingle().Subject;

    private IReadOnlyList<Lead> LeadsOf(string room, JsonObject message) =>
        bench.Read(s => s.Ledger(bench.TheGroup).Leads.OfMessage(s.Chats.Find("msteams", room)!.Id, message["id"]!.ToString()));

    private JsonNode? Reference(string room) => bench.Read(s => s.Chats.Reference(s.Chats.Find("msteams", room)!.Id)) is { } json ? JsonNode.Parse(json) : null;

    private static JsonObject Changed(JsonObject message, string type, string eventType, string? text, string at)
    {
        var changed = message.DeepClone().AsObject();
        changed["type"] = type;
        changed["timestamp"] = at;
        changed["channelData"] = new JsonObject { ["eventType"] = eventType };
        changed["text"] = text;
        return changed;
    }

    private JsonObject Gone(string room)
    {
        var gone = bench.Group(ChannelBench.Officer, room, "", false);
        gone["type"] = "conversationUpdate";
        gone["membersRemoved"] = new JsonArray(new JsonObject { ["id"] = ChannelBench.Bot });
        return gone;
    }

    private JsonObject Uninstalled(string room)
    {
        var gone = bench.Group(ChannelBench.Officer, room, "", false);
        gone["type"] = "installationUpdate";
        gone["action"] = "remove";
        return gone;
    }

    private static JsonObject Came(JsonObject activity, params string[] members)
    {
        activity["type"] = "conversationUpdate";
        activity.Remove("text");
        activity["membersAdded"] = new JsonArray([.. members.Select(m => (JsonNode)new JsonObject { ["id"] = m })]);
        return activity;
    }
}
