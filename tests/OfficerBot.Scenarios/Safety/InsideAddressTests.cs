using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using OfficerBot.Mailing;
using OfficerBot.Scenarios.Office;
using OfficerBot.Tests.Protocol.Connector;
using OfficerBot.Tokens;
using Xunit.Abstractions;

namespace OfficerBot.Scenarios.Safety;

/// <summary>
/// Service and file addresses that lead inside, each with a good token that vouches for it: answers, files, and files that redirect. Somebody listens
/// inside, and must never be called; a name server that changes its mind is in the tests of the connection itself.
/// </summary>
public sealed class InsideAddressTests(ITestOutputHelper output) : IAsyncLifetime, IDisposable
{
    // {0} is the port of the listener inside.
    private static readonly string[] Addresses =
    [
        "http://127.0.0.1:{0}/", "https://127.0.0.1:{0}/", "http://localhost:{0}/", "https://localhost:{0}/", "http://[::1]:{0}/", "http://2130706433:{0}/", "http://0x7f.1:{0}/", "http://017700000001:{0}/",
        "http://127.1:{0}/", "http://0.0.0.0:{0}/", "http://0:{0}/", "http://[::]:{0}/", "http://[::ffff:127.0.0.1]:{0}/", "http://127.0.0.2:{0}/", "http://127。0。0。1:{0}/", "http://①②⑦.0.0.1:{0}/",
        "http://user@127.0.0.1:{0}/", "http://smba.trafficmanager.net@127.0.0.1:{0}/", "http://127.0.0.1:{0}#.botframework.com", "http://127.0.0.1:{0}?x=.botframework.com", "http://127.0.0.1:{0}\\@smba.trafficmanager.net/",
        "http://localhost.:{0}/", "http://LOCALHOST:{0}/", "ws://127.0.0.1:{0}/", "ftp://127.0.0.1:{0}/", "gopher://127.0.0.1:{0}/", "//127.0.0.1:{0}/", "file:///etc/passwd", "data:text/plain,x", "http://10.0.0.1/",
        "http://169.254.169.254/latest/meta-data", "http://100.100.100.200/latest/meta-data", "https://192.168.0.1/", "https://[fd00::1]/", "https://[fe80::1]/", "https://[64:ff9b::7f00:1]/", "https://metadata.google.internal/", "https://172.16.0.1/",
        "https://0xa9fea9fe/", "https://[2002:7f00:1::]/", "http://127.0.0.1:{0}/v3/../", "https://smba.trafficmanager.net:{0}/", "http://smba.trafficmanager.net:{0}/",
    ];

    private readonly ConcurrentQueue<string> _called = new();
    private readonly Channel<bool> _answers = Channel.CreateUnbounded<bool>();
    private readonly TcpListener _inside = new(IPAddress.IPv6Any, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly TaskCompletionSource _heard = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _listening = Task.CompletedTask;
    private WebApplication? _channel;
    private string? _redirect;

    private int Port => ((IPEndPoint)_inside.LocalEndpoint).Port;

    public async Task InitializeAsync()
    {
        _inside.Server.DualMode = true;
        _inside.Start();
        _listening = ListenAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _channel = builder.Build();
        _channel.MapPost("/token", () => Results.Json(new { token_type = "Bearer", expires_in = 3600, access_token = "our-own-token" }));
        _channel.MapGet("/file", (HttpContext http) =>
        {
            http.Response.Headers.Location = new Uri(_redirect ?? "", UriKind.RelativeOrAbsolute).ToString();
            return Results.StatusCode(302);
        });
        _channel.MapFallback(() =>
        {
            _answers.Writer.TryWrite(true);
            return Results.Json(new { id = "r" });
        });
        await _channel.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _end.CancelAsync();
        await _listening;
        await _channel!.DisposeAsync(); // opened before the test
    }

    public void Dispose()
    {
        _inside.Dispose();
        _end.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nobody_inside_is_called_whatever_a_message_names(bool behindProxy)
    {
        await using var proxy = new FakeProxy(TestAuthority.Trusted.Issue("localhost"));
        await using var keys = await KeyServer.OpenAsync();
        TokenForge.Publish(keys);
        await using var office = await OfficeUnderTest.OpenAsync(new()
        {
            More = [.. TokenForge.Arguments(keys), "--BotFramework:AppPassword", "secret",
                "--BotFramework:TokenUrl", $"{_channel!.Urls.First()}/token", "--BotFramework:AllowedServiceUrls:0", _channel.Urls.First(),
                "--BotFramework:AllowEmulator", "false", // an emulator listens on any port of this machine
                .. behindProxy ? ["--BotFramework:ProxyUrl", proxy.Address.ToString()] : Array.Empty<string>()],
        });
        var forge = new TokenForge(office.Machine.GetUtcNow());
        var statuses = new List<int>();
        foreach (var address in Addresses.Select(a => string.Format(CultureInfo.InvariantCulture, a, Port)))
        {
            statuses.Add(await PostAsync(office, forge, address, null));
            statuses.Add(await PostAsync(office, forge, $"{_channel.Urls.First()}/", address));
            _redirect = address;
            statuses.Add(await PostAsync(office, forge, $"{_channel.Urls.First()}/", $"{_channel.Urls.First()}/file"));
            await office.BeatAsync();
            await _answers.Reader.ReadAsync(); // to the second message and the third, so the first one's has been tried
            await _answers.Reader.ReadAsync();
            _called.Should().BeEmpty(address);
        }

        output.WriteLine($"{Addresses.Length} addresses, {statuses.Count} messages: {string.Join(", ", statuses.CountBy(s => s))}");
        statuses.Should().OnlyContain(s => s == 200 || s == 403);
        statuses.Where((_, n) => n % 3 > 0).Should().OnlyContain(s => s == 200, "these come from the channel that is allowed");
        proxy.Asked.Should().BeEmpty("a proxy is asked for nobody inside either");
        await CallAsync();
        _called.Should().NotBeEmpty("the listener hears those who do come");
    }

    private static async Task<int> PostAsync(OfficeUnderTest office, TokenForge forge, string service, string? file)
    {
        using var http = new HttpClient();
        var message = TokenForge.Message("今天谁还没报");
        message["serviceUrl"] = service;
        message["deliveryMode"] = "normal";
        message["conversation"]!["id"] = $"a:{Guid.NewGuid():N}";
        message["attachments"] = file is null ? null : new JsonArray(
            new JsonObject { ["contentType"] = "image/png", ["contentUrl"] = file, ["name"] = "a.png" },
            new JsonObject { ["contentType"] = "application/vnd.microsoft.teams.file.download.info", ["content"] = new JsonObject { ["downloadUrl"] = file }, ["name"] = "a.xlsx" });
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(office.Root, "api/messages")) { Content = new StringContent(message.ToJsonString(), Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + forge.Token(c => c["serviceurl"] = service));
        using var answer = await http.SendAsync(request);
        return (int)answer.StatusCode;
    }

    private async Task CallAsync()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Port);
        await _heard.Task;
    }

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                using var caller = await _inside.AcceptTcpClientAsync(_end.Token);
                _called.Enqueue($"{caller.Client.RemoteEndPoint}");
                _heard.TrySetResult();
            }
        }
        catch (OperationCanceledException)
        {
            // the test is over
        }
    }
}
