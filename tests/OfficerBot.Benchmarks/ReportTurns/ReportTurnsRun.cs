namespace OfficerBot.Benchmarks.ReportTurns;

/// <summary>A report turn over HTTP, whole, against <see cref="BareEndpoint"/>; both in one run, turn about.</summary>
internal static class ReportTurnsRun
{
    private const int Connections = 32;
    private const int WarmUp = 30_000;
    private const int TurnsARound = 6000;
    private const int Rounds = 5;
    private const int Rate = 300;

#pragma warning disable RS0030 // tokens are valid by the machine's own time
    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();
#pragma warning restore RS0030

    /// <summary>Measures it.</summary>
    /// <param name="seconds">How long turns come at a steady rate.</param>
    public static async Task MeasureAsync(string program, string data, int seconds, ResultTable table)
    {
        await using var channel = await FakeChannel.StartAsync();
        var tokens = channel.Keys.Tokens(Turns.Officers, channel.Root + "/", Now);
        await using (await RunningService.StartAsync(program, data))
        {
            // makes the store
        }

        Offices.Bind(Path.Combine(data, "officerbot.db"));
        await using var service = await RunningService.StartAsync(program, data, ["--Sample:Enabled", "true", .. channel.Settings]);
        using var turns = new Load(service.Address, channel, tokens);
        await turns.FlatOutAsync(Connections, WarmUp);
        var reply = Path.Combine(data, "reply.json");
        await File.WriteAllBytesAsync(reply, channel.NewestReply);
        await using var bare = await EndpointAsync(channel, reply);
        using var echoes = new Load(bare.Address, channel, tokens);
        await echoes.FlatOutAsync(Connections, WarmUp);
        await CompareAsync((service, turns), (bare, echoes), table);
        await LeastAsync(await EndpointAsync(channel, reply, data), channel, tokens, table);
        await SteadyAsync(service, turns, seconds, table);
    }

    private static async Task CompareAsync((RunningService Process, Load Load) ours, (RunningService Process, Load Load) bare, ResultTable table)
    {
        var rounds = new List<(Round Ours, Round Bare)>();
        for (var i = 0; i < Rounds; i++)
        {
            rounds.Add((await RoundAsync(ours.Process, ours.Load), await RoundAsync(bare.Process, bare.Load)));
            Console.WriteLine($"report turn {rounds[^1].Ours}; bare endpoint {rounds[^1].Bare}");
        }

        table.Add($"report turns, {Connections} connections, median of {Rounds}", Median(rounds.Select(r => r.Ours.PerSecond)), "/s");
        table.Add("the bare endpoint", Median(rounds.Select(r => r.Bare.PerSecond)), "/s");
        table.AddAtLeast("report turns as a share of the bare endpoint's", Median(rounds.Select(r => r.Ours.PerSecond / r.Bare.PerSecond)), "", 0.3);
        table.Add("processor time of a report turn", Median(rounds.Select(r => r.Ours.Microseconds)), "µs", 112);
        table.Add("processor time of the bare endpoint", Median(rounds.Select(r => r.Bare.Microseconds)), "µs");
        table.Add("turns refused or failed", ours.Load.Errors, "", 1);
        table.Add("jobs that shared a transaction, mean", await ours.Process.MeanAsync("officerbot_store_commit_jobs"), "");
        table.Add("until the disk had a transaction, mean", await ours.Process.MeanAsync("officerbot_store_commit_duration_seconds") * 1e6, "µs");
        table.Add("from asking the writer to its answer, mean", await ours.Process.MeanAsync("officerbot_store_job_duration_seconds") * 1e6, "µs");
    }

    // Beside the others it would only warm the machine for them; its processor time is all that is asked for.
    private static async Task LeastAsync(RunningService endpoint, FakeChannel channel, string[] tokens, ResultTable table)
    {
        await using var process = endpoint;
        using var load = new Load(process.Address, channel, tokens);
        await load.FlatOutAsync(Connections, WarmUp * 2); // twice, as it gets half the time of a whole turn: before that the compiler is still at work
        var rounds = new List<Round>();
        while (rounds.Count < Rounds)
        {
            rounds.Add(await RoundAsync(process, load));
        }

        table.Add("processor time of one that also reads the words and keeps one row", Median(rounds.Select(r => r.Microseconds)), "µs");
    }

    private static Task<RunningService> EndpointAsync(FakeChannel channel, string reply, params string[] store) =>
        RunningService.StartAsync(address => [typeof(ReportTurnsRun).Assembly.Location, BareEndpoint.Command, address, channel.Root, reply, .. store]);

    private static async Task<Round> RoundAsync(RunningService process, Load load)
    {
        var before = process.ProcessorTime;
        var rate = await load.FlatOutAsync(Connections, TurnsARound);
        return new(rate, (process.ProcessorTime - before).TotalMicroseconds / TurnsARound);
    }

    private static async Task SteadyAsync(RunningService service, Load load, int seconds, ResultTable table)
    {
        var before = service.Memory;
        var errors = load.Errors;
        var times = await load.AtRateAsync(Rate, Rate * seconds);
        table.AddTimes($"a report turn at {Rate} a second for {seconds} s", times, 50);
        table.Add("the slowest of them", times.Max(), "ms");
        table.Add("turns refused or failed meanwhile", load.Errors - errors, "", 1);
        table.Add("memory before", before, "MB");
        table.Add("memory after", service.Memory, "MB");
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);

    private sealed record Round(double PerSecond, double Microseconds)
    {
        public override string ToString() => $"{PerSecond:0}/s, {Microseconds:0} µs";
    }
}
