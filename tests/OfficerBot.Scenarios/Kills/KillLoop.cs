namespace OfficerBot.Scenarios.Kills;

/// <summary>
/// Rounds of work that end in a kill, on one growing data folder. Each round lies around the noon closing of a Monday, Wednesday or Friday: the clock
/// is moved over 12:00 while the clients post, and the process is killed some acknowledgements later.
/// </summary>
internal sealed class KillLoop : IDisposable
{
    private const int AcknowledgedPerRound = 50;

    private static readonly string[] People = ["苏赛飞", "黄拥军", "钟祖彪", "周晓燕", "肖雅琴", "易娟", "贺敏", "江河清"];

    // Mondays, Wednesdays and Fridays from the notice's first; the sample begins on the first of them.
    private static readonly string[] Days =
    [
        "2020-09-16", "2020-09-18", "2020-09-21", "2020-09-23", "2020-09-25", "2020-09-28", "2020-09-30", "2020-10-02", "2020-10-05", "2020-10-07",
    ];

    private readonly string _program;
    private readonly Random _random;
    private readonly HttpClient _http = new();
    private int _acknowledged;

    /// <param name="program">The assembly that is the service.</param>
    /// <param name="seed">Decides when the kills come; shown when something is found.</param>
    public KillLoop(string program, int seed)
    {
        _program = program;
        _random = new Random(seed);
        Clients = [.. People.Select((p, i) => new KillClient(i + 1, p, i >= 4))];
    }

    /// <summary>The data, kept over all rounds.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("officerbot-kills-").FullName;

    /// <summary>Those who post.</summary>
    public IReadOnlyList<KillClient> Clients { get; }

    /// <summary>Acknowledged turns of each round that ended in a kill.</summary>
    public List<int> Rounds { get; } = [];

    /// <summary>One round, killed at the end.</summary>
    public async Task RoundAsync()
    {
        var day = Days[Rounds.Count];
        using var service = await StartAsync();
        await MoveAsync(service.Root, $"{day}T11:59");
        _acknowledged = 0;
        var closesAt = _random.Next(AcknowledgedPerRound / 2, AcknowledgedPerRound);
        var killsAt = Math.Max(AcknowledgedPerRound, closesAt + _random.Next(0, 30));
        var closing = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var killing = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var work = Clients.Select(c => c.WorkAsync(service.Root, () => Count(closesAt, closing, killsAt, killing))).ToList();
        await closing.Task;
        var noon = MoveAsync(service.Root, $"{day}T12:00:01");
        await killing.Task;
        await service.KillAsync();
        await Task.WhenAll(work);
        await noon.ContinueWith(static _ => { }, TaskScheduler.Default); // answered or cut off, both are in order
        Rounds.Add(_acknowledged);
    }

    /// <summary>Starts once more, settles what is open, lets the last day end, and ends in order.</summary>
    public async Task<(int Code, string Words)> FinishAsync()
    {
        using var service = await StartAsync();
        await MoveAsync(service.Root, $"{Days[Rounds.Count - 1]}T23:59:59");
        return await service.StopAsync();
    }

    public void Dispose()
    {
        foreach (var client in Clients)
        {
            client.Dispose();
        }

        _http.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task<ChildService> StartAsync()
    {
        var service = await ChildService.StartAsync(_program, Folder);
        foreach (var client in Clients)
        {
            await client.SitAsync(service.Root);
        }

        return service;
    }

    // Goes on after the last signal, so that requests are in flight when the kill comes.
    private bool Count(int closesAt, TaskCompletionSource closing, int killsAt, TaskCompletionSource killing)
    {
        var count = Interlocked.Increment(ref _acknowledged);
        _ = count >= closesAt && closing.TrySetResult();
        _ = count >= killsAt && killing.TrySetResult();
        return true;
    }

    private async Task MoveAsync(Uri root, string to)
    {
        using var answer = await _http.PostAsJsonAsync(new Uri(root, "sample/clock"), new { to });
        var words = await answer.Content.ReadAsStringAsync();
        (answer.IsSuccessStatusCode || words.Contains("Backwards", StringComparison.Ordinal)).Should().BeTrue(words);
    }
}
