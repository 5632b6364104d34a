using System.Net;
using System.Net.Sockets;
using System.Text;
using OfficerBot.Mailing;
using OfficerBot.Protocol.Connector;

namespace OfficerBot.Tests.Protocol.Connector;

/// <summary>Out through an office's proxy, and still nowhere inside.</summary>
public sealed class OutboundProxyTests
{
    private const string Teams = "smba.trafficmanager.net";

    [Theory]
    [InlineData("52.112.0.1")]
    [InlineData(null)] // no name server behind this proxy knows the world
    public async Task A_channel_is_reached_by_its_name_through_a_tunnel(string? seen)
    {
        await using var proxy = new FakeProxy(TestAuthority.Trusted.Issue(Teams));
        var answer = await CallAsync(proxy, seen);

        (answer.Outcome, answer.Id).Should().Be((ConnectorOutcome.Taken, "1"));
        proxy.Asked.Should().ContainSingle().Which.Should().Be($"CONNECT {Teams}:443 HTTP/1.1\r\nHost: {Teams}:443\r\n\r\n");
        proxy.Inside.Should().ContainSingle().Which.Should().StartWith("POST /amer/v3/conversations/c/activities HTTP/1.1").And.Contain("Bearer t1");
    }

    [Fact]
    public async Task The_proxy_is_shown_its_password_and_nothing_else()
    {
        await using var proxy = new FakeProxy(TestAuthority.Trusted.Issue(Teams));
        await CallAsync(proxy, null, new NetworkCredential("bot", "geheim:密"));

        var proof = Convert.ToBase64String(Encoding.UTF8.GetBytes("bot:geheim:密"));
        proxy.Asked.Should().ContainSingle().Which.Should().Contain($"\r\nProxy-Authorization: Basic {proof}\r\n").And.NotContain("Bearer");
        proxy.Inside.Should().ContainSingle().Which.Should().NotContain("Proxy-Authorization");
    }

    [Theory]
    [InlineData("localhost")] // the proxy's name server led to somebody inside
    [InlineData("evil.example.org")]
    public async Task Who_cannot_show_the_certificate_of_the_name_is_told_nothing(string shown)
    {
        await using var proxy = new FakeProxy(TestAuthority.Trusted.Issue(shown));
        (await CallAsync(proxy, null)).Outcome.Should().Be(ConnectorOutcome.NotSent);
        proxy.Asked.Should().ContainSingle();
        proxy.Inside.Should().BeEmpty();
    }

    [Theory]
    [InlineData("10.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("::1")]
    public async Task A_name_that_leads_inside_as_seen_from_here_is_not_even_asked_for(string seen)
    {
        await using var proxy = new FakeProxy(TestAuthority.Trusted.Issue(Teams));
        (await CallAsync(proxy, seen)).Outcome.Should().Be(ConnectorOutcome.Forbidden);
        proxy.Asked.Should().BeEmpty();
    }

    [Theory]
    [InlineData("https://10.0.0.1/")]
    [InlineData("https://internal.example.org/")]
    [InlineData("http://smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net:8443/")]
    public async Task A_host_that_is_not_on_the_list_is_not_asked_for_whoever_forgot_to_look(string address)
    {
        await using var proxy = new FakeProxy(TestAuthority.Trusted.Issue(Teams));
        using var http = new HttpClient(Guarded(proxy, ServiceUrlPolicy.ForServices([]), null, null).MakeHandler());
        var ask = () => http.GetAsync(new Uri(address));
        (await ask.Should().ThrowAsync<HttpRequestException>()).WithInnerException<ForbiddenAddressException>();
        proxy.Asked.Should().BeEmpty();
    }

    [Fact]
    public async Task An_address_of_this_machine_that_is_named_is_called_directly()
    {
        await using var proxy = new FakeProxy(TestAuthority.Trusted.Issue(Teams));
        await using var ours = await FakeHost.StartAsync();
        using var http = new HttpClient(Guarded(proxy, new ServiceUrlPolicy([ours.Root]), null, null).MakeHandler());
        (await http.GetAsync(new Uri(ours.Root))).StatusCode.Should().Be(HttpStatusCode.OK);
        proxy.Asked.Should().BeEmpty();
    }

    [Theory]
    [InlineData("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\n\r\n", "Proxy407")]
    [InlineData("HTTP/1.0 403 Forbidden\r\nContent-Length: 0\r\n\r\n", "Proxy403")]
    [InlineData("SSH-2.0-Open\r\n\r\n", "Proxy0")]
    public async Task A_proxy_that_refuses_is_named_and_the_message_waits(string said, string error)
    {
        await using var proxy = new FakeProxy(TestAuthority.Trusted.Issue(Teams), said);
        var answer = await CallAsync(proxy, null);
        (answer.Outcome, answer.Error).Should().Be((ConnectorOutcome.NotSent, error));
        proxy.Inside.Should().BeEmpty();
    }

    private static async Task<ConnectorAnswer> CallAsync(FakeProxy proxy, string? seen, NetworkCredential? credential = null)
    {
        var policy = ServiceUrlPolicy.ForServices([]);
        using var http = new HttpMessageInvoker(Guarded(proxy, policy, seen, credential).MakeHandler());
        var call = new ConnectorCall(http, policy, new GivenToken(), new ManualTime());
        return await new ConnectorClient(call).SendAsync($"https://{Teams}/amer/", "c", "{}"u8.ToArray(), default);
    }

    private static GuardedConnect Guarded(FakeProxy proxy, ServiceUrlPolicy policy, string? seen, NetworkCredential? credential) => new(
        policy, (_, _) => seen is null ? throw new SocketException((int)SocketError.HostNotFound) : Task.FromResult(new[] { IPAddress.Parse(seen) }),
        new OutboundProxy(proxy.Address, credential));
}
