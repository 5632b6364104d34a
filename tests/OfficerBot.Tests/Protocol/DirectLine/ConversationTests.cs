using OfficerBot.Protocol.DirectLine;
using OfficerBot.Tests.Protocol.Host;

namespace OfficerBot.Tests.Protocol.DirectLine;

public sealed class ConversationTests : IAsyncLifetime
{
    private DirectLineServer server = null!; // set before each test
    private DirectLineClient site = null!;

    public async Task InitializeAsync()
    {
        server = await DirectLineServer.StartAsync();
        site = DirectLineClient.WithSecret(server);
    }

    public async Task DisposeAsync()
    {
        site.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task A_generated_token_opens_a_conversation_that_the_bot_has_not_heard_of()
    {
        var answer = await site.PostAsync("tokens/generate");

        answer.Status.Should().Be(200);
        answer["expires_in"].Should().Be("1800");
        answer["streamUrl"].Should().BeNull();
        server.Office.FirstContacts.Should().BeEmpty();
        using var client = new DirectLineClient(server.Root, answer["token"]);
        (await client.SayAsync(answer["conversationId"]!, "too early")).Should().Match<WireAnswer>(a => a.Status == 404 && a.ErrorCode == "ConversationNotFound");
    }

    [Fact]
    public async Task Starting_answers_201_first_and_200_again_and_greets_once()
    {
        var (client, token) = await ClientAsync("""{"user":{"id":"dl_anna"}}""");
        using var _ = client;

        var first = await client.PostAsync("conversations", """{"locale":"zh-CN"}""");
        var again = await client.PostAsync("conversations", "{}");

        first.Status.Should().Be(201);
        again.Status.Should().Be(200);
        first["conversationId"].Should().Be(token["conversationId"]).And.Be(again["conversationId"]);
        first["streamUrl"].Should().StartWith("ws://127.0.0.1");
        server.Office.FirstContacts.Should().Equal(
            new StartedConversation(token["conversationId"]!, new DirectLineUser("dl_anna"), "zh-CN"));
    }

    [Fact]
    public async Task The_secret_starts_a_new_conversation_each_time()
    {
        var one = await site.PostAsync("conversations", """{"user":{"id":"anna"}}""");
        var two = await site.PostAsync("conversations");

        one.Status.Should().Be(201);
        two.Status.Should().Be(201);
        one["conversationId"].Should().NotBe(two["conversationId"]).And.MatchRegex("^[0-9A-Za-z]{22}$");
        server.Office.FirstContacts.Select(c => c.User?.Id).Should().Equal("anna", null);
    }

    [Fact]
    public async Task Coming_back_gives_a_fresh_token_and_a_stream_from_the_watermark()
    {
        var id = await StartAsync();

        var answer = await site.GetAsync($"conversations/{id}?watermark=3");

        answer.Status.Should().Be(200);
        answer["token"].Should().NotBeNullOrEmpty();
        answer["streamUrl"].Should().Contain("watermark=3");
    }

    [Fact]
    public async Task Coming_back_to_what_is_over_answers_404()
    {
        var id = await StartAsync();
        server.Office.Forget(id);

        var answer = await site.GetAsync($"conversations/{id}");

        answer.Status.Should().Be(404);
        answer.ErrorCode.Should().Be("ConversationNotFound");
    }

    [Fact]
    public async Task The_sender_reads_his_own_message_before_its_answer()
    {
        var id = await StartAsync();

        var posted = await site.SayAsync(id, "早上好", "mark-1");
        var activities = await site.ReadAsync(id);

        posted.Status.Should().Be(200);
        posted["id"].Should().Be($"{id}|0000000");
        activities.Select(a => (string?)a["id"]).Should().Equal($"{id}|0000000", $"{id}|0000001");
        activities[0]["channelData"]!["clientActivityID"]!.ToString().Should().Be("mark-1");
        activities[1]["replyToId"]!.ToString().Should().Be($"{id}|0000000");
        activities[1]["text"]!.ToString().Should().Be("echo: 早上好");
    }

    [Fact]
    public async Task Timestamps_rise_by_a_millisecond_while_the_clock_stands_still()
    {
        var id = await StartAsync();
        await site.SayAsync(id, "one");
        await site.SayAsync(id, "two");

        var times = (await site.ReadAsync(id)).Select(a => (string?)a["timestamp"]);

        times.Should().Equal(
            "2026-03-01T23:59:58.000Z", "2026-03-01T23:59:58.001Z", "2026-03-01T23:59:58.002Z", "2026-03-01T23:59:58.003Z");
    }

    [Fact]
    public async Task A_repeat_of_a_post_answers_the_first_id_and_adds_nothing()
    {
        var id = await StartAsync();

        var first = await site.SayAsync(id, "once", "mark-1");
        var repeat = await site.SayAsync(id, "once", "mark-1");

        repeat["id"].Should().Be(first["id"]);
        (await site.ReadAsync(id)).Should().HaveCount(2);
    }

    [Fact]
    public async Task Polling_goes_on_from_the_watermark_and_an_empty_set_keeps_it()
    {
        var id = await StartAsync();
        await site.SayAsync(id, "one");

        var first = await site.GetAsync($"conversations/{id}/activities");
        var nothing = await site.GetAsync($"conversations/{id}/activities?watermark={first["watermark"]}");
        await site.SayAsync(id, "two");
        var next = await site.ReadAsync(id, nothing["watermark"]!);

        first["watermark"].Should().Be("2");
        nothing.Json["activities"]!.AsArray().Should().BeEmpty();
        nothing["watermark"].Should().Be("2");
        next.Select(a => (string?)a["text"]).Should().Equal("two", "echo: two");
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("nonsense")]
    [InlineData("-7")]
    [InlineData("99999999999999999999")]
    [InlineData("7000")]
    public async Task A_watermark_that_names_no_place_replays_everything(string watermark)
    {
        var id = await StartAsync();
        await site.SayAsync(id, "one");

        (await site.ReadAsync(id, watermark)).Should().HaveCount(2);
    }

    [Fact]
    public async Task A_failing_store_looks_like_silence_to_a_poll()
    {
        var id = await StartAsync();
        server.Office.Broken = new IOException("disk");

        var answer = await site.GetAsync($"conversations/{id}/activities?watermark=5");

        answer.Status.Should().Be(200);
        answer.Json.ToJsonString().Should().Be("""{"activities":[],"watermark":"5"}""");
    }

    [Fact]
    public async Task A_failing_store_answers_a_post_with_500_so_that_the_client_tries_again()
    {
        var id = await StartAsync();
        server.Office.Broken = new IOException("disk");

        var answer = await site.SayAsync(id, "one");

        answer.Status.Should().Be(500);
        answer.ErrorCode.Should().Be("ServiceError");
    }

    [Fact]
    public async Task An_update_keeps_id_and_time_and_comes_again_with_a_new_watermark()
    {
        var id = await StartAsync();
        var card = server.Office.Say(id, "3 owe");
        server.Office.Say(id, "later");
        var before = await site.GetAsync($"conversations/{id}/activities");

        server.Office.Update(id, card, "2 owe");
        var after = await site.GetAsync($"conversations/{id}/activities?watermark={before["watermark"]}");

        after["watermark"].Should().Be("3");
        var updated = after.Json["activities"]!.AsArray().Single()!;
        updated["id"]!.ToString().Should().Be(card);
        updated["text"]!.ToString().Should().Be("2 owe");
        updated["timestamp"]!.ToString().Should().Be(before.Json["activities"]![0]!["timestamp"]!.ToString());
        updated["from"]!["role"]!.ToString().Should().Be("bot");
        (await site.ReadAsync(id)).Should().HaveCount(2);
    }

    [Fact]
    public async Task Ids_and_watermarks_go_on_after_a_restart()
    {
        var id = await StartAsync();
        await site.SayAsync(id, "before");
        var watermark = (await site.GetAsync($"conversations/{id}/activities"))["watermark"]!;

        server = await server.RestartAsync();
        var posted = await site.SayAsync(id, "after");

        posted["id"].Should().Be($"{id}|0000002");
        (await site.ReadAsync(id, watermark)).Select(a => (string?)a["text"]).Should().Equal("after", "echo: after");
    }

    private async Task<string> StartAsync() => (await site.PostAsync("conversations"))["conversationId"]!;

    private async Task<(DirectLineClient Client, WireAnswer Token)> ClientAsync(string wish)
    {
        var token = await site.PostAsync("tokens/generate", wish);
        return (new DirectLineClient(server.Root, token["token"]), token);
    }
}
