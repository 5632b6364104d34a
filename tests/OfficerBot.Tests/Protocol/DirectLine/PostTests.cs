using System.Text;
using System.Text.Json.Nodes;
using OfficerBot.Protocol.DirectLine;
using OfficerBot.Tests.Protocol.Host;

namespace OfficerBot.Tests.Protocol.DirectLine;

public sealed class PostTests : IAsyncLifetime
{
    private DirectLineServer server = null!; // set before each test
    private DirectLineClient site = null!;
    private string id = "";

    public async Task InitializeAsync()
    {
        server = await DirectLineServer.StartAsync();
        site = DirectLineClient.WithSecret(server);
        id = (await site.PostAsync("conversations"))["conversationId"]!;
    }

    public async Task DisposeAsync()
    {
        site.Dispose();
        await server.DisposeAsync();
    }

    [Theory]
    [InlineData("", "BadSyntax")]
    [InlineData("{", "BadSyntax")]
    [InlineData("[]", "BadSyntax")]
    [InlineData("null", "BadSyntax")]
    [InlineData("\"message\"", "BadSyntax")]
    [InlineData("""{"type":"message","type":"event","from":{"id":"a"}}""", "BadSyntax")]
    [InlineData("""{"type":"message","channelData":{"a":1,"a":2},"from":{"id":"a"}}""", "BadSyntax")]
    [InlineData("{}", "MissingProperty")]
    [InlineData("""{"type":"","from":{"id":"a"}}""", "MissingProperty")]
    [InlineData("""{"type":null,"from":{"id":"a"}}""", "MissingProperty")]
    [InlineData("""{"type":"event","from":{"id":"a"}}""", "MissingProperty")]
    [InlineData("""{"type":"message","text":"no sender"}""", "MissingProperty")]
    [InlineData("""{"type":"message","from":{"id":""}}""", "MissingProperty")]
    [InlineData("""{"type":7,"from":{"id":"a"}}""", "BadArgument")]
    [InlineData("""{"type":"message","from":"a"}""", "BadArgument")]
    [InlineData("""{"type":"message","from":{"id":"officerbot"}}""", "BadArgument")]
    public async Task Bad_input_answers_400_and_changes_nothing(string body, string code)
    {
        var answer = await site.PostAsync($"conversations/{id}/activities", body);

        (answer.Status, answer.ErrorCode).Should().Be((400, code));
        (await site.ReadAsync(id)).Should().BeEmpty();
    }

    [Fact]
    public async Task Bytes_that_are_no_text_answer_400()
    {
        var answer = await site.SendAsync(
            HttpMethod.Post, $"conversations/{id}/activities", new ByteArrayContent([0x7B, 0x22, 0xFF, 0xFE, 0x22, 0x7D]));

        (answer.Status, answer.ErrorCode).Should().Be((400, "BadSyntax"));
    }

    [Fact]
    public async Task Depth_64_is_taken_and_65_is_not()
    {
        static string Deep(int arrays) =>
            """{"type":"message","from":{"id":"a"},"value":V}""".Replace("V", new string('[', arrays) + new string(']', arrays));

        (await site.PostAsync($"conversations/{id}/activities", Deep(63))).Status.Should().Be(200);
        (await site.PostAsync($"conversations/{id}/activities", Deep(64))).Status.Should().Be(400);
    }

    [Fact]
    public async Task A_message_of_256_K_characters_is_taken_and_a_longer_one_answers_413()
    {
        const string Frame = """{"type":"message","from":{"id":"a"},"text":""}""";
        var fits = Frame.Insert(Frame.Length - 2, new string('长', (256 * 1024) - Frame.Length));

        (await site.PostAsync($"conversations/{id}/activities", fits)).Status.Should().Be(200);
        (await site.PostAsync($"conversations/{id}/activities", fits + " ")).Status.Should().Be(413);
        (await site.PostAsync($"conversations/{id}/activities", new string(' ', 5_000_000))).Status.Should().Be(413);
    }

    [Fact]
    public async Task The_fields_that_Direct_Line_owns_are_overwritten_and_all_others_stay()
    {
        await site.PostAsync($"conversations/{id}/activities", """
            {"type":"message","id":"mine","timestamp":"1999-01-01T00:00:00Z","serviceUrl":"http://evil.example.org","callerId":"urn:x",
             "channelId":"msteams","conversation":{"id":"other","isGroup":true},
             "from":{"id":"anna","name":"Anna","role":"bot","aadObjectId":"boss","mood":"good"},
             "localTimestamp":"2026-03-02T07:59:58.1234567+08:00","text":"<b>你好</b> 👍","entities":[{"type":"x","y":null}],
             "channelData":{"clientActivityID":"m-1","n":1.50,"nothing":null},"unknown":{"deep":[1,null]}}
            """);

        var echo = (await site.ReadAsync(id))[0];
        JsonNode.DeepEquals(echo, JsonNode.Parse($$"""
            {"type":"message","id":"{{id}}|0000000","timestamp":"2026-03-01T23:59:58.000Z","channelId":"directline","conversation":{"id":"{{id}}" },
             "from":{"id":"anna","name":"Anna","role":"user","mood":"good"},
             "localTimestamp":"2026-03-02T07:59:58.1234567+08:00","text":"<b>你好</b> 👍","entities":[{"type":"x","y":null}],
             "channelData":{"clientActivityID":"m-1","n":1.50,"nothing":null},"unknown":{"deep":[1,null]} }
            """)).Should().BeTrue(echo.ToJsonString());
    }

    [Theory]
    [InlineData("""{"type":"message","from":{"id":"a"},"timestamp":"not a date","localTimestamp":7,"channelData":"text","value":3}""")]
    [InlineData("""{"type":"message","from":{"id":"a"},"attachments":[null],"entities":null,"text":null,"conversation":null}""")]
    [InlineData("""{"type":"message","from":{"id":"a"},"text":"half an emoji \ud83d, a backslash \\ud83d"}""")]
    [InlineData("""{"type":"message","from":{"id":"a"},"channelData":{"clientActivityID":7},"\ud83d":1}""")]
    [InlineData("""{"type":"somethingNew","from":{"id":"a"}}""")]
    public async Task Odd_but_legal_input_is_taken(string body)
    {
        (await site.PostAsync($"conversations/{id}/activities", body)).Status.Should().Be(200);

        (await site.ReadAsync(id)).Should().HaveCount(2);
    }

    [Fact]
    public async Task Half_a_character_is_mended()
    {
        await site.PostAsync($"conversations/{id}/activities", """{"type":"message","from":{"id":"a"},"text":"x\ud83d \ud83d\udc4d \\ud83d"}""");

        (await site.ReadAsync(id))[0]["text"]!.ToString().Should().Be("x\ufffd 👍 \\ud83d");
    }

    [Theory]
    [InlineData("conversationUpdate")]
    [InlineData("installationUpdate")]
    [InlineData("trace")]
    [InlineData("handoff")]
    public async Task What_only_a_channel_may_say_is_taken_without_effect(string type)
    {
        var answer = await site.PostAsync($"conversations/{id}/activities", $$"""{"type":"{{type}}","from":{"id":"a"},"membersAdded":[{"id":"x"}]}""");

        answer.Status.Should().Be(200);
        answer["id"].Should().BeNull();
        server.Office.Posts.Should().BeEmpty();
        (await site.ReadAsync(id)).Should().BeEmpty();
    }

    [Fact]
    public async Task The_tokens_user_is_the_sender_whatever_the_activity_says()
    {
        var minted = server.Tokens.Mint(id, new DirectLineUser("dl_anna"));
        using var client = new DirectLineClient(server.Root, minted.Token);

        await client.PostAsync($"conversations/{id}/activities", """{"type":"message","text":"hi","from":{"id":"dl_boss","role":"bot"}}""");

        server.Office.Posts.Single().User.Id.Should().Be("dl_anna");
        (await client.ReadAsync(id))[0]["from"]!.ToJsonString().Should().Be("""{"id":"dl_anna","role":"user"}""");
    }

    [Fact]
    public async Task An_id_that_only_tokens_carry_cannot_be_claimed_without_one()
    {
        var minted = server.Tokens.Mint(id, null);
        using var client = new DirectLineClient(server.Root, minted.Token);

        var claimed = await client.PostAsync($"conversations/{id}/activities", """{"type":"message","from":{"id":"dl_boss"}}""");
        var started = await client.PostAsync("conversations", """{"user":{"id":"dl_boss"}}""");

        (claimed.Status, claimed.ErrorCode).Should().Be((400, "BadArgument"));
        (started.Status, started.ErrorCode).Should().Be((400, "BadArgument"));
        (await client.SayAsync(id, "as myself")).Status.Should().Be(200);
    }

    [Fact]
    public async Task Posting_into_what_is_over_answers_404()
    {
        server.Office.Forget(id);

        var answer = await site.SayAsync(id, "hello?");

        (answer.Status, answer.ErrorCode).Should().Be((404, "ConversationNotFound"));
    }

    [Fact]
    public async Task The_hosts_refusals_have_their_answers()
    {
        (int, string?, string?) Seen(WireAnswer answer) => (answer.Status, answer.ErrorCode, answer.Header("Retry-After"));

        server.Office.Refusal = new PostResult.Busy(TimeSpan.FromSeconds(2.5));
        Seen(await site.SayAsync(id, "x")).Should().Be((503, "ServiceUnavailable", "3"));
        server.Office.Refusal = new PostResult.Refused("no");
        Seen(await site.SayAsync(id, "x")).Should().Be((400, "BadArgument", null));
        server.Office.Refusal = new PostResult.ConversationEnded();
        Seen(await site.SayAsync(id, "x")).Should().Be((404, "ConversationNotFound", null));
        server.Office.Refusal = new PostResult.NotLogged();
        Seen(await site.SayAsync(id, "x")).Should().Be((200, null, null));
    }

    [Fact]
    public async Task Answers_are_JSON_in_UTF8_with_Chinese_as_it_is()
    {
        await site.SayAsync(id, "线索");

        var answer = await site.GetAsync($"conversations/{id}/activities");

        answer.ContentHeaders.ContentType!.ToString().Should().Be("application/json; charset=utf-8");
        Encoding.UTF8.GetString(answer.Bytes).Should().Contain("\"text\":\"线索\"");
    }
}
