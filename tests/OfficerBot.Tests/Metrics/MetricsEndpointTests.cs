using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using System.Diagnostics.Metrics;
using OfficerBot.Metrics;
using OfficerBot.Settings;
using OfficerBot.Tests.House;

namespace OfficerBot.Tests.Metrics;

/// <summary>Who may read how the service fares.</summary>
public sealed class MetricsEndpointTests
{
    private const string Token = "a-token-of-some-length";

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1:5080", true)]
    [InlineData("::1", "localhost:5080", true)]
    [InlineData("127.0.0.1", "bot.example.org", false)]
    [InlineData("10.0.0.9", "127.0.0.1:5080", false)]
    [InlineData("10.0.0.9", "10.0.0.1:5080", false)]
    public void Without_a_token_only_this_machine_by_its_own_address_may(string from, string host, bool may) =>
        Endpoint().MayRead(Asked(from, host)).Should().Be(may);

    [Fact]
    public void Behind_a_proxy_everybody_seems_to_be_this_machine_so_nobody_may_without_a_token() =>
        Endpoint(("PublicUrl", "https://bot.example.org")).MayRead(Asked("127.0.0.1", "127.0.0.1:5080")).Should().BeFalse();

    [Theory]
    [InlineData("Bearer " + Token, true)]
    [InlineData("bearer " + Token, true)]
    [InlineData("Bearer another-token-of-length", false)]
    [InlineData(Token, false)]
    [InlineData(null, false)]
    public void With_a_token_it_alone_decides(string? shown, bool may)
    {
        var asked = Asked("127.0.0.1", "127.0.0.1:5080");
        asked.Request.Headers.Authorization = shown;
        Endpoint(("Metrics:Token", Token)).MayRead(asked).Should().Be(may);
    }

    [Fact]
    public void A_page_is_never_this_machine()
    {
        var asked = Asked("127.0.0.1", "127.0.0.1:5080");
        asked.Request.Headers.Origin = "http://127.0.0.1:5080";
        Endpoint().MayRead(asked).Should().BeFalse();
    }

    private static DefaultHttpContext Asked(string from, string host)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(from);
        context.Request.Host = new HostString(host);
        return context;
    }

    private static MetricsEndpoint Endpoint(params (string Key, string Value)[] values)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values.Append(("Mail:Folder", "x")).ToDictionary(v => v.Item1, string? (v) => v.Item2)).Build();
        var (settings, problems) = SettingsReader.Read(configuration, Tree.Root);
        problems.Should().BeEmpty();
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        using var book = new MetricsBook(services.GetRequiredService<IMeterFactory>());
        return new MetricsEndpoint(book, settings!); // who may is decided without the book
    }
}
