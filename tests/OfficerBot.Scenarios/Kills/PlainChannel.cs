using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace OfficerBot.Scenarios.Kills;

/// <summary>What a channel got from the bot.</summary>
/// <param name="ReplyTo">The activity it answers; empty for none.</param>
/// <param name="Life">In which life of the service it came.</param>
internal sealed record Received(string ReplyTo, string Text, int Life);

/// <summary>A channel's service address on loopback: takes every activity, writes it down, and lets a test act before it is answered.</summary>
internal sealed class PlainChannel : IAsyncDisposable
{
    /// <summary>Its name as <c>channelId</c>.</summary>
    public const string Name = "test";

    private readonly WebApplication _app;

    private PlainChannel(WebApplication app) => _app = app;

    /// <summary>Everything taken, in order.</summary>
    public ConcurrentQueue<Received> Taken { get; } = new();

    /// <summary>Counted by the test: how often the service was started.</summary>
    public int Life { get; set; }

    /// <summary>Runs when an activity has come whole, before the answer.</summary>
    public Func<Received, Task> OnTaken { get; set; } = _ => Task.CompletedTask;

    /// <summary>Goes into activities as <c>serviceUrl</c>.</summary>
    public string Address => _app.Urls.First() + "/";

    /// <summary>Opens it on a free port.</summary>
    public static async Task<PlainChannel> OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var channel = new PlainChannel(builder.Build());
        channel._app.MapPost("/{**path}", channel.TakeAsync);
        await channel._app.StartAsync();
        return channel;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        var activity = await request.ReadFromJsonAsync<JsonObject>() ?? [];
        var received = new Received((string?)activity["replyToId"] ?? "", (string?)activity["text"] ?? "", Life);
        if (received.Text.Length > 0)
        {
            Taken.Enqueue(received);
            await OnTaken(received);
        }

        return Results.Json(new { id = $"r{Taken.Count}" });
    }
}
