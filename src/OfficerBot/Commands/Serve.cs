using OfficerBot.Settings;
using OfficerBot.Storage;
using OfficerBot.Wiring;

namespace OfficerBot.Commands;

/// <summary>Serves until it is stopped.</summary>
internal static class Serve
{
    /// <summary>Starts the service and waits for its end.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            var (app, problems) = await Service.BuildAsync(args, null, CancellationToken.None);
            if (app is null)
            {
                return Refuse(problems);
            }

            await using (app)
            {
                await app.StartAsync();
                Console.WriteLine($"OfficerBot: {string.Join(' ', app.Urls)}");
                await EndAsync(app);
            }

            return 0;
        }
        catch (Exception e) when (e is InvalidDataException or StoreHeldException or StoreUnavailableException or IOException or UnauthorizedAccessException)
        {
            return Refuse([e.Message]); // one of the four edges: process start
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

    private static int Refuse(IReadOnlyList<string> problems)
    {
        foreach (var problem in problems)
        {
            Console.Error.WriteLine(problem);
        }

        return 1;
    }
}
