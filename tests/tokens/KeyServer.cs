using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OfficerBot.Tokens;

/// <summary>OpenID metadata and key sets on loopback, as many issuers as are asked for by name; it counts who looks.</summary>
public sealed class KeyServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _fetches;

    private KeyServer(WebApplication app) => _app = app;

    /// <summary>Key sets by issuer's name; change them to rotate keys.</summary>
    public ConcurrentDictionary<string, IReadOnlyList<PublishedKey>> Keys { get; } = new();

    /// <summary>Algorithms announced; empty: the member is missing.</summary>
    public IReadOnlyList<string> Algorithms { get; set; } = [];

    /// <summary>Where metadata say the keys are; null: here.</summary>
    public string? KeysAddress { get; set; }

    /// <summary>While true it answers 503.</summary>
    public bool IsDown { get; set; }

    /// <summary>How often metadata were asked for.</summary>
    public int Fetches => Volatile.Read(ref _fetches);

    /// <summary>Opens one on a free port.</summary>
    public static async Task<KeyServer> OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var server = new KeyServer(app);
        app.MapGet("/{issuer}/metadata", server.Metadata);
        app.MapGet("/{issuer}/keys", server.KeySet);
        await app.StartAsync();
        return server;
    }

    /// <summary>Where an issuer announces its keys.</summary>
    public Uri MetadataOf(string issuer) => new($"{_app.Urls.First()}/{issuer}/metadata");

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IResult Metadata(string issuer)
    {
        Interlocked.Increment(ref _fetches);
        var metadata = new JsonObject { ["issuer"] = "https://issuer.example", ["jwks_uri"] = KeysAddress ?? $"{_app.Urls.First()}/{issuer}/keys" };
        if (Algorithms.Count > 0)
        {
            metadata["id_token_signing_alg_values_supported"] = new JsonArray([.. Algorithms.Select(a => JsonValue.Create(a))]);
        }

        return IsDown ? Results.StatusCode(503) : Results.Text(metadata.ToJsonString(), "application/json");
    }

    private IResult KeySet(string issuer) => IsDown
        ? Results.StatusCode(503)
        : Results.Text(new JsonObject { ["keys"] = new JsonArray([.. Keys.GetValueOrDefault(issuer, []).Select(k => k.Entry())]) }.ToJsonString(), "application/json");
}
