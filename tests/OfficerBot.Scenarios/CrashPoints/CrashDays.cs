using NodaTime;
using OfficerBot.Mailing;
using OfficerBot.Scenarios.Kills;

namespace OfficerBot.Scenarios.CrashPoints;

/// <summary>
/// One growing data folder and many lives of the service on it. Each life first settles what the last one left, is judged, and then dies at the next place
/// in the middle of its work. Letters and reminders have a Monday, Wednesday or Friday each.
/// </summary>
internal sealed class CrashDays : IAsyncDisposable
{
    private const int KilledCode = 137; // 128 + SIGKILL

    private static readonly LocalDate FirstDay = new(2020, 9, 16);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string _folder = Directory.CreateTempSubdirectory("officerbot-crashes-").FullName;
    private readonly HttpClient _http = new();
    private readonly KillClient _officer = new(1, "周晓燕", false);
    private readonly KillClient _reporter = new(2, "黄拥军", false);
    private readonly KillClient _nudged = new(3, "苏赛飞", false);
    private readonly PlainChannel _channel;
    private readonly ChannelClient _channelOfficer;
    private readonly CrashJudge _judge;
    private readonly List<TakenMail> _mails = [];
    private ScriptedSmtpServer _mail = new(new SmtpScript());
    private int _ahead;
    private int _days;

    private CrashDays(PlainChannel channel)
    {
        Directory.CreateDirectory(Data);
        _channel = channel;
        _channelOfficer = new ChannelClient(4, channel);
        _judge = new CrashJudge(_officer, _channelOfficer, channel);
    }

    /// <summary>Pairs of letters and of channel receipts that were sent twice.</summary>
    public int Doubled => _judge.Doubled;

    /// <summary>Acknowledged turns.</summary>
    public int Acknowledged => _judge.Acknowledged;

    private string Data => Path.Combine(_folder, "data");

    private string Order => Path.Combine(_folder, "die-here");

    private string Today => FirstDay.PlusWeeks(_days / 3).PlusDays((_days % 3) switch { 0 => 0, 1 => 2, _ => 5 }).ToString("uuuu-MM-dd", null);

    /// <summary>Opens the folder; nothing runs yet.</summary>
    public static async Task<CrashDays> OpenAsync() => new(await PlainChannel.OpenAsync());

    /// <summary>One life: settles and judges what <paramref name="before"/> left, then dies at a place.</summary>
    /// <param name="before">Where the last life ended; null for the first.</param>
    public async Task DieAsync(Place place, Place? before)
    {
        using var service = await StartAsync(before);
        _judge.Judge(before, Data, Today, [.. _mails, .. _mail.Taken]);
        await PrepareAsync(service, place);
        if (place.Crash is { } crash)
        {
            await File.WriteAllTextAsync(Order, crash);
        }

        var work = WorkAsync(service.Root, place);
        if (place.Peer is { } peer)
        {
            await (peer == "POST" ? PostedAsync() : _mail.Reached(peer)).WaitAsync(Patience);
            await service.KillAsync();
        }

        var (code, words) = await EndAsync(service, place);
        code.Should().Be(KilledCode, "it dies at “{0}” and nowhere else: {1}", place.Name, words);
        await work;
        File.Delete(Order);
        _ahead += place.Work == Work.Letter ? 11 : 2; // a letter in doubt waits ten minutes; a repeat is known for ten
        await KeepMailAsync();
    }

    /// <summary>The last life: settled, judged, ended in order.</summary>
    public async Task EndAsync(Place before)
    {
        using (var service = await StartAsync(before))
        {
            _judge.Judge(before, Data, Today, [.. _mails, .. _mail.Taken]);
            (await service.StopAsync()).Code.Should().Be(0);
        }

        await KeepMailAsync();
        using var left = new Ledgers(Data);
        left.Integrity().Should().Equal("ok", "ok");
        left.Gaps.Should().BeEmpty();
        left.Unmatched.Should().Be(0);
    }

    public async ValueTask DisposeAsync()
    {
        _officer.Dispose();
        _reporter.Dispose();
        _nudged.Dispose();
        _channelOfficer.Dispose();
        _http.Dispose();
        await _channel.DisposeAsync();
        await _mail.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<ChildService> StartAsync(Place? before)
    {
        _channel.Life++;
        var service = await ChildService.StartAsync(Launcher.Program, Data, new Dictionary<string, string>
        {
            [Launcher.Crash] = Order, [Launcher.MailPort] = $"{_mail.Port}", [Launcher.Ahead] = $"{_ahead}",
        });
        if (_channel.Life == 1)
        {
            await _channelOfficer.BindAsync(Data, "肖雅琴");
        }

        foreach (var client in (KillClient[])[_officer, _reporter, _nudged])
        {
            await client.SitAsync(service.Root, repeats: before is not { Work: Work.Letter });
        }

        await _officer.WorkAsync(service.Root, () => false);
        await _channelOfficer.SettleAsync(service.Root);
        if (before?.Work == Work.Reminder)
        {
            await MoveAsync(service.Root, $"{Today}T11:20"); // answers when all that is due by then is done
        }

        using var patience = new CancellationTokenSource(Patience);
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (Look(l => l.Unsent) > 0)
        {
            await looks.WaitForNextTickAsync(patience.Token);
        }

        return service;
    }

    private static async Task<(int Code, string Words)> EndAsync(ChildService service, Place place)
    {
        try
        {
            return await service.EndAsync();
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"It never came to “{place.Name}”.");
        }
    }

    private async Task PrepareAsync(ChildService service, Place place)
    {
        if (place.Work is Work.Letter or Work.Reminder)
        {
            _days++;
            (await MoveAsync(service.Root, $"{Today}T10:00")).Should().BeTrue();
        }

        if (place.Work == Work.Letter && place.Peer is { } peer)
        {
            _mail.Script = new SmtpScript().At(peer, PeerAct.Hang);
        }
    }

    private async Task WorkAsync(Uri root, Place place)
    {
        try
        {
            await (place.Work switch
            {
                Work.Turn => _officer.WorkAsync(root, () => false),
                Work.ChannelTurn => _channelOfficer.WorkAsync(root, () => false),
                Work.Letter => _reporter.SayAsync(root, "确认报送"),
                _ => MoveAsync(root, $"{Today}T11:13"),
            });
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or OperationCanceledException)
        {
            // It died with this request in flight.
        }
    }

    private Task PostedAsync()
    {
        var posted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _channel.OnTaken = async _ =>
        {
            posted.TrySetResult();
            _channel.OnTaken = _ => Task.CompletedTask;
            await new TaskCompletionSource().Task.WaitAsync(Patience); // no answer while it lives
        };
        return posted.Task;
    }

    // A talk that hangs ends with its server; each life has one of its own.
    private async Task KeepMailAsync()
    {
        _mails.AddRange(_mail.Taken);
        await _mail.DisposeAsync();
        _mail = new(new SmtpScript());
    }

    private async Task<bool> MoveAsync(Uri root, string to)
    {
        using var answer = await _http.PostAsJsonAsync(new Uri(root, "sample/clock"), new { to });
        return answer.IsSuccessStatusCode;
    }

    private T Look<T>(Func<Ledgers, T> query)
    {
        using var left = new Ledgers(Data);
        return query(left);
    }
}
