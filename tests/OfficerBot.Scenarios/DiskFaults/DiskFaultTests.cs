using System.Collections.Concurrent;
using OfficerBot.Scenarios.Campaigns;
using Xunit.Abstractions;

namespace OfficerBot.Scenarios.DiskFaults;

/// <summary>
/// The k-th write or fsync of the service's life fails, for every k: nothing is acknowledged that is not on the disk, a failed fsync ends the process with
/// plain words, and the next start finds everything in order.
/// </summary>
[Trait(Campaign.Trait, "disk-faults")]
public sealed class DiskFaultTests(ITestOutputHelper output)
{
    private const int InputOutput = 5; // EIO
    private const int NoSpace = 28; // ENOSPC

    [Fact]
    public async Task Whichever_call_to_the_disk_fails_nothing_is_acknowledged_that_is_not_on_it()
    {
        var (writes, syncs) = await FaultyDay.CountAsync();
        var size = Campaign.Size(4);
        var faults = Some(size, syncs).Select(k => $"sync:{k}:{InputOutput}")
            .Concat(Some(size, writes).Select((k, i) => $"write:{k}:{(i % 2 == 0 ? InputOutput : NoSpace)}"))
            .ToList();

        var fates = new ConcurrentQueue<FaultFate>();
        await Parallel.ForEachAsync(faults, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (fault, _) => fates.Enqueue(await FaultyDay.TryAsync(fault)));

        var broken = fates.Where(f => f.Problems.Count > 0).ToList();
        Campaign.Tell(output, $"disk faults: {faults.Count} of {syncs} syncs and {writes} writes failed, one a life; {fates.Sum(f => f.Acknowledged)} acknowledged, "
            + $"{fates.Count(f => f.Code != 0)} lives ended with an error, {broken.Count} promises broken");
        broken.Select(f => f.ToString()).Should().BeEmpty();
    }

    // Spread evenly over all calls; all of them when there is room.
    private static IEnumerable<int> Some(int count, int of) => Enumerable.Range(0, Math.Min(count, of)).Select(i => 1 + (int)((long)i * of / Math.Min(count, of)) + (of / Math.Min(count, of) / 2));
}
