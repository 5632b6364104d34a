using OfficerBot.Doors;
using OfficerBot.Protocol.DirectLine;
using OfficerBot.Wiring;

namespace OfficerBot.Scenarios.Kills;

/// <summary>
/// This assembly as a program: the service with one part replaced by a wrong one, a door that acknowledges before its turn is on the disk. It shows
/// that the judge of the kills finds what it is there to find.
/// </summary>
internal static class Launcher
{
    private static async Task<int> Main(string[] args)
    {
        var (app, problems) = await Service.BuildAsync(args, Replace, CancellationToken.None);
        if (app is null)
        {
            await Console.Error.WriteLineAsync(string.Join('\n', problems));
            return 1;
        }

        await using (app)
        {
            await app.StartAsync();
            Console.WriteLine($"launched / open: {string.Join(' ', app.Urls)}");
            await app.WaitForShutdownAsync();
        }

        return 0;
    }

    private static void Replace(IServiceCollection services) =>
        services.AddSingleton<IDirectLineDoor>(s => new EarlyDoor(ActivatorUtilities.CreateInstance<DirectLineDoor>(s)));

    /// <summary>Says yes first and writes afterwards.</summary>
    private sealed class EarlyDoor(IDirectLineDoor inner) : IDirectLineDoor
    {
        private Task _writing = Task.CompletedTask;

        public Task<StartResult> StartedAsync(StartedConversation started, CancellationToken cancel) => inner.StartedAsync(started, cancel);

        public Task<PostResult> PostAsync(IncomingPost post, CancellationToken cancel)
        {
            _writing = Task.WhenAny(_writing, inner.PostAsync(post, CancellationToken.None)); // not awaited: that is the fault
            return Task.FromResult<PostResult>(new PostResult.Accepted("early"));
        }
    }
}
