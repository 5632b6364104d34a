using OfficerBot.Metrics;

namespace OfficerBot.Health;

/// <summary>
/// <c>/healthz</c>: the process lives and answers; asks nothing of the disk. <c>/readyz</c>: it can do its work, 200 or 503, each check by its plain name.
/// Anybody may ask for the status, as load balancers do; the words of what is wrong are for those who may read the metrics.
/// </summary>
internal static class HealthEndpoints
{
    private const string Ok = "ok";

    /// <summary>Maps both.</summary>
    public static void MapHealth(this WebApplication app)
    {
        var checks = app.Services.GetServices<IReadinessCheck>().ToList();
        var metrics = app.Services.GetRequiredService<MetricsEndpoint>();
        app.MapGet("/healthz", (HttpContext http) => Fresh(http, Results.Text(Ok)));
        app.MapGet("/readyz", async (HttpContext http, CancellationToken cancel) => Fresh(http, await ReadyAsync(checks, metrics.MayRead(http), cancel)));
        app.MapGet("/metrics", (HttpContext http) => Fresh(http, metrics.Answer(http)));
    }

    private static async Task<IResult> ReadyAsync(List<IReadinessCheck> checks, bool inWords, CancellationToken cancel)
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var isReady = true;
        foreach (var check in checks)
        {
            var problem = await AskAsync(check, cancel);
            isReady &= problem is null;
            found[check.Name] = problem is null ? Ok : inWords ? problem : "not ready";
        }

        return Results.Json(new Readiness(isReady ? "ready" : "not ready", found), statusCode: isReady ? 200 : 503);
    }

    // A check that fails is itself an answer; what it threw is not for callers.
    private static async Task<string?> AskAsync(IReadinessCheck check, CancellationToken cancel)
    {
        try
        {
            return await check.ProblemAsync(cancel);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return "cannot be told";
        }
    }

    private static IResult Fresh(HttpContext http, IResult result)
    {
        http.Response.Headers.CacheControl = "no-store";
        return result;
    }

    private sealed record Readiness(string Status, IReadOnlyDictionary<string, string> Checks);
}
