using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace OfficerBot.Tests.Doors;

/// <summary>Files that come with a channel's message, and bodies that are none.</summary>
public sealed class ChannelFilesTests(ChannelBench bench) : IClassFixture<ChannelBench>
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13];

    [Fact]
    public async Task Pictures_are_fetched_whether_they_lie_at_the_channel_in_Teams_files_or_in_the_message()
    {
        var room = bench.New("a:files");
        var message = bench.Personal(ChannelBench.Officer, room, "组织志愿者清理河道垃圾11吨");
        message["attachments"] = new JsonArray(
            new JsonObject { ["contentType"] = "text/html", ["content"] = "<p>组织志愿者清理河道垃圾11吨</p>" },
            new JsonObject { ["contentType"] = "image/*", ["contentUrl"] = bench.Put("a.png", "image/png", Png), ["name"] = "a.png" },
            new JsonObject
            {
                ["contentType"] = "application/vnd.microsoft.teams.file.download.info", ["contentUrl"] = "https://example.org/view", ["name"] = "b.png",
                ["content"] = new JsonObject { ["downloadUrl"] = bench.Put("b.png", "image/png", [.. Png, 1]), ["fileType"] = "png" },
            },
            new JsonObject { ["contentType"] = "image/png", ["contentUrl"] = "data:image/png;base64," + Convert.ToBase64String([.. Png, 2]), ["name"] = "c.png" });
        await bench.PostAsync(message);
        bench.Read(s => s.Ledger(bench.TheGroup).Leads.OfMessage(s.Chats.Find("msteams", room)!.Id, message["id"]!.ToString())).Should().ContainSingle()
            .Which.Pictures.Should().Be(3);
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("https://example.org/a.png")]
    [InlineData("http://127.0.0.1:1/a.png")]
    [InlineData("file:///etc/passwd")]
    [InlineData("not an address")]
    public async Task What_cannot_be_had_is_named_and_the_rest_is_taken(string address)
    {
        var room = bench.New("a:lost");
        var message = bench.Personal(ChannelBench.Officer, room, $"组织志愿者清理沟渠{room.GetHashCode(StringComparison.Ordinal) & 0xFFFF}米");
        message["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "image/png", ["contentUrl"] = address, ["name"] = "../x/现场.png" });
        var replies = await bench.RepliesAsync(message);
        replies[0]["text"]!.ToString().Should().Contain("0916-");
        replies[^1]["text"]!.ToString().Should().Contain("没有收到（现场.png）");
    }

    [Theory]
    [InlineData("组织志愿者清理河道淤泥41吨", false, true)]
    [InlineData("帮助", true, true)]
    [InlineData("大家看下这个文件", false, false)]
    public async Task A_file_that_Teams_keeps_to_itself_in_a_group_is_told_to_whom_it_matters(string text, bool mentioned, bool isTold)
    {
        var message = bench.Group(ChannelBench.Officer, bench.New("19:unseen") + "@thread.v2", text, mentioned);
        message["attachments"] = Html($"<p>{text}</p><attachment id=\"9f5a3c1e-0b7d-4a55-8a53-0d6c1b7e2f10\"></attachment>");
        (await ToldAsync(message)).Count(r => r == "files_unseen").Should().Be(isTold ? 1 : 0);
    }

    [Theory]
    [InlineData("<p>x<img alt=\"😀\" itemtype=\"http://schema.skype.com/Emoji\" src=\"https://statics.example.org/1.png\"></p>", null)]
    [InlineData("<p><img itemtype=\"http://schema.skype.com/AMSImage\" src=\"https://eu-api.asm.skype.com/v1/objects/1/views/imgo\"></p>", "现场.png")]
    [InlineData("<blockquote itemtype=\"http://schema.skype.com/Reply\" itemid=\"1\"><img itemtype=\"http://schema.skype.com/AMSImage\"></blockquote><p>x</p>", null)]
    [InlineData("<attachment id=\"1616990032035\"></attachment><p>x</p>", null)]
    public async Task What_came_is_quoted_or_is_no_file_is_not_missed(string html, string? picture)
    {
        var message = bench.Personal(ChannelBench.Officer, bench.New("a:seen"), "帮助");
        message["attachments"] = Html(html);
        if (picture is not null)
        {
            message["attachments"]!.AsArray().Add((JsonNode)new JsonObject { ["contentType"] = "image/*", ["contentUrl"] = bench.Put(picture, "image/png", Png) });
        }

        (await ToldAsync(message)).Should().NotBeEmpty().And.NotContain("files_unseen");
    }

    // In the chat and in private.
    private async Task<IReadOnlyList<string>> ToldAsync(JsonObject message)
    {
        var before = bench.Read(s => s.Outbox.Newest());
        await bench.RepliesAsync(message);
        var after = bench.Read(s => s.Outbox.Newest());
        return [.. Enumerable.Range(1, (int)(after - before)).Select(i => bench.Read(s => s.Outbox.Get(before + i)).Reply)];
    }

    private static JsonArray Html(string html) => new(new JsonObject { ["contentType"] = "text/html", ["content"] = html });

    [Fact]
    public async Task A_conversation_keeps_its_order_while_a_file_is_on_its_way_and_others_do_not_wait()
    {
        var gate = new TaskCompletionSource();
        var room = bench.New("a:order");
        var first = bench.Personal(ChannelBench.Officer, room, "组织志愿者清理河道垃圾21吨");
        first["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "image/png", ["contentUrl"] = bench.Put("slow.png", "image/png", Png, gate.Task), ["name"] = "s.png" });
        var slow = bench.RepliesAsync(first);
        while (!bench.Asked("slow.png"))
        {
            await Task.Yield();
        }

        var second = bench.RepliesAsync(bench.Personal(ChannelBench.Officer, room, "组织志愿者清理河道垃圾22吨"));
        (await bench.RepliesAsync(bench.Personal(ChannelBench.Officer, bench.New("a:other"), "帮助"))).Should().ContainSingle("another conversation");
        second.IsCompleted.Should().BeFalse();
        gate.SetResult();
        var numbers = new[] { await slow, await second }.Select(r => Number(r[0])).ToList();
        numbers[1].Should().BeGreaterThan(numbers[0]);
    }

    [Fact]
    public async Task More_than_a_megabyte_is_too_much_whether_it_says_so_or_not()
    {
        var big = Encoding.UTF8.GetBytes($$"""{"type":"message","text":"{{new string('x', 1024 * 1024)}}"}""");
        (await bench.PostAsync(new ByteArrayContent(big))).Status.Should().Be(413);
        (await bench.PostAsync(new StreamContent(new Unmeasured(big)))).Status.Should().Be(413);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"type":"message","channelId":"msteams","from":{"id":"u"},"conversation":{"id":"c"},"text":"\ud83d"}""")]
    [InlineData("""{"type":"message","channelId":"msteams","from":{"id":"u"},"conversation":{"id":"c"},"conversation":{"id":"d"}}""")]
    [InlineData("""{"type":"message","channelId":"msteams","from":{"id":"u"},"conversation":{}}""")]
    public async Task What_is_no_activity_is_answered_400(string body) =>
        (await bench.PostAsync(new ByteArrayContent(Encoding.UTF8.GetBytes(body)))).Status.Should().Be(400);

    [Fact]
    public async Task A_file_for_Teams_is_a_link_under_the_text()
    {
        var room = bench.New("a:card");
        await bench.PostAsync(bench.Personal(ChannelBench.Liaison, room, "白沙镇周晓燕的电话"));
        var sent = (await bench.SentAsync(room, 1))[0].Activity;
        sent["attachments"].Should().BeNull();
        sent["text"]!.ToString().Should().MatchRegex(@"\.vcf\nhttp://[^\s]+/v3/directline/attachments/");
    }

    [Fact]
    public async Task Beyond_256_requests_under_way_the_next_is_told_to_come_again_before_anything_is_read()
    {
        var gate = new TaskCompletionSource();
        var waiting = Enumerable.Range(0, 256).Select(_ => bench.Door.PostAsync(Request(new Stalled(gate.Task)))).ToList();
        var next = Request(new Stalled(gate.Task));
        (await bench.Door.PostAsync(next)).Should().BeAssignableTo<IStatusCodeHttpResult>().Which.StatusCode.Should().Be(503);
        next.Response.Headers.RetryAfter.ToString().Should().Be("1");
        gate.SetResult();
        foreach (var result in await Task.WhenAll(waiting))
        {
            ((IStatusCodeHttpResult)result).StatusCode.Should().Be(400, "the bodies were empty");
        }

        (await bench.Door.PostAsync(Request(new Stalled(gate.Task)))).Should().BeAssignableTo<IStatusCodeHttpResult>().Which.StatusCode.Should().Be(400);

        static DefaultHttpContext Request(Stream body) =>
            new() { Request = { Body = body }, Connection = { RemoteIpAddress = System.Net.IPAddress.Loopback } };
    }

    private static int Number(JsonObject reply) =>
        int.Parse(System.Text.RegularExpressions.Regex.Match(reply["text"]!.ToString(), @"0916-(\d+)").Groups[1].Value, CultureInfo.InvariantCulture);

    // A body that is empty in the end.
    private sealed class Stalled(Task gate) : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await gate;
            return 0;
        }
    }

    // A body whose length nobody knows is sent in chunks.
    private sealed class Unmeasured(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
