using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OfficerBot.Mailing;
using OfficerBot.Protocol.Activities;
using OfficerBot.Protocol.Connector;

namespace OfficerBot.Tests.Protocol.Connector;

public sealed class ConnectorClientTests : IAsyncLifetime, IDisposable
{
    private static readonly byte[] Activity = """{"type":"message","text":"好"}"""u8.ToArray();

    private readonly ManualTime _machine = new();
    private FakeHost _channel = null!; // made before each test
    private HttpMessageInvoker _http = null!;

    private string Service => _channel.Root + "/amer/";

    private ConnectorClient Client => new(new ConnectorCall(_http, Policy, new GivenToken(), _machine));

    private ServiceUrlPolicy Policy => ServiceUrlPolicy.ForServices([_channel.Root, "http://127.0.0.1:9"]);

    public async Task InitializeAsync()
    {
        _channel = await FakeHost.StartAsync();
        _http = new HttpMessageInvoker(new GuardedConnect(Policy).MakeHandler());
    }

    public async Task DisposeAsync() => await _channel.DisposeAsync();

    public void Dispose() => _http.Dispose();

    public static TheoryData<string, string, Func<ConnectorClient, string, Task>> Operations => new()
    {
        { "POST", "/conversations/c%2F1%20%3Bm%3D2/activities/a%7C1", (c, s) => c.ReplyAsync(s, "c/1 ;m=2", "a|1", Activity, default) },
        { "POST", "/conversations/c/activities", (c, s) => c.SendAsync(s, "c", Activity, default) },
        { "PUT", "/conversations/c/activities/a%25", (c, s) => c.UpdateAsync(s, "c", "a%", Activity, default) },
        { "DELETE", "/conversations/19%3Ax%40thread.tacv2%3Bmessageid%3D1/activities/a", (c, s) => c.DeleteAsync(s, "19:x@thread.tacv2;messageid=1", "a", default) },
        { "POST", "/conversations", (c, s) => c.CreateConversationAsync(s, new NewConversation { IsGroup = false }.ToUtf8(), default) },
        { "GET", "/conversations", (c, s) => c.ConversationsAsync(s, null, default) },
        { "GET", "/conversations?continuationToken=a%2Bb", (c, s) => c.ConversationsAsync(s, "a+b", default) },
        { "GET", "/conversations/c/members/29%3A%E5%91%A8", (c, s) => c.MemberAsync(s, "c", "29:周", default) },
        { "GET", "/conversations/c/pagedmembers?pageSize=100&continuationToken=x%26y", (c, s) => c.PagedMembersAsync(s, "c", 100, "x&y", default) },
        { "GET", "/conversations/c/members", (c, s) => c.MembersAsync(s, "c", default) },
        { "GET", "/conversations/c/activities/a/members", (c, s) => c.ActivityMembersAsync(s, "c", "a", default) },
        { "DELETE", "/conversations/c/members/m", (c, s) => c.RemoveMemberAsync(s, "c", "m", default) },
        { "POST", "/conversations/c/attachments", (c, s) => c.UploadAsync(s, "c", new("image/png", "图.png", [1, 2], null), default) },
        { "GET", "/attachments/x%2Fy", (c, s) => c.AttachmentAsync(s, "x/y", default) },
        { "POST", "/conversations/c/activities/history", (c, s) => c.HistoryAsync(s, "c", """{"activities":[]}"""u8.ToArray(), default) },
    };

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Each_operation_goes_to_its_address_below_the_services_own_path(string method, string target, Func<ConnectorClient, string, Task> operation)
    {
        await operation(Client, Service);
        var asked = _channel.Received.Single();
        (asked.Method, asked.Target).Should().Be((method, "/amer/v3" + target));
        asked["Authorization"].Should().Be("Bearer t1");
        asked["Accept"].Should().Be("application/json");
        asked["User-Agent"].Should().NotBeNullOrEmpty();
        asked["Content-Type"].Should().Be(asked.Body.Length > 0 ? "application/json; charset=utf-8" : null);
    }

    [Fact]
    public async Task The_activity_leaves_as_it_is_given()
    {
        await Client.SendAsync(Service.TrimEnd('/'), "c", Activity, default);
        _channel.Received.Single().Body.Should().Be("""{"type":"message","text":"好"}""");
    }

    [Fact]
    public async Task A_file_is_uploaded_as_base64()
    {
        await Client.UploadAsync(Service, "c", new("image/png", "p.png", [1, 2, 3]), default);
        _channel.Received.Single().Body.Should().Be("""{"type":"image/png","name":"p.png","originalBase64":"AQID"}""");
    }

    [Fact]
    public void A_private_conversation_is_opened_as_Teams_wants_it()
    {
        var json = Encoding.UTF8.GetString(new NewConversation
        {
            IsGroup = false,
            Bot = new ChannelAccount { Id = "28:app" },
            Members = [new ChannelAccount { Id = "29:x" }],
            TenantId = "t",
            ChannelData = JsonSerializer.SerializeToElement(new JsonObject { ["tenant"] = new JsonObject { ["id"] = "t" } }),
        }.ToUtf8());
        JsonNode.DeepEquals(
            JsonNode.Parse(json),
            JsonNode.Parse("""{"isGroup":false,"bot":{"id":"28:app"},"members":[{"id":"29:x"}],"tenantId":"t","channelData":{"tenant":{"id":"t"}}}""")).Should().BeTrue(json);
    }

    [Theory]
    [InlineData("""{"id":"a1"}""", "a1")]
    [InlineData("", null)]
    [InlineData("{}", null)]
    [InlineData("[]", null)]
    [InlineData("""{"id":7}""", null)]
    [InlineData("""{"x":{"id":"no"},"id":"yes"}""", "yes")]
    [InlineData("<html>", null)]
    [InlineData("""{"id":"\ud83d"}""", null)]
    public async Task An_answers_id_is_read_where_there_is_one(string body, string? id)
    {
        _channel.Answers.Enqueue(FakeHost.Says(202, body));
        var answer = await Client.SendAsync(Service, "c", Activity, default);
        (answer.Outcome, answer.Id).Should().Be((ConnectorOutcome.Taken, id));
    }

    [Theory]
    [InlineData("""{"error":{"code":"ConversationNotFound","message":"m"}}""", "ConversationNotFound")]
    [InlineData("""{"errorCode":209,"message":"m"}""", "209")]
    [InlineData("""{"errorCode":209,"message":"{\r\n  \"subCode\": \"MessageWritesBlocked\",\r\n  \"details\": \"Thread is blocked.\",\r\n  \"errorCode\": null\r\n}"}""", "MessageWritesBlocked")]
    [InlineData("""{"errorCode":209,"message":{"subCode":"MessageWritesBlocked"}}""", "MessageWritesBlocked")]
    [InlineData("""{"errorCode":209,"message":"{broken"}""", "209")]
    [InlineData("""{"error":{"code":"Forbidden","message":"{\"subCode\":\"x\"}"}}""", "x")]
    [InlineData("""{"message":"{\"error\":{\"code\":\"BotDisabledByAdmin\"}}"}""", "BotDisabledByAdmin")]
    [InlineData("""{"error":{"message":"{\"errorCode\":\"Deep\"}"}}""", "Deep")]
    [InlineData("""{"error":{"code":"two words, which nobody asked for"}}""", null)]
    [InlineData("""{"message":"{broken"}""", null)]
    [InlineData("""{"error":"plain"}""", "plain")]
    [InlineData("""{"error":"\ud83d","message":"\ud83d"}""", null)]
    [InlineData("<html>no</html>", null)]
    [InlineData("", null)]
    public async Task An_errors_code_is_found_in_any_of_its_forms(string body, string? code)
    {
        _channel.Answers.Enqueue(FakeHost.Says(404, body, "MS-CV", "abc.1", "X-Correlating-OperationId", "op-2"));
        var answer = await Client.SendAsync(Service, "c", Activity, default);
        (answer.Outcome, answer.Error, answer.Correlation).Should().Be((ConnectorOutcome.Refused, code, "op-2 abc.1"));
    }

    [Theory]
    [InlineData(429, "7", 7)]
    [InlineData(429, "Wed, 16 Sep 2020 03:20:09 GMT", 9)]
    [InlineData(429, "Wed, 16 Sep 2020 03:00:00 GMT", 0)]
    [InlineData(429, "soon", null)]
    [InlineData(503, "2", 2)]
    public async Task How_long_to_wait_is_read_as_seconds_or_a_date(int status, string told, int? seconds)
    {
        _channel.Answers.Enqueue(FakeHost.Says(status, "", "Retry-After", told));
        (await Client.SendAsync(Service, "c", Activity, default)).RetryAfter?.TotalSeconds.Should().Be(seconds);
    }

    [Fact]
    public async Task A_refused_token_is_replaced_once_and_the_call_made_again()
    {
        _channel.Answers.Enqueue(FakeHost.Says(401));
        (await Client.SendAsync(Service, "c", Activity, default)).Outcome.Should().Be(ConnectorOutcome.Taken);
        _channel.Received.Select(r => r["Authorization"]).Should().Equal("Bearer t1", "Bearer t2");
        _channel.Otherwise = FakeHost.Says(401);
        (await Client.SendAsync(Service, "c", Activity, default)).Outcome.Should().Be(ConnectorOutcome.Unauthorized);
        _channel.Received.Should().HaveCount(4);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("http://smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net/?x=")]
    [InlineData("https://smba.trafficmanager.net/#x")]
    [InlineData("nothing")]
    [InlineData(null)]
    public async Task No_token_leaves_for_an_address_that_is_not_on_the_list(string? service)
    {
        var asked = new AskedToken();
        var client = new ConnectorClient(new ConnectorCall(_http, Policy, asked, _machine));
        (await client.SendAsync(service, "c", Activity, default)).Outcome.Should().Be(ConnectorOutcome.Forbidden);
        asked.Times.Should().Be(0);
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("")]
    public async Task An_id_that_would_lead_to_another_address_is_not_called(string conversation)
    {
        (await Client.MembersAsync(Service, conversation, default)).Outcome.Should().Be(ConnectorOutcome.Forbidden);
        _channel.Received.Should().BeEmpty();
    }

    [Fact]
    public async Task What_could_not_be_connected_was_not_sent_and_what_broke_afterwards_is_uncertain()
    {
        var nobody = await Client.SendAsync("http://127.0.0.1:9", "c", Activity, default);
        nobody.Outcome.Should().Be(ConnectorOutcome.NotSent);
        _channel.Answers.Enqueue(FakeHost.Breaks);
        (await Client.SendAsync(Service, "c", Activity, default)).Outcome.Should().Be(ConnectorOutcome.Ambiguous);
    }

    [Fact]
    public async Task A_channel_that_hangs_is_left_after_half_a_minute()
    {
        _channel.Otherwise = FakeHost.HangsAsync;
        var waits = _machine.Awaiting(ConnectorCall.Patience);
        var sending = Client.SendAsync(Service, "c", Activity, default);
        await waits;
        while (_channel.Received.IsEmpty)
        {
            await Task.Yield();
        }

        _machine.Advance(ConnectorCall.Patience);
        (await sending).Outcome.Should().Be(ConnectorOutcome.Ambiguous);
    }

    private sealed class AskedToken : IAccessTokens
    {
        public int Times { get; private set; }

        public ValueTask<string?> GetAsync(CancellationToken cancel)
        {
            Times++;
            return new("t");
        }

        public void Drop(string token)
        {
        }
    }
}
