namespace OfficerBot.Scenarios.Channels;

/// <summary>What the channel may answer to a post of the bot, and what must become of it.</summary>
public sealed class FaultTests(ChannelOffice office) : ChannelScenario(office), IClassFixture<ChannelOffice>
{
    private protected override bool GivesUp => true;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Too_many_requests_pause_their_conversation_for_as_long_as_told_and_no_other(bool asDate)
    {
        var anna = await Meeting.MeetAsync("白沙镇周晓燕");
        var bo = await Meeting.MeetAsync("莲湖镇肖雅琴");
        var end = DateTimeOffset.FromUnixTimeSeconds((await Channel.AskAsync("now"))["seconds"]!.GetValue<long>() + 5);
        var told = new Dictionary<string, string> { ["retry-after"] = asDate ? end.ToString("R", CultureInfo.InvariantCulture) : "1" };
        await Channel.FaultAsync(anna.Conversation, new { status = 429, headers = told }, asDate ? 1 : -1);

        var first = await anna.SayAsync("我还欠什么");
        await anna.AttemptsAsync(1);
        var second = await anna.SayAsync("几点截止");
        await bo.AskAsync("我还欠什么");
        var attempts = await anna.AttemptsAsync(2);
        await Channel.ReleaseAsync(anna.Conversation);

        (attempts[1].At - (asDate ? end.ToUnixTimeMilliseconds() - 1000 : attempts[0].At)).Should().BeGreaterThan(990);
        (await anna.HeardAsync(2)).Select(c => c.Target).Should().Equal(first, second);
        (await anna.AttemptsAsync(0)).TakeWhile(c => !c.Accepted).Should().OnlyContain(c => c.Target == first, "what comes after waits");
    }

    [Fact]
    public async Task A_fault_that_does_not_pass_ends_its_message_after_its_number_of_attempts_and_the_next_one_goes()
    {
        (int Status, int Least, int Most)[] faults = [(502, 2, 4), (503, 2, 4), (504, 2, 4), (500, 1, 2), (400, 1, 1), (405, 1, 1), (413, 1, 1)];

        await Task.WhenAll(faults.Select(f => LosesOneAsync(f.Status, f.Least, f.Most)));
    }

    [Fact]
    public async Task A_fault_that_passes_costs_nothing()
    {
        int[] faults = [502, 503, 504, 500, 412];

        await Task.WhenAll(faults.Select(ComesAgainAsync));
    }

    [Fact]
    public async Task Bearers_that_are_refused_are_fetched_anew_once()
    {
        var anna = await Meeting.MeetAsync("双桥镇李丹");
        await anna.AskAsync("我还欠什么");
        var before = (await Channel.StateAsync()).Tokens;
        await Channel.AskAsync("revoke");

        await anna.AskAsync("几点截止");
        (await Channel.StateAsync()).Tokens.Should().Be(before + 1);
        (await anna.AttemptsAsync(3)).Select(c => c.Outcome.ToString()).Should().Equal("200", "401", "200");
    }

    [Fact]
    public async Task A_channel_that_refuses_every_bearer_is_not_asked_for_ever()
    {
        var anna = await Meeting.MeetAsync("双桥镇陈国强");
        await Channel.FaultAsync(anna.Conversation, new { status = 401 });
        var before = (await Channel.StateAsync()).Tokens;
        await anna.SayAsync("我还欠什么");
        await Meeting.UntilNothingWaitsAsync(anna);
        await Channel.ReleaseAsync(anna.Conversation);

        (await anna.AttemptsAsync(2)).Should().HaveCount(2);
        (await Channel.StateAsync()).Tokens.Should().Be(before + 1);
        await anna.AskAsync("几点截止");
    }

    [Theory]
    [InlineData("reset before body")]
    [InlineData("reset after body")]
    public async Task A_line_cut_before_an_answer_is_tried_again_once(string fault)
    {
        var anna = await Meeting.MeetAsync("市水利局江河清");
        await Channel.FaultAsync(anna.Conversation, fault, 1);
        await anna.AskAsync("我还欠什么");
        (await anna.AttemptsAsync(2)).Should().HaveCount(2);
    }

    [Theory]
    [InlineData("reset after acceptance")]
    [InlineData("half-close")]
    public async Task A_line_cut_after_acceptance_doubles_a_message_at_most_once(string fault)
    {
        var anna = await Meeting.MeetAsync("市水利局江河清");
        await Channel.FaultAsync(anna.Conversation, fault);
        await anna.SayAsync("我还欠什么");
        await Meeting.UntilNothingWaitsAsync(anna);
        await Channel.ReleaseAsync(anna.Conversation);

        await anna.AnswersAsync(await anna.SayAsync("几点截止"));
        (await anna.AttemptsAsync(2)).Count.Should().BeInRange(2, 3);
    }

    [Fact]
    public async Task A_channel_that_hangs_in_one_conversation_holds_up_no_other()
    {
        var anna = await Meeting.MeetAsync("莲湖镇肖雅琴");
        var bo = await Meeting.MeetAsync("芦苇场易娟");
        await Channel.FaultAsync(anna.Conversation, "hang");
        var id = await anna.SayAsync("我还欠什么");
        await anna.AttemptsAsync(1);
        await bo.AskAsync("我还欠什么");
        await bo.AskAsync("几点截止");

        await Channel.ReleaseAsync(anna.Conversation);
        (await anna.AnswersAsync(id)).Should().ContainSingle();
    }

    [Theory]
    [InlineData(403, "BotNotInConversationRoster")]
    [InlineData(403, "ConversationBlockedByUser")]
    [InlineData(404, "ConversationNotFound")]
    public async Task A_chat_that_is_gone_is_left_alone_until_its_user_writes_again(int status, string code)
    {
        var anna = await Meeting.MeetAsync("白沙镇王建军");
        await Channel.FaultAsync(anna.Conversation, new { status, body = new { error = new { code, message = "" } } }, 1);
        await anna.SayAsync("我还欠什么");
        await Meeting.UntilNothingWaitsAsync(anna);
        Meeting.ChatOf(anna).Reachable.Should().BeFalse();
        (await anna.AttemptsAsync(1)).Should().ContainSingle();

        (await anna.AskAsync("几点截止")).Text.Should().NotBeEmpty();
        Meeting.ChatOf(anna).Reachable.Should().BeTrue();
    }

    [Theory]
    [InlineData(202, null)]
    [InlineData(200, "")]
    [InlineData(201, "no JSON")]
    [InlineData(200, "{\"id\":null}")]
    public async Task An_acceptance_without_an_id_is_an_acceptance(int status, string? body)
    {
        var anna = await Meeting.MeetAsync("莲湖镇肖雅琴");
        await Channel.FaultAsync(anna.Conversation, new { status, body }, 1);
        await anna.AskAsync("我还欠什么");
        await anna.AskAsync("几点截止");
        (await anna.AttemptsAsync(2)).Should().HaveCount(2);
    }

    [Fact]
    public async Task A_login_that_fails_for_a_while_delays_and_loses_nothing()
    {
        var anna = await Meeting.MeetAsync("市委宣传部黄拥军");
        await anna.AskAsync("我还欠什么");
        await Channel.AskAsync("loginFaults", new { faults = new object[] { 503, new { status = 429, headers = new Dictionary<string, string> { ["retry-after"] = "1" } } } });
        await Channel.AskAsync("revoke");
        await anna.AskAsync("几点截止");
    }

    [Fact]
    public async Task A_channel_that_cannot_be_reached_gets_everything_when_it_is_back()
    {
        var anna = await Meeting.MeetAsync("市融媒体中心钟祖彪");
        await anna.AskAsync("我还欠什么"); // keys and bearer are there
        await Channel.AskAsync("line", new { open = false });
        var ids = new[] { await anna.SayAsync("几点截止"), await anna.SayAsync("帮助") };
        await Channel.AskAsync("line", new { open = true });

        (await anna.HeardAsync(3)).Select(c => c.Target).Skip(1).Should().Equal(ids);
    }

    [Theory]
    [InlineData("outside")]
    [InlineData("http://127.0.0.1.nip.example.org/")]
    [InlineData("https://smba.trafficmanager.net.example.org/amer/")]
    public async Task A_service_address_that_is_not_allowed_gets_neither_message_nor_bearer(string address)
    {
        var anna = await Meeting.MeetAsync("市政务信息中心黄浩");
        var message = anna.Message("我还欠什么");
        message["serviceUrl"] = address == "outside" ? Channel.Outside : address;
        var answered = await Channel.SendAsync(message);

        answered.Status.Should().Be(403);
        (await Channel.StateAsync()).Outside.Should().BeEmpty();
        await anna.AskAsync("几点截止");
        (await anna.AttemptsAsync(1)).Should().ContainSingle();
    }

    private async Task ComesAgainAsync(int status)
    {
        var anna = await Meeting.MeetAsync("城东街道贺敏");
        await Channel.FaultAsync(anna.Conversation, new { status }, 1);
        await anna.AskAsync("我还欠什么");
        (await anna.AttemptsAsync(2)).Should().HaveCount(2, "of {0}", status);
    }

    private async Task LosesOneAsync(int status, int least, int most)
    {
        var anna = await Meeting.MeetAsync("芦苇场易娟");
        await Channel.FaultAsync(anna.Conversation, new { status });
        var lost = await anna.SayAsync("我还欠什么");
        await Meeting.UntilNothingWaitsAsync(anna);
        await Channel.ReleaseAsync(anna.Conversation);

        await anna.AskAsync("几点截止");
        (await anna.HeardAsync(1)).Should().ContainSingle();
        (await anna.AttemptsAsync(0)).Count(c => c.Target == lost).Should().BeInRange(least, most, "of {0}", status);
    }
}
