using OfficerBot.Protocol.DirectLine;
using OfficerBot.Tests.Protocol.Host;

namespace OfficerBot.Tests.Protocol.DirectLine;

public sealed class OriginTests : IAsyncLifetime
{
    private const string Page = "https://page.example.org";
    private const string Stranger = "https://stranger.example.org";

    private DirectLineServer server = null!; // set before each test
    private DirectLineServer open = null!;

    public async Task InitializeAsync()
    {
        server = await DirectLineServer.StartAsync(DirectLineServer.Settings with { AllowedOrigins = [Page] });
        open = await DirectLineServer.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        await open.DisposeAsync();
    }

    [Fact]
    public async Task A_preflight_of_an_allowed_page_is_granted()
    {
        using var client = new DirectLineClient(server.Root, null, Page);

        var answer = await client.SendAsync(HttpMethod.Options, "conversations/abc/activities");

        answer.Status.Should().Be(204);
        answer.Header("Access-Control-Allow-Origin").Should().Be(Page);
        answer.Header("Access-Control-Allow-Methods").Should().Be("GET, POST, OPTIONS");
        answer.Header("Access-Control-Allow-Headers").Should().Be("authorization, content-type, x-ms-bot-agent, x-requested-with");
        answer.Header("Vary").Should().Be("Origin");
    }

    [Fact]
    public async Task A_preflight_of_another_page_is_answered_and_not_granted()
    {
        using var client = new DirectLineClient(server.Root, null, Stranger);

        var answer = await client.SendAsync(HttpMethod.Options, "conversations");

        answer.Status.Should().Be(204);
        answer.Header("Access-Control-Allow-Origin").Should().BeNull();
        answer.Header("Access-Control-Allow-Headers").Should().BeNull();
    }

    [Theory]
    [InlineData("conversations", null, 401)]
    [InlineData("conversations", "nonsense", 403)]
    [InlineData("nowhere", null, 404)]
    [InlineData("conversations/abc/activities", DirectLineServer.Secret, 404)]
    [InlineData("tokens/generate", "nonsense", 404)]
    [InlineData("session/getsessionid", DirectLineServer.Secret, 404)]
    public async Task Errors_too_can_be_read_by_the_page(string path, string? bearer, int status)
    {
        using var client = new DirectLineClient(server.Root, bearer, Page);

        var answer = path == "conversations" ? await client.PostAsync(path) : await client.GetAsync(path);

        answer.Status.Should().Be(status);
        answer.ErrorCode.Should().NotBeNull();
        answer.Header("Access-Control-Allow-Origin").Should().Be(Page);
        answer.Header("Access-Control-Expose-Headers").Should().Be("Retry-After");
    }

    [Fact]
    public async Task A_failure_of_ours_too_can_be_read_by_the_page()
    {
        using var client = new DirectLineClient(server.Root, DirectLineServer.Secret, Page);
        var id = (await client.PostAsync("conversations"))["conversationId"]!;
        server.Office.Broken = new IOException("disk");

        var answer = await client.SayAsync(id, "x");

        answer.Status.Should().Be(500);
        answer.Header("Access-Control-Allow-Origin").Should().Be(Page);
    }

    [Fact]
    public async Task Another_page_is_refused_on_calls_and_on_the_socket()
    {
        using var allowed = new DirectLineClient(server.Root, DirectLineServer.Secret, Page);
        using var stranger = new DirectLineClient(server.Root, DirectLineServer.Secret, Stranger);
        var start = await allowed.PostAsync("conversations");

        (await stranger.PostAsync("conversations")).Status.Should().Be(403);
        (await WireSocket.TryOpenAsync(start["streamUrl"]!, Stranger)).Should().Be(403);
        using var socket = await WireSocket.OpenAsync(start["streamUrl"]!, Page);
        server.Office.Say(start["conversationId"]!, "here");
        (await socket.NextActivitiesAsync(1)).Should().ContainSingle();
    }

    [Fact]
    public async Task The_services_own_page_is_always_allowed()
    {
        using var client = new DirectLineClient(open.Root, DirectLineServer.Secret, open.Root.GetLeftPart(UriPartial.Authority));

        (await client.PostAsync("conversations")).Status.Should().Be(201);
    }

    [Fact]
    public async Task A_token_that_names_its_pages_holds_only_there()
    {
        using var site = DirectLineClient.WithSecret(open);
        var token = (await site.PostAsync("tokens/generate", $$"""{"trustedOrigins":["{{Page}}"]}"""))["token"];
        using var there = new DirectLineClient(open.Root, token, Page);
        using var elsewhere = new DirectLineClient(open.Root, token, Stranger);
        using var script = new DirectLineClient(open.Root, token);

        var start = await there.PostAsync("conversations");

        start.Status.Should().Be(201);
        start.Header("Access-Control-Allow-Origin").Should().Be(Page);
        (await elsewhere.PostAsync("conversations")).Status.Should().Be(403);
        (await script.PostAsync("conversations")).Status.Should().Be(403);
        (await WireSocket.TryOpenAsync(start["streamUrl"]!, Stranger)).Should().Be(403);
    }

    [Fact]
    public async Task The_sites_list_replaces_the_pages_a_token_names()
    {
        using var site = DirectLineClient.WithSecret(server);
        var token = (await site.PostAsync("tokens/generate", $$"""{"trustedOrigins":["{{Stranger}}"]}"""))["token"];
        using var named = new DirectLineClient(server.Root, token, Stranger);
        using var listed = new DirectLineClient(server.Root, token, Page);

        (await named.PostAsync("conversations")).Status.Should().Be(403);
        (await listed.PostAsync("conversations")).Status.Should().Be(201);
    }

    [Theory]
    [InlineData("https", "bot.example.org", "wss://bot.example.org/")]
    [InlineData("https", "bot.example.org:8443", "wss://bot.example.org:8443/")]
    [InlineData("http", null, "ws://127.0.0.1:")]
    [InlineData("gopher", "a/b", "ws://127.0.0.1:")]
    public async Task The_stream_address_follows_the_proxys_headers(string scheme, string? host, string start)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(open.Root, "/v3/directline/conversations"));
        request.Headers.Add("Authorization", "Bearer " + DirectLineServer.Secret);
        request.Headers.Add("X-Forwarded-Proto", scheme);
        if (host is not null)
        {
            request.Headers.Add("X-Forwarded-Host", host);
        }

        using var response = await http.SendAsync(request);

        (await WireAnswer.ReadAsync(response))["streamUrl"].Should().StartWith(start);
    }

    [Fact]
    public async Task A_public_address_in_the_settings_wins()
    {
        await using var proxied = await DirectLineServer.StartAsync(DirectLineServer.Settings with { PublicUrl = new Uri("https://bot.example.org/chat/") });
        using var site = DirectLineClient.WithSecret(proxied);

        (await site.PostAsync("conversations"))["streamUrl"].Should().StartWith("wss://bot.example.org/chat/v3/directline/conversations/");
    }
}
