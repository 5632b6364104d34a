using System.Buffers;
using System.Text;

namespace OfficerBot.Benchmarks.ReportTurns;

/// <summary>The channel's side of the benchmark, in the generator's process: key metadata, token endpoint, and a service address that counts replies.</summary>
internal sealed class FakeChannel : IAsyncDisposable
{
    private static readonly byte[] Taken = Encoding.UTF8.GetBytes("""{"id":"1700000000001"}""");

    private static readonly string[] Algorithms = ["RS256"];

    /// <summary>What bots are given to speak with.</summary>
    public static readonly string AccessToken = new('t', 900);

    private readonly WebApplication _app;
    private int _replies;
    private byte[] _newest = [];

    private FakeChannel(WebApplication app, string root, ChannelKeys keys) => (_app, Root, Keys) = (app, root, keys);

    /// <summary>Scheme, host and port; the service address is this with a slash.</summary>
    public string Root { get; }

    /// <summary>Signs for this channel.</summary>
    public ChannelKeys Keys { get; }

    /// <summary>Replies received.</summary>
    public int Replies => Volatile.Read(ref _replies);

    /// <summary>The body of the reply received last.</summary>
    public byte[] NewestReply => Volatile.Read(ref _newest);

    /// <summary>The settings by which a service trusts this channel.</summary>
    public string[] Settings =>
    [
        "--BotFramework:AppId", ChannelKeys.App, "--BotFramework:AppPassword", "benchmark", "--BotFramework:OpenIdMetadataUrl", $"{Root}/openid",
        "--BotFramework:TokenIssuer", ChannelKeys.Issuer, "--BotFramework:TokenUrl", $"{Root}/token", "--BotFramework:AllowedServiceUrls:0", $"{Root}/",
    ];

    /// <summary>Starts it on a free port.</summary>
    public static async Task<FakeChannel> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        FakeChannel channel = null!; // set before the first request
        app.MapGet("/openid", () => Results.Json(new { issuer = ChannelKeys.Issuer, jwks_uri = $"{channel.Root}/keys", id_token_signing_alg_values_supported = Algorithms }));
        app.MapGet("/keys", () => Results.Json(channel.Keys.KeySet()));
        app.MapPost("/token", () => Results.Json(new { token_type = "Bearer", expires_in = 3600, access_token = AccessToken }));
        app.MapPost("/v3/{**path}", (HttpContext http) => channel.TakeAsync(http));
        await app.StartAsync();
        channel = new FakeChannel(app, app.Urls.First(), new ChannelKeys());
        return channel;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Keys.Dispose();
    }

    private async Task TakeAsync(HttpContext http)
    {
        var length = (int)(http.Request.ContentLength ?? 0);
        var read = await http.Request.BodyReader.ReadAtLeastAsync(length);
        if (_replies % 1000 == 0)
        {
            Volatile.Write(ref _newest, read.Buffer.ToArray());
        }

        http.Request.BodyReader.AdvanceTo(read.Buffer.End);
        Interlocked.Increment(ref _replies);
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = Taken.Length;
        await http.Response.Body.WriteAsync(Taken);
    }
}
