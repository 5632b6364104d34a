namespace OfficerBot.Scenarios.Fuzz;

/// <summary>The channel the answers go to: it takes everything, hands out a token, and has files that are not what they seem.</summary>
internal sealed class FuzzChannel : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _posts;

    private FuzzChannel(WebApplication app) => _app = app;

    /// <summary>Service address.</summary>
    public Uri Root => new(_app.Urls.First());

    /// <summary>How many answers came.</summary>
    public int Posts => Volatile.Read(ref _posts);

    /// <summary>Opens one on a free port.</summary>
    public static async Task<FuzzChannel> OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var channel = new FuzzChannel(app);
        var files = 0;
        app.MapPost("/token", () => Results.Json(new { token_type = "Bearer", expires_in = 3600, access_token = "ours" }));
        app.MapGet("/files/{name}", (string name) => File(name, new Chance(4711, Interlocked.Increment(ref files))));
        app.MapFallback(() => Results.Json(new { id = $"r{Interlocked.Increment(ref channel._posts)}" }));
        await app.StartAsync();
        return channel;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static IResult File(string name, Chance chance) => chance.Below(6) switch
    {
        0 => Results.StatusCode(chance.Of(404, 500, 401)),
        1 => Results.Redirect(chance.Of("http://169.254.169.254/latest/meta-data", "file:///etc/passwd", "/files/" + name, "http://127.0.0.1:1/")),
        2 => Results.Bytes(chance.Bytes(chance.Of(0, 1, 5_000))),
        3 => Results.Bytes([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. chance.Bytes(200)]),
        _ => Results.Bytes(SheetInputs.AnyFile(chance)),
    };
}
