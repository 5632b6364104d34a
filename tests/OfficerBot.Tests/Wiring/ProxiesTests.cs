using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OfficerBot.Wiring;

namespace OfficerBot.Tests.Wiring;

/// <summary>Whose word on the caller is taken.</summary>
public sealed class ProxiesTests
{
    [Theory]
    [InlineData("127.0.0.1", "203.0.113.7", "203.0.113.7")]
    [InlineData("10.1.2.3", "203.0.113.7", "203.0.113.7")]
    [InlineData("203.0.113.9", "127.0.0.1", "203.0.113.9")]
    [InlineData("127.0.0.1", "127.0.0.1, 198.51.100.4, 10.1.9.9", "198.51.100.4")]
    [InlineData("127.0.0.1", "nonsense", "127.0.0.1")]
    public async Task The_caller_is_the_first_address_that_no_listed_proxy_vouches_past(string peer, string forwarded, string caller)
    {
        var context = await PassAsync(peer, ("X-Forwarded-For", forwarded));
        context.Connection.RemoteIpAddress.Should().Be(IPAddress.Parse(caller));
    }

    [Theory]
    [InlineData("10.1.2.3", "https", "bot.example.org")]
    [InlineData("203.0.113.9", "http", "inside:5080")]
    public async Task Scheme_and_host_are_the_proxys_only_when_it_is_listed(string peer, string scheme, string host)
    {
        var context = await PassAsync(peer, ("X-Forwarded-For", "203.0.113.7"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "bot.example.org"));
        context.Request.Scheme.Should().Be(scheme);
        context.Request.Host.Value.Should().Be(host);
    }

    [Theory]
    [InlineData("10.1.0.0/16", true)]
    [InlineData("10.1.2.3", true)]
    [InlineData("::1", true)]
    [InlineData("proxy.example.org", false)]
    [InlineData("10.1.0.0/99", false)]
    public void A_proxy_is_listed_by_address_or_network(string text, bool isOne) => Proxies.IsOne(text).Should().Be(isOne);

    private static async Task<HttpContext> PassAsync(string peer, params (string Name, string Value)[] headers)
    {
        var app = new ApplicationBuilder(new ServiceCollection().AddLogging().BuildServiceProvider());
        app.UseForwardedHeaders(Proxies.Known([.. Proxies.Default, "10.1.0.0/16"]));
        app.Run(_ => Task.CompletedTask);
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(peer);
        context.Request.Scheme = "http";
        context.Request.Host = new HostString("inside:5080");
        headers.ToList().ForEach(h => context.Request.Headers[h.Name] = h.Value);
        await app.Build()(context);
        return context;
    }
}
