using OfficerBot.Scenarios.Campaigns;
using OfficerBot.Scenarios.Kills;
using OfficerBot.Scenarios.Office;
using Xunit.Abstractions;

namespace OfficerBot.Scenarios.Outages;

/// <summary>The machine's clock is set, or the machine sleeps, while the service runs: nothing is sent twice, and nothing is forgotten.</summary>
[Trait(Campaign.Trait, "clocks")]
public sealed class ClockTests(ITestOutputHelper output)
{
    // Minutes; a machine that was asleep looks the same from inside as a clock that was set forwards.
    private static readonly int[] Jumps = [60, -60, 24 * 60, -60, 7, -7, 180, -24 * 60, 24 * 60 + 60];

    [Fact]
    public async Task However_the_clock_jumps_each_reminder_comes_at_most_once_and_every_closing_is_written_once()
    {
        await using var office = await OfficeUnderTest.OpenAsync();
        await office.SitAsync("贺敏", true); // there is a group to be told
        foreach (var person in (string[])["刘艺超", "苏赛飞", "周晓燕"])
        {
            await (await office.SitAsync(person, false)).OpenAsync();
        }

        var random = new Random(Campaign.Seed(8));
        var times = Campaign.Size(Jumps.Length);
        for (var time = 0; time < times; time++)
        {
            office.Machine.Advance(TimeSpan.FromMinutes(Jumps[time % Jumps.Length]));
            await office.BeatAsync();
            for (var minute = random.Next(30); minute >= 0; minute--)
            {
                office.Machine.Advance(TimeSpan.FromMinutes(1));
                await office.BeatAsync();
            }
        }

        office.Machine.Advance(TimeSpan.FromDays(2));
        await office.BeatAsync();
        office.Errors.Lines.Should().BeEmpty();
        using var left = new Ledgers(Path.GetDirectoryName(office.DatabasePath)!); // a file lies in a folder
        left.Doubled.Should().BeEmpty();
        left.Overdue(office.Now).Should().Be(0);
        left.Closings.Should().NotBeEmpty().And.OnlyContain(c => c.Rows == c.Units);
        Campaign.Tell(output, $"clock jumps: {times} (seed {Campaign.Seed(8)}), {left.Closings.Count} closings each written once, 0 reminders doubled");
    }

    [Fact]
    public async Task A_stopped_process_goes_on_where_it_was()
    {
        var folder = Directory.CreateTempSubdirectory("officerbot-stopped-").FullName;
        using var client = new KillClient(1, "周晓燕", false);
        using (var service = await ChildService.StartAsync("OfficerBot.dll", folder))
        {
            await client.SitAsync(service.Root);
            await client.WorkAsync(service.Root, () => client.Acknowledged.Count < 3);
            await service.SignalAsync("STOP");
            var posting = client.WorkAsync(service.Root, () => client.Acknowledged.Count < 6);
            using var asleep = new PeriodicTimer(TimeSpan.FromSeconds(3));
            await asleep.WaitForNextTickAsync();
            client.Acknowledged.Should().HaveCount(3, "nobody is there to answer");
            await service.SignalAsync("CONT");
            await posting;
            (await service.StopAsync()).Code.Should().Be(0);
        }

        using (var left = new Ledgers(folder))
        {
            client.Acknowledged.Should().HaveCount(6).And.OnlyContain(a => left.Leads[a.Mark].Count() == 1);
        }

        Directory.Delete(folder, recursive: true);
    }
}
