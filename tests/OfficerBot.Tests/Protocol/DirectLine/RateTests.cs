using OfficerBot.Protocol.DirectLine;
using OfficerBot.Tests.Protocol.Host;

namespace OfficerBot.Tests.Protocol.DirectLine;

public sealed class RateTests : IAsyncLifetime
{
    private DirectLineServer server = null!; // set before each test

    public async Task InitializeAsync() =>
        server = await DirectLineServer.StartAsync(DirectLineServer.Settings with { RateLimitsEnabled = true });

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task One_user_who_hammers_is_slowed_down_and_his_neighbour_is_not()
    {
        using var hammer = Holder("dl_hammer");
        using var neighbour = Holder("dl_neighbour");
        await hammer.PostAsync("conversations");

        var answers = await Task.WhenAll(Enumerable.Range(0, 150).Select(n => hammer.SayAsync("room", $"{n}")));

        answers.Count(a => a.Status == 200).Should().BeInRange(20, 149);
        var refused = answers.First(a => a.Status == 429);
        refused.ErrorCode.Should().Be("LimitExceeded");
        int.Parse(refused.Header("Retry-After")!, CultureInfo.InvariantCulture).Should().BeGreaterThan(0);
        (await neighbour.SayAsync("room", "good day")).Status.Should().Be(200);
        (await hammer.GetAsync("conversations/room/activities")).Status.Should().Be(200);
    }

    [Fact]
    public async Task One_address_may_not_open_conversations_without_end()
    {
        using var site = DirectLineClient.WithSecret(server);

        var answers = await Task.WhenAll(Enumerable.Range(0, 150).Select(_ => site.PostAsync("tokens/generate")));

        answers.Count(a => a.Status == 429).Should().BeInRange(1, 90);
    }

    private DirectLineClient Holder(string user) => new(server.Root, server.Tokens.Mint("room", new DirectLineUser(user)).Token);
}
