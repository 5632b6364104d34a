using OfficerBot.Requests;
using OfficerBot.Storage;
using OfficerBot.Wiring;

namespace OfficerBot.Commands;

/// <summary>Has a request done: by this process when no other holds the database, else by the service that does.</summary>
internal static class Ask
{
    // The service looks once a second; a busy disk may take longer.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Has it done and prints what came of it.</summary>
    /// <returns>0 when it was done, else 1.</returns>
    public static async Task<int> RunAsync(string[] settings, OperatorRequest request, CancellationToken cancel)
    {
        var answer = await HereAsync(settings, request, cancel) ?? await ThereAsync(settings, request, cancel);
        if (answer is null)
        {
            return Refusal.Print(["The service holds the database but did not answer; nothing was changed."]);
        }

        if (!answer.IsDone)
        {
            return Refusal.Print(answer.Lines);
        }

        answer.Lines.ToList().ForEach(Console.WriteLine);
        return 0;
    }

    private static async Task<RequestAnswer?> HereAsync(string[] settings, OperatorRequest request, CancellationToken cancel)
    {
        try
        {
            var (app, problems) = await Service.BuildAsync(settings, null, cancel);
            if (app is null)
            {
                throw new InvalidDataException(string.Join(Environment.NewLine, problems));
            }

            await using (app)
            {
                return await app.Services.GetRequiredService<RequestJob>().DoAsync(request, cancel);
            }
        }
        catch (StoreHeldException)
        {
            return null; // the usual case: the service is running
        }
    }

    private static Task<RequestAnswer?> ThereAsync(string[] settings, OperatorRequest request, CancellationToken cancel) =>
        RequestFolder.Of(CommandSettings.Read(settings)).AskAsync(request, Patience, Wiring.Wiring.Machine, cancel);
}
