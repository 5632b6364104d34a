using System.Collections.Concurrent;
using OfficerBot.Scenarios.Campaigns;
using OfficerBot.Scenarios.Kills;
using Xunit.Abstractions;

namespace OfficerBot.Scenarios.Safety;

/// <summary>Of several services on one data folder one runs, and the others say which process it is.</summary>
[Trait(Campaign.Trait, "second-process")]
public sealed class SecondProcessTests(ITestOutputHelper output)
{
    private const int AtOnce = 2;

    [Fact]
    public async Task A_second_service_is_refused_by_name_and_the_first_goes_on()
    {
        var folder = Directory.CreateTempSubdirectory("officerbot-second-").FullName;
        using var client = new KillClient(1, "周晓燕", false);
        using (var first = await ChildService.StartAsync("OfficerBot.dll", folder))
        {
            await client.SitAsync(first.Root);
            var refused = await RefusedAsync(folder, Campaign.Size(3));

            refused.Should().OnlyContain(words => words.Contains($"in use by process {first.Id}", StringComparison.Ordinal) && !words.Contains("   at ", StringComparison.Ordinal));
            await client.WorkAsync(first.Root, () => client.Acknowledged.Count < 3);
            client.Acknowledged.Should().HaveCount(3);
            (await first.StopAsync()).Code.Should().Be(0);
            Campaign.Tell(output, $"second process: {refused.Count} started, all refused with the first one's number");
        }

        using (var next = await ChildService.StartAsync("OfficerBot.dll", folder))
        {
            await next.KillAsync();
        }

        using (var after = await ChildService.StartAsync("OfficerBot.dll", folder))
        {
            (await after.StopAsync()).Code.Should().Be(0, "what a killed process held is free");
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Of_several_that_start_at_once_exactly_one_runs()
    {
        var folder = Directory.CreateTempSubdirectory("officerbot-race-").FullName;
        var rounds = Campaign.IsFull ? 10 : 1;
        for (var round = 0; round < rounds; round++)
        {
            var starts = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => TryAsync(folder)));
            var running = starts.Select(s => s.Service).OfType<ChildService>().ToList();
            running.Should().ContainSingle();
            starts.Where(s => s.Service is null).Should().OnlyContain(s => s.Words.Contains("in use by process", StringComparison.Ordinal));
            using var one = running[0];
            (await one.StopAsync()).Code.Should().Be(0);
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task<IReadOnlyCollection<string>> RefusedAsync(string folder, int count)
    {
        var refused = new ConcurrentQueue<string>();
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (_, _) =>
        {
            var (service, words) = await TryAsync(folder);
            service?.Dispose();
            refused.Enqueue(service is null ? words : "it started");
        });
        return refused;
    }

    private static async Task<(ChildService? Service, string Words)> TryAsync(string folder)
    {
        try
        {
            return (await ChildService.StartAsync("OfficerBot.dll", folder), "");
        }
        catch (InvalidOperationException refused)
        {
            return (null, refused.Message);
        }
    }
}
