using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace OfficerBot.Tests.Protocol.Connector;

/// <summary>Some server on this machine: keeps what it was asked and answers as it is told.</summary>
public sealed class FakeHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeHost(WebApplication app) => _app = app;

    /// <summary>Its address, without a slash at the end.</summary>
    public string Root => _app.Urls.First();

    /// <summary>What it was asked, in order.</summary>
    public ConcurrentQueue<Asked> Received { get; } = new();

    /// <summary>What it answers next; when empty, <see cref="Otherwise"/>.</summary>
    public ConcurrentQueue<Func<HttpContext, Task>> Answers { get; } = new();

    /// <summary>What it answers when nothing else is said.</summary>
    public Func<HttpContext, Task> Otherwise { get; set; } = Says(200, """{"id":"1"}""");

    public static async Task<FakeHost> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var host = new FakeHost(app);
        app.Run(host.AnswerAsync);
        await app.StartAsync();
        return host;
    }

    /// <summary>An answer of a status and a body.</summary>
    /// <param name="headers">Name, value, name, value …</param>
    public static Func<HttpContext, Task> Says(int status, string body = "", params string[] headers) => http =>
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        for (var i = 0; i < headers.Length; i += 2)
        {
            http.Response.Headers[headers[i]] = headers[i + 1];
        }

        return http.Response.WriteAsync(body);
    };

    /// <summary>The line is cut after the request was read.</summary>
    public static Task Breaks(HttpContext http)
    {
        http.Abort();
        return Task.CompletedTask;
    }

    /// <summary>No answer until the caller gives up.</summary>
    public static async Task HangsAsync(HttpContext http)
    {
        var gone = new TaskCompletionSource();
        await using var _ = http.RequestAborted.Register(() => gone.TrySetResult());
        await gone.Task;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync();
        var headers = http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        Received.Enqueue(new(http.Request.Method, http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget, headers, body));
        await (Answers.TryDequeue(out var next) ? next : Otherwise)(http);
    }
}

/// <summary>One request as it came.</summary>
/// <param name="Target">Path and query, still encoded.</param>
public sealed record Asked(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string? this[string header] => Headers.GetValueOrDefault(header);
}
