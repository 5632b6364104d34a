using System.Net;
using OfficerBot.Protocol.Connector;

namespace OfficerBot.Tests.Protocol.Connector;

public sealed class GuardedConnectTests
{
    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("100.100.100.200")]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.255")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.192")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("198.19.255.255")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("64:ff9b::a9fe:a9fe")]
    [InlineData("fc00::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("fe80::1")]
    [InlineData("ff02::1")]
    [InlineData("2001::1")]
    [InlineData("2001:db8::1")]
    [InlineData("2002:7f00:1::")]
    public void An_inner_address_is_not_public(string address) => PublicInternet.Holds(IPAddress.Parse(address)).Should().BeFalse();

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("100.63.255.255")]
    [InlineData("172.32.0.1")]
    [InlineData("223.255.255.255")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("2603:1030::1")]
    [InlineData("2001:4860:4860::8888")]
    public void An_outer_address_is_public(string address) => PublicInternet.Holds(IPAddress.Parse(address)).Should().BeTrue();

    [Theory]
    [InlineData("http://files.botframework.com:{0}/", "127.0.0.1")]
    [InlineData("http://files.botframework.com:{0}/", "::1")]
    [InlineData("http://files.botframework.com:{0}/", "::ffff:127.0.0.1")]
    [InlineData("http://127.0.0.1:{0}/", "8.8.8.8")]
    public async Task A_name_that_leads_inside_is_never_connected_to(string address, string resolved)
    {
        await using var inside = await FakeHost.StartAsync();
        using var http = Client(new ServiceUrlPolicy([]), (_, _) => Task.FromResult(new[] { IPAddress.Parse(resolved) }));
        var ask = () => http.GetAsync(new Uri(string.Format(address, new Uri(inside.Root).Port)));
        (await ask.Should().ThrowAsync<HttpRequestException>()).WithInnerException<ForbiddenAddressException>();
        inside.Received.Should().BeEmpty();
    }

    [Fact]
    public async Task A_name_is_resolved_once_for_a_connection_so_that_its_second_answer_is_never_used()
    {
        await using var inside = await FakeHost.StartAsync();
        var asked = 0;
        using var http = Client(new ServiceUrlPolicy([]), (_, _) =>
        {
            asked++;
            return Task.FromResult(asked == 1 ? [IPAddress.Parse("10.0.0.1"), IPAddress.Parse("169.254.169.254")] : new[] { IPAddress.Loopback });
        });
        var ask = () => http.GetAsync(new Uri($"http://files.botframework.com:{new Uri(inside.Root).Port}/"));
        await ask.Should().ThrowAsync<HttpRequestException>();
        asked.Should().Be(1);
        inside.Received.Should().BeEmpty();
    }

    [Fact]
    public async Task A_loopback_entry_opens_its_own_port_and_no_other()
    {
        await using var ours = await FakeHost.StartAsync();
        await using var another = await FakeHost.StartAsync();
        using var http = Client(new ServiceUrlPolicy([ours.Root]), (_, _) => throw new InvalidOperationException("an address needs no name server"));
        (await http.GetAsync(new Uri(ours.Root))).StatusCode.Should().Be(HttpStatusCode.OK);
        var ask = () => http.GetAsync(new Uri(another.Root));
        await ask.Should().ThrowAsync<HttpRequestException>();
        another.Received.Should().BeEmpty();
    }

    private static HttpClient Client(ServiceUrlPolicy policy, ResolveHost resolve) => new(new GuardedConnect(policy, resolve).MakeHandler());
}
