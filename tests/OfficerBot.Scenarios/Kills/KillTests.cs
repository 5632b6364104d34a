using OfficerBot.Scenarios.Campaigns;
using Xunit.Abstractions;

namespace OfficerBot.Scenarios.Kills;

/// <summary>What was acknowledged survives kill -9, once.</summary>
[Trait(Campaign.Trait, "kills")]
public sealed class KillTests(ITestOutputHelper output)
{
    private const string Product = "OfficerBot.dll";
    private const string AcknowledgesEarly = "OfficerBot.Scenarios.dll";

    [Fact]
    public async Task Nothing_acknowledged_is_lost_or_doubled_in_ten_kills()
    {
        using var loop = await PlayAsync(Product, rounds: 10, seed: 38);
        (await loop.FinishAsync()).Code.Should().Be(0);

        using var left = new Ledgers(loop.Folder);
        var leads = left.Leads;
        var told = loop.Clients.SelectMany(c => c.Acknowledged).ToList();
        output.WriteLine($"{string.Join(' ', loop.Rounds)} acknowledged; {loop.Clients.Sum(c => c.Retried)} retried; {left.Closings.Count} closings; {left.Count("noon_nudge")} nudges");
        loop.Rounds.Should().OnlyContain(r => r >= 50);
        loop.Clients.Sum(c => c.Retried).Should().BePositive("the kills come with requests in flight");
        loop.Clients.Sum(c => c.GivenTwoIds).Should().Be(0, "a post sent again is known by its client's mark");
        told.Where(t => leads[t.Mark].Count() != 1 || leads[t.Mark].Single().Message != t.Id).Should().BeEmpty("each is stored once, under the id that was told");
        leads.Count.Should().Be(told.Count, "nothing is stored that nobody posted");
        leads.SelectMany(l => l).Select(l => l.Number).Should().OnlyHaveUniqueItems();
        told.Where(t => !left.Receipts[t.Id].SequenceEqual(leads[t.Mark].Select(l => l.Number))).Should().BeEmpty("each has one receipt, with its number");
        AssertClosings(left);
        left.Integrity().Should().Equal("ok", "ok");
    }

    [Fact]
    public async Task A_service_that_acknowledges_before_its_commit_is_found_out()
    {
        using var loop = await PlayAsync(AcknowledgesEarly, rounds: 3, seed: 5);

        using var left = new Ledgers(loop.Folder);
        var told = loop.Clients.SelectMany(c => c.Acknowledged).ToList();
        var lost = told.Count(t => !left.Leads.Contains(t.Mark));
        output.WriteLine($"{told.Count} acknowledged, {lost} lost");
        lost.Should().BePositive();
    }

    private static async Task<KillLoop> PlayAsync(string program, int rounds, int seed)
    {
        var loop = new KillLoop(program, seed);
        for (var round = 0; round < rounds; round++)
        {
            await loop.RoundAsync();
        }

        return loop;
    }

    private static void AssertClosings(Ledgers left)
    {
        left.Closings.Where(c => c.Duty == "mwf-report").Should().HaveCount(10);
        left.Closings.Where(c => c.Duty == "daily-lead").Should().HaveCountGreaterThanOrEqualTo(20);
        left.Closings.Should().OnlyContain(c => c.Rows == c.Units && c.Units == (c.Duty == "mwf-report" ? 3 : 11), "each unit stands once");
        left.Doubled.Should().BeEmpty();
        left.Unmatched.Should().Be(0);
        left.Count("noon_nudge").Should().BePositive();
    }
}
