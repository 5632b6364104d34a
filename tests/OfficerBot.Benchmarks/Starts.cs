namespace OfficerBot.Benchmarks;

/// <summary>Starting, and doing nothing.</summary>
internal static class Starts
{
    private const int Times = 5;

    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(5);

    /// <summary>Measures several starts on one folder; the first, which makes the store, is not counted.</summary>
    public static async Task MeasureAsync(string program, string data, string what, ResultTable table)
    {
        var ready = new List<double>();
        var memory = 0.0;
        for (var i = 0; i <= Times; i++)
        {
            await using var service = await RunningService.StartAsync(program, data);
            ready.Add(service.ReadyAfter);
            if (i == Times)
            {
                await IdleAsync();
                memory = service.Memory;
            }
        }

        table.Add($"ready, {what}, median of {Times}", ready.Skip(1).Order().ElementAt(Times / 2), "ms", 1000);
        table.Add($"idle memory, {what}", memory, "MB", 120);
    }

    private static async Task IdleAsync()
    {
        using var timer = new PeriodicTimer(Idle);
        await timer.WaitForNextTickAsync();
    }
}
