using System.Diagnostics;
using System.Net.WebSockets;
using OfficerBot.Protocol.DirectLine;
using OfficerBot.Tests.Protocol.Host;

namespace OfficerBot.Tests.Protocol.DirectLine;

public sealed class StreamTests : IAsyncLifetime
{
    private DirectLineServer server = null!; // set before each test
    private DirectLineClient site = null!;

    public async Task InitializeAsync()
    {
        server = await DirectLineServer.StartAsync(DirectLineServer.Settings with { KeepAlive = TimeSpan.FromMilliseconds(50) });
        site = DirectLineClient.WithSecret(server);
    }

    public async Task DisposeAsync()
    {
        site.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task What_is_posted_arrives_on_the_stream_echo_before_answer()
    {
        var start = await site.PostAsync("conversations");
        using var stream = await WireSocket.OpenAsync(start["streamUrl"]!);

        await site.SayAsync(start["conversationId"]!, "hello");

        (await stream.NextActivitiesAsync(2)).Select(a => (string?)a["text"]).Should().Equal("hello", "echo: hello");
    }

    [Fact]
    public async Task What_was_said_between_start_and_socket_is_not_lost()
    {
        var start = await site.PostAsync("conversations");
        await site.SayAsync(start["conversationId"]!, "early");

        using var stream = await WireSocket.OpenAsync(start["streamUrl"]!);
        var frames = new[] { await stream.NextAsync(), await stream.NextAsync() };

        frames.Select(f => (string?)f["activities"]!.AsArray().Single()!["text"]).Should().Equal("early", "echo: early");
        frames.Select(f => (string?)f["watermark"]).Should().Equal("1", "2");
    }

    [Fact]
    public async Task A_reconnect_brings_everything_after_the_watermark_and_nothing_before()
    {
        var id = (await site.PostAsync("conversations"))["conversationId"]!;
        await site.SayAsync(id, "old");
        await site.SayAsync(id, "new");

        var back = await site.GetAsync($"conversations/{id}?watermark=2");
        using var stream = await WireSocket.OpenAsync(back["streamUrl"]!);

        (await stream.NextActivitiesAsync(2)).Select(a => (string?)a["text"]).Should().Equal("new", "echo: new");
    }

    [Fact]
    public async Task A_long_log_arrives_whole_and_in_order()
    {
        var start = await site.PostAsync("conversations");
        for (var i = 0; i < 60; i++)
        {
            await site.SayAsync(start["conversationId"]!, $"{i}");
        }

        using var stream = await WireSocket.OpenAsync(start["streamUrl"]!);
        var ids = (await stream.NextActivitiesAsync(120)).Select(a => a["id"]!.ToString()).ToList();

        ids.Should().HaveCount(120).And.OnlyHaveUniqueItems().And.BeInAscendingOrder(StringComparer.Ordinal);
    }

    [Fact]
    public async Task An_idle_stream_gets_empty_frames()
    {
        var start = await site.PostAsync("conversations");
        using var stream = await WireSocket.OpenAsync(start["streamUrl"]!);

        (await stream.NextTextAsync()).Should().BeEmpty();
        (await stream.NextTextAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task What_a_client_sends_over_the_socket_is_ignored()
    {
        var start = await site.PostAsync("conversations");
        using var stream = await WireSocket.OpenAsync(start["streamUrl"]!);

        await stream.SendAsync("");
        await stream.SendAsync("{\"type\":\"message\",\"text\":\"not here\"}");
        await site.SayAsync(start["conversationId"]!, "here");

        (await stream.NextActivitiesAsync(2)).Select(a => (string?)a["text"]).Should().Equal("here", "echo: here");
    }

    [Fact]
    public async Task Typing_passes_by_without_id_or_watermark_and_is_not_logged()
    {
        var start = await site.PostAsync("conversations");
        using var stream = await WireSocket.OpenAsync(start["streamUrl"]!);

        var posted = await site.PostAsync($"conversations/{start["conversationId"]}/activities", """{"type":"typing","from":{"id":"anna"}}""");
        var frame = await stream.NextAsync();

        posted.Status.Should().Be(200);
        frame["watermark"].Should().BeNull();
        frame["activities"]![0]!["type"]!.ToString().Should().Be("typing");
        frame["activities"]![0]!["id"].Should().BeNull();
        (await site.ReadAsync(start["conversationId"]!)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_stream_address_must_be_opened_within_a_minute()
    {
        var start = await site.PostAsync("conversations");
        server.Clock.Advance(TimeSpan.FromSeconds(61));

        (await WireSocket.TryOpenAsync(start["streamUrl"]!)).Should().Be(403);
    }

    [Fact]
    public async Task A_stream_without_its_token_or_with_an_access_token_is_refused()
    {
        var start = await site.PostAsync("conversations");
        var address = start["streamUrl"]!.Split("&t=")[0];

        (await WireSocket.TryOpenAsync(address)).Should().Be(403);
        (await WireSocket.TryOpenAsync($"{address}&t={start["token"]}")).Should().Be(403);
    }

    [Fact]
    public async Task A_stream_token_opens_no_other_conversation()
    {
        var mine = await site.PostAsync("conversations");
        var other = await site.PostAsync("conversations");

        var mixed = other["streamUrl"]!.Split("&t=")[0] + "&t=" + mine["streamUrl"]!.Split("&t=")[1];

        (await WireSocket.TryOpenAsync(mixed)).Should().Be(403);
    }

    [Fact]
    public async Task A_stream_of_what_is_over_answers_404()
    {
        var start = await site.PostAsync("conversations");
        server.Office.Forget(start["conversationId"]!);

        (await WireSocket.TryOpenAsync(start["streamUrl"]!)).Should().Be(404);
    }

    [Fact]
    public async Task A_plain_request_for_a_stream_answers_400()
    {
        var start = await site.PostAsync("conversations");

        var answer = await site.GetAsync(new Uri(start["streamUrl"]!).PathAndQuery["/v3/directline/".Length..]);

        answer.Status.Should().Be(400);
    }

    [Fact]
    public async Task The_voice_stream_is_not_offered()
    {
        var start = await site.PostAsync("conversations");

        (await WireSocket.TryOpenAsync(start["streamUrl"]!.Replace("/stream?", "/stream/multimodal?"))).Should().Be(404);
    }

    [Fact]
    public async Task A_sixth_window_of_one_user_is_refused_until_another_closes()
    {
        var start = await site.PostAsync("conversations");
        var open = new List<WireSocket>();
        for (var i = 0; i < DirectLineHub.SocketsPerUser; i++)
        {
            open.Add(await WireSocket.OpenAsync(start["streamUrl"]!));
        }

        (await WireSocket.TryOpenAsync(start["streamUrl"]!)).Should().Be(429);
        await open[0].CloseAsync();
        using var sixth = await OpenWhenThereIsRoomAsync(start["streamUrl"]!);
        await site.SayAsync(start["conversationId"]!, "to all");

        foreach (var stream in open.Skip(1).Append(sixth))
        {
            (await stream.NextActivitiesAsync(2))[0]["text"]!.ToString().Should().Be("to all");
        }

        open.ForEach(stream => stream.Dispose());
    }

    [Fact]
    public async Task At_the_end_of_the_token_the_stream_closes_normally()
    {
        var start = await site.PostAsync("conversations");
        using var stream = await WireSocket.OpenAsync(start["streamUrl"]!);

        server.Clock.Advance(TimeSpan.FromMinutes(30));

        (await LastTextAsync(stream)).Should().BeNull();
        stream.CloseStatus.Should().Be(WebSocketCloseStatus.NormalClosure);
    }

    [Fact]
    public async Task A_renewed_token_keeps_the_stream_open()
    {
        var token = await site.PostAsync("tokens/generate", """{"user":{"id":"dl_anna"}}""");
        using var client = new DirectLineClient(server.Root, token["token"]);
        var start = await client.PostAsync("conversations");
        using var stream = await WireSocket.OpenAsync(start["streamUrl"]!);

        server.Clock.Advance(TimeSpan.FromMinutes(20));
        (await client.PostAsync("tokens/refresh")).Status.Should().Be(200);
        server.Clock.Advance(TimeSpan.FromMinutes(20));
        (await stream.NextTextAsync()).Should().BeEmpty();
        (await stream.NextTextAsync()).Should().BeEmpty();
        server.Office.Say(start["conversationId"]!, "still here");

        (await stream.NextActivitiesAsync(1))[0]["text"]!.ToString().Should().Be("still here");
    }

    [Fact]
    public async Task When_the_service_stops_streams_are_told_that_it_goes_away()
    {
        var start = await site.PostAsync("conversations");
        using var stream = await WireSocket.OpenAsync(start["streamUrl"]!);

        var restart = server.RestartAsync();
        var last = await LastTextAsync(stream);
        server = await restart;

        last.Should().BeNull();
        stream.CloseStatus.Should().Be(WebSocketCloseStatus.EndpointUnavailable);
    }

    [Fact]
    public async Task A_conversation_that_ends_closes_its_streams()
    {
        var start = await site.PostAsync("conversations");
        using var stream = await WireSocket.OpenAsync(start["streamUrl"]!);

        server.Hub.Ended(start["conversationId"]!);

        (await LastTextAsync(stream)).Should().BeNull();
    }

    [Fact]
    public async Task An_update_comes_again_on_the_stream_under_its_old_id()
    {
        var start = await site.PostAsync("conversations");
        var card = server.Office.Say(start["conversationId"]!, "3 owe");
        using var stream = await WireSocket.OpenAsync(start["streamUrl"]!);
        await stream.NextActivitiesAsync(1);

        server.Office.Update(start["conversationId"]!, card, "2 owe");
        var again = (await stream.NextActivitiesAsync(1))[0];

        ((string?)again["id"], (string?)again["text"]).Should().Be((card, "2 owe"));
    }

    [Fact]
    public async Task Windows_that_take_nothing_are_cut_and_the_one_that_reads_gets_everything()
    {
        await using var impatient = await DirectLineServer.StartAsync(DirectLineServer.Settings with { SendTimeout = TimeSpan.FromSeconds(1) });
        using var client = DirectLineClient.WithSecret(impatient);
        var start = await client.PostAsync("conversations");
        var asleep = new List<WireSocket>();
        for (var i = 0; i < DirectLineHub.SocketsPerUser; i++)
        {
            asleep.Add(await WireSocket.OpenAsync(start["streamUrl"]!));
        }

        var last = "";
        for (var i = 0; i < 100; i++)
        {
            last = impatient.Office.Say(start["conversationId"]!, new string('x', 200_000));
        }

        using var awake = await OpenWhenThereIsRoomAsync(start["streamUrl"]!);
        var all = await awake.NextActivitiesAsync(100);

        ((string?)all[^1]["id"]).Should().Be(last);
        asleep.ForEach(window => window.Dispose());
    }

    private static async Task<string?> LastTextAsync(WireSocket stream)
    {
        string? text;
        do
        {
            text = await stream.NextTextAsync();
        }
        while (text is "");

        return text;
    }

    /// <summary>The server notices a closed window a moment after its client.</summary>
    private static async Task<WireSocket> OpenWhenThereIsRoomAsync(string address)
    {
        var begin = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return await WireSocket.OpenAsync(address);
            }
            catch (WebSocketException) when (Stopwatch.GetElapsedTime(begin) < TimeSpan.FromSeconds(15))
            {
                await Task.Yield();
            }
        }
    }
}
