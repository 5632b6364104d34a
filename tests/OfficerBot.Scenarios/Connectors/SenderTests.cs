using System.Text.Json.Nodes;
using OfficerBot.Requests;
using OfficerBot.Tests.Protocol.Connector;

namespace OfficerBot.Scenarios.Connectors;

/// <summary>Answers and reminders on their way to a channel, over real sockets; machine time stands until the test moves it.</summary>
public sealed class SenderTests : IAsyncLifetime
{
    private TeamsOffice _teams = null!; // opened before each test
    private string _officer = "";

    public async Task InitializeAsync()
    {
        _teams = await TeamsOffice.OpenAsync();
        _officer = await _teams.OfficerAsync("白沙镇", "29:bai");
    }

    public async Task DisposeAsync() => await _teams.DisposeAsync();

    [Fact]
    public async Task An_answer_leaves_as_soon_as_its_turn_is_kept_without_a_beat()
    {
        await _teams.SayAsync(_officer, "组织志愿者清理河道垃圾3吨");
        var asked = _teams.Look().Should().ContainSingle().Which;
        (asked.Method, asked.Target).Should().Be(("POST", "/amer/v3/conversations/a%3A29%3Abai/activities/m1"));
        var activity = JsonNode.Parse(asked.Body)!;
        (activity["from"]!["id"]!.ToString(), activity["recipient"]!["id"]!.ToString(), activity["conversation"]!["id"]!.ToString(), activity["replyToId"]!.ToString())
            .Should().Be((TeamsOffice.Bot, _officer, "a:29:bai", "m1"));
        activity["text"]!.ToString().Should().Contain("0916-01");
        _teams.Office.Store.Read(s => s.Outbox.Waiting()).Should().Be(0);
        _teams.Office.Store.Read(s => s.Outbox.Get(s.Outbox.Newest()).ActivityId).Should().Be("sent-1");
    }

    [Fact]
    public async Task A_message_that_has_to_wait_holds_back_its_own_conversation_and_no_other()
    {
        var other = await _teams.OfficerAsync("融媒体", "29:rong");
        _teams.Channel.Answers.Enqueue(FakeHost.Says(429, "", "Retry-After", "7"));
        await _teams.SayAsync(_officer, "组织志愿者清理河道垃圾3吨");
        await _teams.SayAsync(_officer, "我还欠什么");
        await _teams.SayAsync(other, "我还欠什么");
        _teams.Look().Select(a => a.Target[^2..]).Should().Equal("m1", "m3");
        await _teams.PassAsync(6.9);
        _teams.Look().Should().BeEmpty();
        await _teams.PassAsync(0.2);
        _teams.Look().Select(a => a.Target[^2..]).Should().Equal("m1", "m2");
    }

    [Fact]
    public async Task What_waits_goes_on_waiting_over_a_restart_and_is_sent_once()
    {
        var working = _teams.Channel.Otherwise;
        _teams.Channel.Otherwise = FakeHost.Says(429, "", "Retry-After", "60");
        await _teams.SayAsync(_officer, "组织志愿者清理河道垃圾3吨");
        await _teams.SayAsync(_officer, "我还欠什么");
        var before = _teams.Look().Should().ContainSingle().Which;
        await _teams.Office.StopAsync();
        _teams.Channel.Otherwise = working;
        await _teams.Office.StartAsync();
        await _teams.Office.SettledAsync();
        var after = _teams.Look();
        after.Select(a => a.Target[^2..]).Should().Equal("m1", "m2");
        after[0].Body.Should().Be(before.Body);
        await _teams.Office.RestartAsync();
        await _teams.Office.SettledAsync();
        _teams.Look().Should().BeEmpty();
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_conversation_told_to_rest_for_long_loses_nothing_keeps_its_order_and_is_left_alone_over_a_restart(int status)
    {
        _teams.Channel.Answers.Enqueue(FakeHost.Says(status, "", "Retry-After", "1800"));
        await _teams.SayAsync(_officer, "组织志愿者清理河道垃圾3吨");
        await _teams.SayAsync(_officer, "我还欠什么");
        _teams.Look().Select(a => a.Target[^2..]).Should().Equal("m1");
        await _teams.PassAsync(900);
        await _teams.Office.RestartAsync();
        await _teams.SayAsync(_officer, "几点截止");
        await _teams.PassAsync(890);
        _teams.Look().Should().BeEmpty();
        _teams.Office.Store.Read(s => s.Outbox.Waiting()).Should().Be(3);
        await _teams.PassAsync(11);
        _teams.Look().Select(a => a.Target[^2..]).Should().Equal("m1", "m2", "m3");
        _teams.Office.Store.Read(s => s.Outbox.Waiting()).Should().Be(0);
    }

    [Fact]
    public async Task What_follows_a_message_given_up_waits_as_the_channel_told()
    {
        var working = _teams.Channel.Otherwise;
        _teams.Channel.Otherwise = FakeHost.Says(429, "", "Retry-After", "3600");
        await _teams.SayAsync(_officer, "组织志愿者清理河道垃圾3吨");
        await _teams.SayAsync(_officer, "我还欠什么");
        await _teams.PassAsync(3600);
        await _teams.PassAsync(3600);
        _teams.Look().Select(a => a.Target[^2..]).Should().Equal("m1", "m1", "m1");
        _teams.Channel.Otherwise = working;
        await _teams.PassAsync(3590);
        _teams.Look().Should().BeEmpty();
        await _teams.PassAsync(20);
        _teams.Look().Select(a => a.Target[^2..]).Should().Equal("m2");
    }

    [Fact]
    public async Task More_than_a_lane_holds_is_read_from_the_store_in_order()
    {
        _teams.Channel.Answers.Enqueue(FakeHost.Says(429, "", "Retry-After", "7"));
        for (var i = 0; i < 70; i++)
        {
            await _teams.SayAsync(_officer, "我还欠什么");
        }

        _teams.Look().Should().ContainSingle();
        await _teams.PassAsync(8);
        _teams.Look().Select(a => int.Parse(a.Target[(a.Target.LastIndexOf('m') + 1)..])).Should().Equal(Enumerable.Range(1, 70));
        await _teams.SayAsync(_officer, "我还欠什么");
        _teams.Look().Should().ContainSingle();
    }

    [Fact]
    public async Task What_broke_off_after_it_was_sent_is_sent_once_more_and_then_given_up()
    {
        _teams.Channel.Otherwise = FakeHost.Breaks;
        await _teams.SayAsync(_officer, "我还欠什么");
        await _teams.PassAsync(2);
        await _teams.PassAsync(60);
        var asked = _teams.Look();
        asked.Should().HaveCount(2);
        asked[1].Body.Should().Be(asked[0].Body);
        _teams.Office.Store.Read(s => s.Outbox.Waiting()).Should().Be(0);
        _teams.Office.Errors.Lines.Should().Contain(e => e.Contains("given up"));
    }

    [Fact]
    public async Task A_closed_chat_gets_nothing_until_its_person_writes_again()
    {
        _teams.Channel.Answers.Enqueue(FakeHost.Says(403, """{"error":{"code":"ConversationBlockedByUser","message":"x"}}"""));
        await _teams.SayAsync(_officer, "我还欠什么");
        var chat = _teams.Office.Store.Read(s => s.Chats.Find("msteams", "a:29:bai"))!;
        chat.Reachable.Should().BeFalse();
        _teams.Look().Should().ContainSingle();
        await _teams.SayAsync(_officer, "我还欠什么");
        _teams.Look().Should().ContainSingle();
        _teams.Office.Store.Read(s => s.Chats.Get(chat.Id).Reachable).Should().BeTrue();
    }

    [Fact]
    public async Task Expected_replies_are_not_sent_a_second_time()
    {
        await _teams.SayAsync(_officer, "我还欠什么", "expectReplies");
        _teams.Look().Should().BeEmpty();
        await _teams.Office.RestartAsync();
        await _teams.Office.SettledAsync();
        _teams.Look().Should().BeEmpty();
    }

    [Fact]
    public async Task A_card_in_a_group_is_replaced_in_place_and_sent_anew_where_that_cannot_be()
    {
        await GroupAsync(TeamsOffice.GroupChat, "groupChat");
        await _teams.Office.MoveClockAsync("11:12");
        await _teams.Office.BeatAsync();
        var posted = _teams.Look().Where(Concerns(TeamsOffice.GroupChat)).Should().ContainSingle().Which;
        posted.Method.Should().Be("POST");
        var id = _teams.Office.Store.Read(s => s.Outbox.Get(s.Outbox.Newest()).ActivityId);
        await _teams.Office.MoveClockAsync("12:00");
        await _teams.Office.BeatAsync();
        var put = _teams.Look().Where(Concerns(TeamsOffice.GroupChat)).First(a => a.Method == "PUT");
        put.Target.Should().EndWith("/activities/" + id);
        JsonNode.Parse(put.Body)!["id"]!.ToString().Should().Be(id);
    }

    [Fact]
    public async Task A_card_that_cannot_be_replaced_is_sent_anew()
    {
        await GroupAsync(TeamsOffice.GroupChat, "groupChat");
        await _teams.Office.MoveClockAsync("11:12");
        await _teams.Office.BeatAsync();
        _teams.Look();
        var working = _teams.Channel.Otherwise;
        _teams.Channel.Otherwise = http => http.Request.Method == "PUT" ? FakeHost.Says(405)(http) : working(http);
        await _teams.Office.MoveClockAsync("12:00");
        await _teams.Office.BeatAsync();
        _teams.Look().Where(Concerns(TeamsOffice.GroupChat)).Select(a => a.Method).Take(2).Should().Equal("PUT", "POST");
    }

    [Fact]
    public async Task What_is_said_unasked_in_a_Teams_channel_begins_a_thread_of_its_own()
    {
        const string Channel = "19:room@thread.tacv2";
        await GroupAsync(Channel, "channel");
        await _teams.Office.MoveClockAsync("11:12");
        await _teams.Office.BeatAsync();
        var created = _teams.Look().First(a => a.Target == "/amer/v3/conversations");
        var body = JsonNode.Parse(created.Body)!;
        body["isGroup"]!.GetValue<bool>().Should().BeTrue();
        body["channelData"]!["channel"]!["id"]!.ToString().Should().Be(Channel);
        body["activity"]!["attachments"]!.AsArray().Should().NotBeEmpty();
    }

    [Fact]
    public async Task Whoever_has_spoken_in_a_group_alone_is_reminded_in_a_private_chat_that_is_opened_for_him()
    {
        var officer = await _teams.OfficerAsync("融媒体", "29:rong");
        await GroupAsync(TeamsOffice.GroupChat, "groupChat", officer);
        var working = _teams.Channel.Otherwise;
        _teams.Channel.Otherwise = http => http.Request.Path == "/amer/v3/conversations" ? FakeHost.Says(201, """{"id":"a:opened"}""")(http) : working(http);
        await _teams.Office.MoveClockAsync("11:45");
        await _teams.Office.BeatAsync();
        var asked = _teams.Look();
        var created = asked.Single(a => a.Target == "/amer/v3/conversations");
        JsonNode.DeepEquals(JsonNode.Parse(created.Body), new JsonObject
        {
            ["isGroup"] = false, ["bot"] = new JsonObject { ["id"] = TeamsOffice.Bot }, ["members"] = new JsonArray(new JsonObject { ["id"] = officer }),
            ["tenantId"] = "tenant", ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = "tenant" } },
        }).Should().BeTrue(created.Body);
        asked.Where(Concerns("a:opened")).Should().NotBeEmpty().And.AllSatisfy(a => a.Target.Should().Be("/amer/v3/conversations/a%3Aopened/activities"));
        await _teams.Office.RestartAsync();
        _teams.Office.Store.Read(s => s.Chats.Find("msteams", "a:opened")).Should().NotBeNull();
    }

    private async Task GroupAsync(string conversation, string type, string? user = null)
    {
        await _teams.SayInAsync(conversation, type, user ?? _officer, "我还欠什么");
        var group = _teams.Office.Store.Read(s => s.Notices.Groups()[0]);
        await _teams.Office.DoAsync(new OperatorRequest.Link("msteams", conversation, group.Value));
        _teams.Look();
    }

    private static Func<Asked, bool> Concerns(string conversation) => a => a.Target.Contains(Uri.EscapeDataString(conversation), StringComparison.Ordinal);
}
