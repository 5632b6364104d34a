using System.Net;

namespace OfficerBot.Tests.Doors;

public class ChannelOutageTests
{
    [Fact]
    public async Task When_nothing_can_be_stored_the_channel_is_told_to_come_again_and_nothing_is_said()
    {
        using var bench = new ChannelBench();
        await bench.InitializeAsync();
        var message = bench.Personal(ChannelBench.Officer, "a:outage", "组织志愿者清理河道垃圾3吨");
        await bench.Store.DisposeAsync();
        var (status, body) = await bench.PostAsync(message);
        status.Should().Be(HttpStatusCode.ServiceUnavailable);
        body!["error"]!["code"]!.ToString().Should().Be("ServiceUnavailable");
        bench.Sent("a:outage").Should().BeEmpty();
    }
}
