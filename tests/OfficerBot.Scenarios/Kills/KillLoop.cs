using NodaTime;
using OfficerBot.Mailing;

namespace OfficerBot.Scenarios.Kills;

/// <summary>
/// Rounds of work that end in a kill, on one growing data folder. Each round lies around the noon closing of a Monday, Wednesday or Friday: a report is
/// confirmed, the clock is moved over 12:00 while the clients post, and the process is killed some acknowledgements later. Between two rounds the
/// machine's clock goes on by six minutes: a post that comes again is still known for four more, and a letter in doubt is tried again two rounds later.
/// </summary>
internal sealed class KillLoop : IAsyncDisposable
{
    /// <summary>Officers of the sample, of eight units.</summary>
    public static readonly string[] People = ["苏赛飞", "黄拥军", "钟祖彪", "周晓燕", "肖雅琴", "易娟", "贺敏", "江河清"];

    private const int AcknowledgedPerRound = 50;
    private const int MinutesBetweenRounds = 6;

    // A Wednesday, the first of the notice with a report; the sample begins on it.
    private static readonly LocalDate FirstDay = new(2020, 9, 16);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Dictionary<string, string> _environment;
    private readonly Random _random;
    private readonly HttpClient _http = new();
    private int _acknowledged;

    private KillLoop(string? fault, int seed, PlainChannel channel)
    {
        _environment = fault is null ? [] : new() { [Launcher.Fault] = fault };
        _random = new Random(seed);
        Channel = channel;
        Clients = [.. People.Select((p, i) => new KillClient(i + 1, p, i >= 4))];
        ChannelClients = [.. Enumerable.Range(People.Length + 1, 2).Select(n => new ChannelClient(n, channel))];
        _environment[Launcher.MailPort] = $"{Mail.Port}";
    }

    /// <summary>The data, kept over all rounds.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("officerbot-kills-").FullName;

    /// <summary>Those who post through Direct Line.</summary>
    public IReadOnlyList<KillClient> Clients { get; }

    /// <summary>Those who post through a channel.</summary>
    public IReadOnlyList<ChannelClient> ChannelClients { get; }

    /// <summary>The channel that gets the answers.</summary>
    public PlainChannel Channel { get; }

    /// <summary>The mail server that gets the reports.</summary>
    public ScriptedSmtpServer Mail { get; } = new(new SmtpScript());

    /// <summary>Acknowledged turns of each round that ended in a kill.</summary>
    public List<int> Rounds { get; } = [];

    /// <summary>Opens it; nothing runs yet.</summary>
    /// <param name="fault">A fault of the launcher; null for none.</param>
    /// <param name="seed">Decides when the kills come; shown when something is found.</param>
    public static async Task<KillLoop> OpenAsync(string? fault, int seed) => new(fault, seed, await PlainChannel.OpenAsync());

    /// <summary>One round, killed at the end.</summary>
    public async Task RoundAsync()
    {
        var day = DayOf(Rounds.Count);
        using var service = await StartAsync();
        await MoveAsync(service.Root, $"{day}T11:59");
        _acknowledged = 0;
        var closesAt = _random.Next(AcknowledgedPerRound / 2, AcknowledgedPerRound);
        var killsAt = Math.Max(AcknowledgedPerRound, closesAt + _random.Next(0, 30));
        var closing = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var killing = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bool OnAcknowledged() => Count(closesAt, closing, killsAt, killing);
        var confirming = Clients[1].SayAsync(service.Root, "确认报送");
        List<Task> work = [.. Clients.Select(c => c.WorkAsync(service.Root, OnAcknowledged)), .. ChannelClients.Select(c => c.WorkAsync(service.Root, OnAcknowledged))];
        await closing.Task;
        var noon = MoveAsync(service.Root, $"{day}T12:00:01");
        await killing.Task;
        await service.KillAsync();
        await Task.WhenAll(work);
        await Task.WhenAll(noon, confirming).ContinueWith(static _ => { }, TaskScheduler.Default); // answered or cut off, both are in order
        Rounds.Add(_acknowledged);
    }

    /// <summary>Starts once more, settles what is open, lets the last day end and everything leave the house, and ends in order.</summary>
    public async Task<(int Code, string Words)> FinishAsync()
    {
        using (var settling = await StartAsync())
        {
            await settling.StopAsync();
        }

        using var service = await StartAsync();
        await MoveAsync(service.Root, $"{DayOf(Rounds.Count - 1)}T23:59:59");
        using var patience = new CancellationTokenSource(Patience);
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (Unsent() > 0)
        {
            await looks.WaitForNextTickAsync(patience.Token);
        }

        return await service.StopAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in Clients.AsEnumerable<IDisposable>().Concat(ChannelClients))
        {
            client.Dispose();
        }

        _http.Dispose();
        await Mail.DisposeAsync();
        await Channel.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    // Mondays, Wednesdays and Fridays from the first Wednesday on.
    private static string DayOf(int round) => FirstDay.PlusWeeks(round / 3).PlusDays((round % 3) switch { 0 => 0, 1 => 2, _ => 5 }).ToString("uuuu-MM-dd", null);

    private async Task<ChildService> StartAsync()
    {
        Channel.Life++;
        _environment[Launcher.Ahead] = $"{Channel.Life * MinutesBetweenRounds}";
        var service = await ChildService.StartAsync(Launcher.Program, Folder, _environment);
        foreach (var (client, person) in ChannelClients.Zip(["白沙镇周晓燕", "肖雅琴"]).Where(_ => Channel.Life == 1))
        {
            await client.BindAsync(Folder, person);
        }

        foreach (var client in Clients)
        {
            await client.SitAsync(service.Root);
        }

        foreach (var client in ChannelClients)
        {
            await client.SettleAsync(service.Root);
        }

        return service;
    }

    private long Unsent()
    {
        using var left = new Ledgers(Folder);
        return left.Unsent;
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
