using System.Diagnostics;
using OfficerBot.Benchmarks;
using OfficerBot.Scenarios.Campaigns;
using OfficerBot.Scenarios.Kills;
using Xunit.Abstractions;

namespace OfficerBot.Scenarios.Backups;

/// <summary>
/// A copy taken by the operator's command while the service works is one instant of the books, and is restored elsewhere by the other command. At full size
/// there are a million leads in them, and restoring takes less than two minutes.
/// </summary>
[Trait(Campaign.Trait, "backup")]
public sealed class BackupUnderLoadTests(ITestOutputHelper output) : IDisposable
{
    private const int TurnsBefore = 30;

    private static readonly TimeSpan MostToRestore = TimeSpan.FromMinutes(2);

    private readonly string _root = Directory.CreateTempSubdirectory("officerbot-backup-").FullName;
    private readonly List<KillClient> _clients = [.. KillLoop.People[..4].Select((p, i) => new KillClient(i + 1, p, i == 1, sendsPictures: i == 3))];

    private string Data => Path.Combine(_root, "data");

    private string Copy => Path.Combine(_root, "copy");

    private string Elsewhere => Path.Combine(_root, "elsewhere");

    public void Dispose()
    {
        _clients.ForEach(c => c.Dispose());
        Directory.Delete(_root, recursive: true);
    }

    [Fact]
    public async Task A_copy_taken_under_load_is_restored_elsewhere_as_one_instant()
    {
        var leads = Campaign.Size(20_000);
        await FillAsync(leads);
        HashSet<string> told;
        TimeSpan copying;
        using (var service = await ChildService.StartAsync("OfficerBot.dll", Data))
        {
            await SitAsync(service.Root);
            var enough = false;
            var work = Task.WhenAll(_clients.Select(c => c.WorkAsync(service.Root, () => !Volatile.Read(ref enough))));
            await UntilAsync(() => _clients.Sum(c => c.Acknowledged.Count) >= TurnsBefore);
            told = [.. _clients.SelectMany(c => c.Acknowledged.ToArray()).Select(a => a.Mark)];
            copying = await RunAsync("backup", "--to", Copy, "--Storage:Path", Path.Combine(Data, "officerbot.db"));
            Volatile.Write(ref enough, true);
            await work;
            await service.KillAsync();
        }

        var restoring = await RunAsync("restore", "--from", Copy, "--Storage:Path", Path.Combine(Elsewhere, "officerbot.db"));
        var watch = Stopwatch.StartNew();
        using (var again = await ChildService.StartAsync("OfficerBot.dll", Elsewhere))
        {
            restoring += watch.Elapsed;
            AssertOneInstant(told);
            (await again.StopAsync()).Code.Should().Be(0);
        }

        Campaign.Tell(output, $"backup under load: {leads} leads, copied and checked in {copying.TotalSeconds:0.0} s while {_clients.Sum(c => c.Acknowledged.Count)} turns were acknowledged, "
            + $"restored elsewhere, checked and serving in {restoring.TotalSeconds:0.0} s; {told.Count} acknowledged before, 0 lost, 0 half there");
        (Campaign.IsFull ? restoring : TimeSpan.Zero).Should().BeLessThan(MostToRestore);
    }

    private async Task FillAsync(int leads)
    {
        Directory.CreateDirectory(Data);
        Directory.CreateDirectory(Elsewhere);
        using var first = new KillClient(9, "周晓燕", false);
        using (var service = await ChildService.StartAsync("OfficerBot.dll", Data))
        {
            await first.SitAsync(service.Root);
            await first.WorkAsync(service.Root, () => false); // shows how the rows of a lead look
            await service.StopAsync();
        }

        BigStore.Fill(Path.Combine(Data, "officerbot.db"), leads);
    }

    private async Task SitAsync(Uri root)
    {
        foreach (var client in _clients)
        {
            await client.SitAsync(root);
        }
    }

    private void AssertOneInstant(HashSet<string> told)
    {
        using var left = new Ledgers(Elsewhere);
        var there = left.Leads;
        var (files, broken) = left.Files();
        told.Where(mark => there[mark].Count() != 1).Should().BeEmpty("what was acknowledged before the copy was begun is in it");
        foreach (var client in _clients)
        {
            var all = client.Acknowledged;
            var last = all.TakeWhile(a => there.Contains(a.Mark)).Count();
            all.Skip(last).Where(a => there.Contains(a.Mark)).Should().BeEmpty("of each one's leads the first so many are there");
            all.Take(last).Where(a => a.File is { } file && !files.Contains(file)).Should().BeEmpty("with their pictures");
        }

        broken.Should().Be(0);
        left.Halves.Should().BeEmpty();
        left.Unmatched.Should().Be(0);
        left.NumbersGiven.Should().Equal(Enumerable.Range((int)left.NumbersGiven[0], left.NumbersGiven.Count).Select(n => (long)n), "numbers have no gap");
    }

    private static async Task<TimeSpan> RunAsync(params string[] command)
    {
        var watch = Stopwatch.StartNew();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "OfficerBot.dll"), .. command]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        var words = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(0, await words);
        return watch.Elapsed;
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!isSo())
        {
            await looks.WaitForNextTickAsync(patience.Token);
        }
    }
}
