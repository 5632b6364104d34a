using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using OfficerBot.Protocol.DirectLine;
using OfficerBot.Tests.Protocol.Host;

namespace OfficerBot.Tests.Protocol.DirectLine;

public sealed class TokenTests : IAsyncLifetime
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
    public async Task A_token_is_a_JWT_whose_user_claim_clients_can_read()
    {
        var answer = await site.PostAsync("tokens/generate", """{"User":{"Id":"dl_anna","Name":"安娜"}}""");

        var jwt = new JsonWebToken(answer["token"]);
        jwt.GetPayloadValue<string>("user").Should().Be("dl_anna");
        jwt.GetPayloadValue<string>("conv").Should().Be(answer["conversationId"]);
        (jwt.ValidTo - jwt.IssuedAt).Should().Be(TimeSpan.FromMinutes(30));
    }

    [Theory]
    [InlineData("""{"user":{"id":"anna"}}""", 400, "BadArgument")]
    [InlineData("""{"user":"dl_anna"}""", 400, "BadArgument")]
    [InlineData("""{"trustedOrigins":"https://a.example.org"}""", 400, "BadArgument")]
    [InlineData("""{"trustedOrigins":[1]}""", 400, "BadArgument")]
    [InlineData("""[]""", 400, "BadSyntax")]
    [InlineData("""{"user":""", 400, "BadSyntax")]
    [InlineData("""{"user":{"id":"dl_a"},"user":{"id":"dl_b"}}""", 400, "BadSyntax")]
    [InlineData("""{"user":{"id":null}}""", 200, null)]
    [InlineData("""{"user":null,"eTag":"x","more":[{}]}""", 200, null)]
    public async Task A_wish_for_a_token_is_answered_by_its_form(string body, int status, string? code)
    {
        var answer = await site.PostAsync("tokens/generate", body);

        (answer.Status, answer.ErrorCode).Should().Be((status, code));
    }

    [Fact]
    public async Task Only_the_secret_generates_and_only_a_token_refreshes()
    {
        using var client = await HolderAsync("dl_anna");

        (await client.PostAsync("tokens/generate")).Should().Match<WireAnswer>(a => a.Status == 403 && a.ErrorCode == "BadArgument");
        (await site.PostAsync("tokens/refresh")).Should().Match<WireAnswer>(a => a.Status == 403 && a.ErrorCode == "BadArgument");
    }

    [Fact]
    public async Task A_refreshed_token_has_the_same_conversation_user_and_origins_and_a_new_life()
    {
        var token = await site.PostAsync("tokens/generate", """{"user":{"id":"dl_anna"},"trustedOrigins":["https://a.example.org"]}""");
        using var client = new DirectLineClient(server.Root, token["token"], "https://a.example.org");
        server.Clock.Advance(TimeSpan.FromMinutes(29));

        var renewed = await client.PostAsync("tokens/refresh");

        var (before, after) = (new JsonWebToken(token["token"]), new JsonWebToken(renewed["token"]));
        renewed["conversationId"].Should().Be(token["conversationId"]);
        after.GetPayloadValue<string>("user").Should().Be("dl_anna");
        after.Claims.Where(c => c.Type == "origins").Select(c => c.Value).Should().Equal("https://a.example.org");
        after.ValidTo.Should().Be(before.ValidTo.AddMinutes(29));
    }

    [Fact]
    public async Task An_expired_token_answers_403_TokenExpired_everywhere()
    {
        using var client = await HolderAsync("dl_anna");
        server.Clock.Advance(TimeSpan.FromMinutes(30));

        foreach (var answer in new[] { await client.PostAsync("tokens/refresh"), await client.PostAsync("conversations") })
        {
            (answer.Status, answer.ErrorCode).Should().Be((403, "TokenExpired"));
        }
    }

    [Theory]
    [InlineData(null, 401)]
    [InlineData("", 401)]
    [InlineData("Basic abc", 401)]
    [InlineData("Bearer", 401)]
    [InlineData("Bearer one two", 401)]
    [InlineData("Bearer nonsense", 403)]
    [InlineData("Bearer a.b.c", 403)]
    [InlineData("Bearer eyJhbGciOiJub25lIn0.eyJjb252IjoieCJ9.", 403)]
    [InlineData("bearer the-secret-of-the-test-site", 201)]
    public async Task Authorization_is_401_without_a_key_and_403_with_a_wrong_one(string? header, int status)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Root, "/v3/directline/conversations"));
        if (header is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", header);
        }

        using var response = await http.SendAsync(request);

        ((int)response.StatusCode).Should().Be(status);
        (response.Headers.WwwAuthenticate.Count > 0).Should().Be(status == 401);
    }

    [Fact]
    public async Task A_token_that_was_altered_is_refused()
    {
        var token = (await site.PostAsync("tokens/generate", """{"user":{"id":"dl_anna"}}"""))["token"]!;
        var parts = token.Split('.');
        var payload = JsonNode.Parse(Base64Url(parts[1]))!.AsObject();
        payload["user"] = "dl_boss";
        var forged = $"{parts[0]}.{System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload.ToJsonString()))}.{parts[2]}";
        using var client = new DirectLineClient(server.Root, forged);

        var answer = await client.PostAsync("conversations");

        (answer.Status, answer.ErrorCode).Should().Be((403, "BadArgument"));
    }

    [Fact]
    public async Task A_token_opens_no_other_conversation()
    {
        var other = (await site.PostAsync("conversations"))["conversationId"];
        using var client = await HolderAsync("dl_anna");

        foreach (var path in new[] { "", "/activities" })
        {
            (await client.GetAsync($"conversations/{other}{path}")).Status.Should().Be(403);
        }

        (await client.SayAsync(other!, "hello")).Status.Should().Be(403);
    }

    [Fact]
    public async Task Two_servers_with_one_secret_accept_each_others_tokens()
    {
        await using var second = await DirectLineServer.StartAsync();
        using var client = new DirectLineClient(second.Root, (await site.PostAsync("tokens/generate"))["token"]);

        (await client.PostAsync("conversations")).Status.Should().Be(201);
    }

    [Fact]
    public async Task The_previous_secret_and_its_tokens_hold_while_clients_change_over()
    {
        var old = (await site.PostAsync("tokens/generate"))["token"];
        await using var changed = await DirectLineServer.StartAsync(
            DirectLineServer.Settings with { Secret = "the-secret-of-tomorrow", PreviousSecret = DirectLineServer.Secret });
        using var withOldToken = new DirectLineClient(changed.Root, old);
        using var withOldSecret = new DirectLineClient(changed.Root, DirectLineServer.Secret);
        using var withNewSecret = new DirectLineClient(changed.Root, "the-secret-of-tomorrow");

        (await withOldToken.PostAsync("conversations")).Status.Should().Be(201);
        (await withOldSecret.PostAsync("tokens/generate")).Status.Should().Be(200);
        var fresh = (await withNewSecret.PostAsync("tokens/generate"))["token"];
        using var elsewhere = new DirectLineClient(server.Root, fresh);
        (await elsewhere.PostAsync("conversations")).Status.Should().Be(403);
    }

    [Fact]
    public async Task A_token_minted_in_process_opens_the_room_it_names()
    {
        var minted = server.Tokens.Mint("group-000", new DirectLineUser("dl_anna", "安娜"));
        using var client = new DirectLineClient(server.Root, minted.Token);

        var start = await client.PostAsync("conversations");

        start["conversationId"].Should().Be("group-000");
        server.Office.FirstContacts.Single().User.Should().Be(new DirectLineUser("dl_anna", "安娜"));
    }

    private static byte[] Base64Url(string text) => System.Buffers.Text.Base64Url.DecodeFromChars(text);

    private async Task<DirectLineClient> HolderAsync(string userId) =>
        new(server.Root, (await site.PostAsync("tokens/generate", new JsonObject { ["user"] = new JsonObject { ["id"] = userId } }.ToJsonString()))["token"]);
}
