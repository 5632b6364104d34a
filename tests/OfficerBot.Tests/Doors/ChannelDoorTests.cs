using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OfficerBot.Jobs;
using OfficerBot.Requests;
using OfficerBot.Wiring;

namespace OfficerBot.Tests.Doors;

public sealed class ChannelDoorTests : IAsyncLifetime, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("officerbot-channel-").FullName;
    private readonly HttpClient _http = new();
    private readonly List<(string Path, JsonObject Activity)> _received = [];
    private readonly Queue<int> _answers = new();
    private WebApplication? _service;
    private WebApplication? _channel;

    public async Task InitializeAsync()
    {
        (_service, var problems) = await Service.BuildAsync(
            ["--Urls", "http://127.0.0.1:0", "--Storage:Path", Path.Combine(_folder, "o.db")], null, CancellationToken.None);
        problems.Should().BeEmpty();
        await _service!.StartAsync();
        _http.BaseAddress = new Uri(_service.Urls.First());
        await _service.Services.GetRequiredService<RequestJob>().DoAsync(new OperatorRequest.Bind("test", "u1", "白沙镇周晓燕", null), CancellationToken.None);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _channel = builder.Build();
        _channel.MapPost("/{**path}", async (HttpContext http) =>
        {
            var activity = await http.Request.ReadFromJsonAsync<JsonObject>();
            lock (_received)
            {
                _received.Add((http.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget, activity!));
                var status = _answers.TryDequeue(out var next) ? next : 200;
                http.Response.Headers.RetryAfter = "0";
                return Results.Json(new { id = "r" + _received.Count }, statusCode: status);
            }
        });
        await _channel.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _service!.DisposeAsync();
        await _channel!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    public void Dispose() => _http.Dispose();

    [Theory]
    [InlineData("{", 400, "BadSyntax")]
    [InlineData("[]", 400, "BadSyntax")]
    [InlineData("{}", 400, "MissingProperty")]
    [InlineData("""{"type":"message","from":{"id":"u1"},"channelId":"test"}""", 400, "MissingProperty")]
    [InlineData("""{"type":"message","conversation":{"id":"c"},"channelId":"test"}""", 400, "MissingProperty")]
    [InlineData("""{"type":"wave","conversation":{"id":"c"},"channelId":"test"}""", 200, null)]
    public async Task What_is_no_message_is_answered_plainly(string body, int status, string? code)
    {
        using var answer = await PostAsync(body);
        ((int)answer.StatusCode).Should().Be(status);
        var text = await answer.Content.ReadAsStringAsync();
        (code is null ? text.Length == 0 : text.Contains(code, StringComparison.Ordinal)).Should().BeTrue(text);
    }

    [Fact]
    public async Task A_message_that_expects_replies_gets_them_in_the_answer_and_a_repeat_files_nothing()
    {
        var first = await RepliesAsync("m1", "组织志愿者清理河道垃圾3吨");
        first.Should().ContainSingle().Which!["text"]!.ToString().Should().Contain("0916-01");
        first[0]!["recipient"]!["id"]!.ToString().Should().Be("u1");
        first[0]!["replyToId"]!.ToString().Should().Be("m1");
        (await RepliesAsync("m1", "组织志愿者清理河道垃圾3吨"))[0]!["text"]!.ToString().Should().Contain("0916-01");
        (await RepliesAsync("m2", "我还欠什么"))[0]!["text"]!.ToString().Should().Contain("1");
    }

    [Fact]
    public async Task Replies_are_posted_to_the_service_address_once_more_after_it_was_busy()
    {
        _answers.Enqueue(503);
        _answers.Enqueue(429);
        using (await PostAsync(Message("m1", "今天谁还没报", _channel!.Urls.First()).ToJsonString()))
        {
            await _service!.Services.GetRequiredService<ConnectorSender>().SettledAsync();
        }

        _received.Select(r => r.Path).Should().HaveCount(3).And.AllBe("/v3/conversations/c%2F1/activities/m1");
    }

    [Fact]
    public async Task A_message_of_100_KB_gets_a_sentence_and_files_nothing()
    {
        var long100 = string.Concat(Enumerable.Repeat("清理河道垃圾", 6_000));
        (await RepliesAsync("m1", long100))[0]!["text"]!.ToString().Should().Contain("36000");
    }

    [Fact]
    public async Task A_page_of_another_site_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent("{}") };
        request.Headers.Add("Origin", "https://elsewhere.example.org");
        using var answer = await _http.SendAsync(request);
        answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    private async Task<JsonArray> RepliesAsync(string id, string text)
    {
        var message = Message(id, text, null);
        message["deliveryMode"] = "expectReplies";
        using var answer = await PostAsync(message.ToJsonString());
        return (await answer.Content.ReadFromJsonAsync<JsonObject>())!["activities"]!.AsArray();
    }

    private static JsonObject Message(string id, string text, string? serviceUrl) => new()
    {
        ["type"] = "message", ["id"] = id, ["channelId"] = "test", ["serviceUrl"] = serviceUrl, ["text"] = text, ["from"] = new JsonObject { ["id"] = "u1" },
        ["recipient"] = new JsonObject { ["id"] = "bot" }, ["conversation"] = new JsonObject { ["id"] = "c/1" },
    };

    private Task<HttpResponseMessage> PostAsync(string body) => _http.PostAsync("/api/messages", new StringContent(body, Encoding.UTF8, "application/json"));
}
