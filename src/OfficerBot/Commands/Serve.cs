using OfficerBot.Health;
using OfficerBot.Settings;
using OfficerBot.Storage;
using OfficerBot.Wiring;

namespace OfficerBot.Commands;

/// <summary>Serves until it is stopped.</summary>
internal static class Serve
{
    /// <summary>Starts the service and waits for its end.</summary>
    public static async Task<int> RunAsync(string[] settings)
    {
        try
        {
            var (app, problems) = await Service.BuildAsync(settings, null, CancellationToken.None);
            if (app is null)
            {
                return Refusal.Print(problems);
            }

            await using (app)
            {
                await app.StartAsync();
                foreach (var line in StartLines.Of(app.Services.GetRequiredService<OfficerBotSettings>(), app.Urls))
                {
                    Console.WriteLine(line);
                }

                var manager = app.Services.GetRequiredService<ServiceManager>();
                app.Lifetime.ApplicationStopping.Register(manager.Stopping);
                manager.Ready();
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true); // what reading the content left behind: some 10 MB
                await EndAsync(app);
            }

            return 0;
        }
        catch (Exception e) when (StartFault.Told(e) is { } told)
        {
            return Refusal.Print([told]); // one of the four edges: process start
        }
    }

    // When the disk fails to confirm a write, only a new start reads what is really on it.
    private static async Task EndAsync(WebApplication app)
    {
        var store = app.Services.GetRequiredService<SqliteStore>();
        var ended = app.WaitForShutdownAsync();
        if (await Task.WhenAny(ended, store.Stopped) != ended)
        {
            await app.StopAsync();
            throw await store.Stopped;
        }
    }
}
