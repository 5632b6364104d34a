using System.Text;
using Microsoft.AspNetCore.Http;
using OfficerBot.Mailing;
using OfficerBot.Protocol.Connector;

namespace OfficerBot.Tests.Protocol.Connector;

public sealed class AttachmentDownloadTests : IAsyncLifetime
{
    private static readonly TimeSpan Total = TimeSpan.FromSeconds(10);

    private readonly ManualTime _machine = new();
    private FakeHost _channel = null!; // made before each test
    private FakeHost _files = null!;
    private FakeHost _inside = null!;

    public async Task InitializeAsync()
    {
        _channel = await FakeHost.StartAsync();
        _files = await FakeHost.StartAsync();
        _inside = await FakeHost.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _channel.DisposeAsync();
        await _files.DisposeAsync();
        await _inside.DisposeAsync();
    }

    [Fact]
    public async Task A_file_of_the_channel_is_fetched_with_the_token()
    {
        _channel.Answers.Enqueue(FakeHost.Says(200, "bytes"));
        var got = await FetchAsync(_channel.Root + "/v3/attachments/a/views/original", true);
        Encoding.UTF8.GetString(got.Should().BeOfType<Download.Got>().Which.Bytes).Should().Be("bytes");
        _channel.Received.Single()["Authorization"].Should().Be("Bearer t1");
    }

    [Fact]
    public async Task A_file_that_is_open_by_its_address_is_fetched_without_the_token()
    {
        await FetchAsync(_channel.Root + "/f", false);
        _channel.Received.Single()["Authorization"].Should().BeNull();
    }

    [Fact]
    public async Task A_host_of_files_never_gets_the_token_even_by_a_redirect_from_the_channel()
    {
        _channel.Answers.Enqueue(FakeHost.Says(302, "", "Location", _files.Root + "/f"));
        (await FetchAsync(_channel.Root + "/a", true)).Should().BeOfType<Download.Got>();
        _files.Received.Single()["Authorization"].Should().BeNull();
        (await FetchAsync(_files.Root + "/f", true)).Should().BeOfType<Download.Got>();
        _files.Received.Last()["Authorization"].Should().BeNull();
    }

    [Theory]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://evil.example/f")]
    [InlineData("http://smba.trafficmanager.net/f")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//evil.example/f")]
    [InlineData(null)]
    public async Task A_redirect_to_anybody_else_is_not_followed(string? target)
    {
        _channel.Answers.Enqueue(FakeHost.Says(302, "", "Location", target ?? _inside.Root + "/secret"));
        (await FetchAsync(_channel.Root + "/a", true)).Should().Be(new Download.Refused(DownloadRefusal.NotAllowed));
        _inside.Received.Should().BeEmpty();
    }

    [Fact]
    public async Task Three_redirects_are_followed_and_a_fourth_is_not()
    {
        for (var i = 0; i < 3; i++)
        {
            _channel.Answers.Enqueue(FakeHost.Says(301, "", "Location", "/next"));
        }

        (await FetchAsync(_channel.Root + "/a", true)).Should().BeOfType<Download.Got>();
        _channel.Otherwise = FakeHost.Says(302, "", "Location", "/round");
        (await FetchAsync(_channel.Root + "/a", true)).Should().Be(new Download.Refused(DownloadRefusal.Answered));
        _channel.Received.Should().HaveCount(4 + 4);
    }

    [Fact]
    public async Task A_refused_token_is_replaced_once()
    {
        _channel.Answers.Enqueue(FakeHost.Says(401));
        (await FetchAsync(_channel.Root + "/a", true)).Should().BeOfType<Download.Got>();
        _channel.Received.Select(r => r["Authorization"]).Should().Equal("Bearer t1", "Bearer t2");
        _channel.Otherwise = FakeHost.Says(401);
        (await FetchAsync(_channel.Root + "/a", true)).Should().Be(new Download.Refused(DownloadRefusal.Answered));
        _channel.Received.Should().HaveCount(4);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_over_the_size_is_refused_whether_the_host_says_its_size_or_not(bool says)
    {
        _channel.Otherwise = http =>
        {
            http.Response.ContentLength = says ? 101 : null;
            return http.Response.WriteAsync(new string('x', 101));
        };
        (await FetchAsync(_channel.Root + "/a", true)).Should().Be(new Download.Refused(DownloadRefusal.TooBig));
    }

    [Fact]
    public async Task A_host_that_hangs_is_left_after_the_time()
    {
        _channel.Otherwise = FakeHost.HangsAsync;
        var waits = _machine.Awaiting(Total);
        var fetching = FetchAsync(_channel.Root + "/a", true);
        await waits;
        _machine.Advance(Total);
        (await fetching).Should().Be(new Download.Refused(DownloadRefusal.TooSlow));
    }

    [Fact]
    public async Task A_line_that_breaks_is_told_as_such()
    {
        _channel.Otherwise = FakeHost.Breaks;
        (await FetchAsync(_channel.Root + "/a", true)).Should().Be(new Download.Refused(DownloadRefusal.Unreachable));
    }

    private async Task<Download> FetchAsync(string address, bool withBearer)
    {
        var services = ServiceUrlPolicy.ForServices([_channel.Root]);
        var files = ServiceUrlPolicy.ForFiles([_channel.Root, _files.Root]);
        using var http = new HttpMessageInvoker(new GuardedConnect(files).MakeHandler());
        return await new AttachmentDownload(http, files, services, new GivenToken(), _machine)
            .FetchAsync(new Uri(address), withBearer, 100, Total, CancellationToken.None);
    }
}
