using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OfficerBot.Conversation.Turns;
using OfficerBot.Conversation.Understanding;
using OfficerBot.Domain.Roster;
using OfficerBot.Requests;
using OfficerBot.Settings;
using OfficerBot.Storage;
using OfficerBot.Wiring;

namespace OfficerBot.Tests.Doors;

/// <summary>The service in sample mode beside a channel that takes what it sends and hands out files.</summary>
public sealed class ChannelBench : IAsyncLifetime, IDisposable
{
    /// <summary>Words at which the reader fails, so that the turn fails.</summary>
    public const string Trouble = "读到这里出错";

    public const string Bot = "28:bot";
    public const string Officer = "29:zhou";
    public const string Liaison = "29:liu";

    private readonly string _folder = Directory.CreateTempSubdirectory("officerbot-channel-").FullName;
    private readonly HttpClient _http = new();
    private readonly ConcurrentDictionary<string, (string Type, byte[] Bytes, Task Gate)> _files = new();
    private readonly ConcurrentDictionary<string, bool> _asked = new();
    private readonly List<Received> _received = [];
    private readonly SemaphoreSlim _arrived = new(0);
    private readonly FaultCount _faults = new();
    private WebApplication? _service;
    private WebApplication? _channel;
    private int _next;

    public sealed record Received(string Method, string Path, JsonObject Activity);

    public string ChannelUrl => _channel!.Urls.First();

    public async Task InitializeAsync()
    {
        (_service, var problems) = await Service.BuildAsync(
            ["--Urls", "http://127.0.0.1:0", "--Storage:Path", Path.Combine(_folder, "o.db")], FailAtTrouble, CancellationToken.None);
        problems.Should().BeEmpty();
        await _service!.StartAsync();
        _http.BaseAddress = new Uri(_service.Urls.First());
        var requests = _service.Services.GetRequiredService<RequestJob>();
        await requests.DoAsync(new OperatorRequest.Bind("msteams", Officer, "白沙镇周晓燕", null), CancellationToken.None);
        await requests.DoAsync(new OperatorRequest.Bind("msteams", Liaison, "刘艺超", null), CancellationToken.None);
        await StartChannelAsync();
    }

    public async Task DisposeAsync()
    {
        await _service!.DisposeAsync();
        await _channel!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    public void Dispose()
    {
        _http.Dispose();
        _arrived.Dispose();
    }

    /// <summary>An id nobody has used yet.</summary>
    public string New(string prefix) => $"{prefix}{Interlocked.Increment(ref _next)}";

    /// <summary>A message in a personal chat of Teams.</summary>
    public JsonObject Personal(string user, string conversation, string text) => new()
    {
        ["type"] = "message", ["id"] = New("m"), ["channelId"] = "msteams", ["serviceUrl"] = ChannelUrl, ["text"] = text, ["from"] = new JsonObject { ["id"] = user, ["name"] = "周 晓燕" },
        ["recipient"] = new JsonObject { ["id"] = Bot, ["name"] = "信息员助手" }, ["conversation"] = new JsonObject { ["id"] = conversation, ["conversationType"] = "personal" },
    };

    /// <summary>A message in a group chat or channel of Teams.</summary>
    public JsonObject Group(string user, string conversation, string text, bool mentioned)
    {
        var message = Personal(user, conversation, mentioned ? $"<at>信息员助手</at>&nbsp;{text}" : text);
        message["conversation"] = new JsonObject { ["id"] = conversation, ["isGroup"] = true };
        if (mentioned)
        {
            message["entities"] = new JsonArray(new JsonObject
            {
                ["type"] = "mention", ["text"] = "<at>信息员助手</at>", ["mentioned"] = new JsonObject { ["id"] = Bot, ["name"] = "信息员助手" },
            });
        }

        return message;
    }

    public async Task<(HttpStatusCode Status, JsonObject? Body)> PostAsync(JsonObject activity)
    {
        using var content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await _http.PostAsync("/api/messages", content);
        var body = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, body.Length == 0 ? null : JsonNode.Parse(body)!.AsObject());
    }

    /// <summary>Posts anything; the status and the body's text.</summary>
    public async Task<(int Status, string Body)> PostAsync(HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = content };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var answer = await _http.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Posts with expectReplies; the answers.</summary>
    public async Task<IReadOnlyList<JsonObject>> RepliesAsync(JsonObject activity)
    {
        activity["deliveryMode"] = "expectReplies";
        var (status, body) = await PostAsync(activity);
        status.Should().Be(HttpStatusCode.OK);
        return [.. body!["activities"]!.AsArray().Select(a => a!.AsObject())];
    }

    /// <summary>What the service sent into a conversation, once there is as much.</summary>
    public async Task<IReadOnlyList<Received>> SentAsync(string conversation, int count)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (Sent(conversation) is var sent)
        {
            if (sent.Count >= count)
            {
                return sent;
            }

            await _arrived.WaitAsync(limit.Token);
        }

        throw new InvalidOperationException("never");
    }

    /// <summary>What the service sent into a conversation so far.</summary>
    public IReadOnlyList<Received> Sent(string conversation)
    {
        lock (_received)
        {
            return [.. _received.Where(r => r.Path.Contains(Uri.EscapeDataString(conversation), StringComparison.Ordinal))];
        }
    }

    /// <summary>Puts a file on the channel; it is handed out when the gate opens.</summary>
    public string Put(string name, string type, byte[] bytes, Task? gate = null)
    {
        _files[name] = (type, bytes, gate ?? Task.CompletedTask);
        return $"{ChannelUrl}/files/{name}";
    }

    /// <summary>True once the service has asked for a file.</summary>
    public bool Asked(string name) => _asked.ContainsKey(name);

    internal T Read<T>(Func<Session, T> query) => _service!.Services.GetRequiredService<SqliteStore>().Read(query);

    /// <summary>How many turns have failed, as the log told.</summary>
    public int TurnsFailed => _faults.Count;

    internal OfficerBot.Doors.ChannelDoor Door => _service!.Services.GetRequiredService<OfficerBot.Doors.ChannelDoor>();

    internal SqliteStore Store => _service!.Services.GetRequiredService<SqliteStore>();

    internal GroupId TheGroup => Read(s => s.Notices.Groups()[0]);

    private void FailAtTrouble(IServiceCollection services)
    {
        services.AddSingleton<ILoggerProvider>(_faults);
        services.AddSingleton(MakeDesk);
    }

    private static Desk MakeDesk(IServiceProvider s)
    {
        ReadMessage read = s.GetRequiredService<Reader>().Read;
        return new Desk(
            (text, context) => text.Contains(Trouble, StringComparison.Ordinal) ? throw new InvalidOperationException("made to fail") : read(text, context),
            OfficerBot.Wiring.Wiring.Dialogs(Contents.Load(s.GetRequiredService<OfficerBotSettings>()), s.GetRequiredService<Reader>(), s.GetRequiredService<OfficerBot.Wiring.Wiring.Presses>()));
    }

    private async Task StartChannelAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _channel = builder.Build();
        _channel.MapGet("/files/{name}", async (string name) =>
        {
            if (!_files.TryGetValue(name, out var file))
            {
                return Results.NotFound();
            }

            _asked[name] = true;
            await file.Gate;
            return Results.Bytes(file.Bytes, file.Type);
        });
        _channel.Map("/v3/{**path}", async (HttpContext http) =>
        {
            var activity = (await JsonNode.ParseAsync(http.Request.Body))!.AsObject();
            lock (_received)
            {
                _received.Add(new(http.Request.Method, http.Features.Get<IHttpRequestFeature>()!.RawTarget, activity));
            }

            _arrived.Release();
            return Results.Json(new { id = New("r") });
        });
        await _channel.StartAsync();
    }

    // Counts by event id: what is logged is another test's.
    private sealed class FaultCount : ILoggerProvider, ILogger
    {
        private int _count;

        public int Count => _count;

        public ILogger CreateLogger(string categoryName) => this;

        public void Dispose()
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (eventId.Id == 105)
            {
                Interlocked.Increment(ref _count);
            }
        }
    }
}
