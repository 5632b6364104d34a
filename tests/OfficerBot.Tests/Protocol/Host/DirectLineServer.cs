using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OfficerBot.Protocol.DirectLine;
using OfficerBot.Wiring;

namespace OfficerBot.Tests.Protocol.Host;

/// <summary>Direct Line on a loopback port, over an office that outlives it.</summary>
public sealed class DirectLineServer : IAsyncDisposable
{
    public const string Secret = "the-secret-of-the-test-site";

    private readonly WebApplication app;

    private DirectLineServer(WebApplication app, MachineClock clock, InMemoryOffice office)
    {
        this.app = app;
        Clock = clock;
        Office = office;
    }

    public MachineClock Clock { get; }

    public InMemoryOffice Office { get; }

    public DirectLineHub Hub => Office.Hub;

    public DirectLineTokens Tokens => app.Services.GetRequiredService<DirectLineTokens>();

    public Uri Root => new(app.Urls.First());

    public static DirectLineSettings Settings { get; } = new(Secret, []) { RateLimitsEnabled = false };

    public static Task<DirectLineServer> StartAsync(DirectLineSettings? settings = null)
    {
        var clock = new MachineClock();
        return StartAsync(settings ?? Settings, clock, new InMemoryOffice(clock), "http://127.0.0.1:0");
    }

    /// <summary>The same office and address under a new process: what a restart is to clients.</summary>
    public async Task<DirectLineServer> RestartAsync()
    {
        var address = app.Urls.First();
        var settings = app.Services.GetRequiredService<DirectLineSettings>();
        await DisposeAsync();
        return await StartAsync(settings, Clock, Office, address);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private static async Task<DirectLineServer> StartAsync(DirectLineSettings settings, MachineClock clock, InMemoryOffice office, string address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        builder.Services.AddDirectLine(settings);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton<IDirectLineDoor>(office);
        builder.Services.AddSingleton<IConversationLog>(office);
        builder.Services.AddSingleton<IAttachmentStore>(office);
        var app = builder.Build();
        app.UseForwardedHeaders(Proxies.Known([System.Net.IPAddress.Loopback.ToString()]));
        app.MapDirectLine();
        await app.StartAsync();
        office.Hub = app.Services.GetRequiredService<DirectLineHub>();
        return new DirectLineServer(app, clock, office);
    }
}
