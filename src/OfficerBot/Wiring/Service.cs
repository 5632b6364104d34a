using Microsoft.Extensions.FileProviders;
using OfficerBot.Clocks;
using OfficerBot.Doors;
using OfficerBot.Health;
using OfficerBot.Metrics;
using OfficerBot.Protocol.DirectLine;
using OfficerBot.Sample;
using OfficerBot.Settings;
using OfficerBot.Storage;

namespace OfficerBot.Wiring;

/// <summary>Builds the service: settings, parts, notices, pages.</summary>
internal static class Service
{
    // Settings are read once. Watching for changes of them means being woken by every write below the working folder, the store's included.
    private const string NoWatch = "--hostBuilder:reloadConfigOnChange=false";

    /// <summary>Builds it, ready to start.</summary>
    /// <param name="args">Settings as <c>--Section:Key value</c>.</param>
    /// <param name="replace">Tests replace the clock here.</param>
    /// <returns>The service, or the problems of its settings.</returns>
    public static async Task<(WebApplication? App, IReadOnlyList<string> Problems)> BuildAsync(
        string[] args, Action<IServiceCollection>? replace, CancellationToken cancel)
    {
        var builder = WebApplication.CreateSlimBuilder([.. args, NoWatch]);
        Credentials.Add(builder.Configuration, args);
        var (settings, problems) = SettingsReader.Read(builder.Configuration, Contents.ProgramFolder);
        if (settings is null)
        {
            return (null, problems);
        }

        if (DataFolder.ProblemOf(settings) is { } unwritable)
        {
            return (null, [unwritable]);
        }

        builder.WebHost.UseUrls(settings.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(k => k.AddServerHeader = false);
        Logs.Write(builder);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning); // its lines hold addresses with tokens
        builder.Logging.AddFilter("Microsoft.Hosting", LogLevel.Warning);
        var hasStarted = false;
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting", l => l == LogLevel.Critical && hasStarted); // a failed start is told once, in plain words
        builder.Services.AddOfficerBot(settings, Contents.Load(settings));
        replace?.Invoke(builder.Services);
        var app = builder.Build();
        app.Lifetime.ApplicationStarted.Register(() => hasStarted = true);
        await PrepareAsync(app, settings, cancel);
        Map(app, settings);
        return (app, []);
    }

    private static async Task PrepareAsync(WebApplication app, OfficerBotSettings settings, CancellationToken cancel)
    {
        app.Services.GetRequiredService<MetricsBook>(); // listens from the beginning
        app.Services.GetRequiredService<OfficeMeter>().Watch(app.Services.GetRequiredService<SqliteStore>(), app.Services.GetRequiredService<OfficeClock>());
        if (settings.Sample.Enabled)
        {
            await app.Services.GetRequiredService<SampleClock>().ResumeAsync(cancel);
        }

        await app.Services.GetRequiredService<GroupSetup>().BringNoticesAsync(cancel);
        if (settings.Sample.Enabled)
        {
            await app.Services.GetRequiredService<SampleRoom>().PrepareAsync(cancel);
        }
    }

    private static void Map(WebApplication app, OfficerBotSettings settings)
    {
        app.UseForwardedHeaders(Proxies.Known(settings.Proxies));
        app.Use(SafeHeaders);
        app.Use(Faults.AnswerAsync);
        var pages = new PhysicalFileProvider(Path.Combine(Contents.ProgramFolder, "wwwroot"));
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = pages,
            OnPrepareResponse = static context => context.Context.Response.Headers.CacheControl = "no-cache", // an upgrade must not meet old scripts
        });
        var page = Path.Combine(pages.Root, settings.Sample.Enabled ? "room.html" : "welcome.html");
        app.MapGet("/", () => Results.File(page, "text/html; charset=utf-8"));
        app.MapHealth();
        app.MapDirectLine();
        app.MapPost("/api/messages", (HttpContext http, ChannelDoor door) => door.PostAsync(http));
        if (settings.Sample.Enabled)
        {
            app.MapSample();
        }
    }

    private static Task SafeHeaders(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.ContentSecurityPolicy =
            "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; connect-src 'self' blob: ws: wss:; worker-src blob:; media-src 'self' blob:; frame-ancestors 'none'; base-uri 'self'";
        return next(context);
    }
}
