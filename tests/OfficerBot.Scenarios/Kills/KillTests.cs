using FluentAssertions.Execution;
using OfficerBot.Scenarios.Campaigns;
using Xunit.Abstractions;

namespace OfficerBot.Scenarios.Kills;

/// <summary>What was acknowledged survives kill -9, once.</summary>
[Trait(Campaign.Trait, "kills")]
public sealed class KillTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Nothing_acknowledged_is_lost_or_doubled_in_many_kills()
    {
        await using var loop = await PlayAsync(null, Campaign.Size(10), Campaign.Seed(38));
        (await loop.FinishAsync()).Code.Should().Be(0);

        using var left = new Ledgers(loop.Folder);
        Tell(loop, left);
        using var all = new AssertionScope(); // a long run tells everything it found
        loop.Rounds.Should().OnlyContain(r => r >= 50);
        AssertDirectLine(loop, left);
        AssertChannel(loop, left);
        AssertMail(loop, left);
        AssertClosings(left, loop.Rounds.Count);
        left.Leads.SelectMany(l => l).Select(l => l.Number).Should().OnlyHaveUniqueItems();
        left.Gaps.Should().BeEmpty();
        left.Integrity().Should().Equal("ok", "ok");
    }

    [Fact]
    public async Task A_service_that_acknowledges_before_its_commit_is_found_out()
    {
        await using var loop = await PlayAsync(Launcher.AcknowledgesEarly, rounds: 3, seed: 5);

        using var left = new Ledgers(loop.Folder);
        var told = loop.Clients.SelectMany(c => c.Acknowledged).ToList();
        var lost = told.Count(t => !left.Leads.Contains(t.Mark));
        output.WriteLine($"{told.Count} acknowledged, {lost} lost");
        lost.Should().BePositive();
    }

    private static async Task<KillLoop> PlayAsync(string? fault, int rounds, int seed)
    {
        var loop = await KillLoop.OpenAsync(fault, seed);
        for (var round = 0; round < rounds; round++)
        {
            await loop.RoundAsync();
        }

        return loop;
    }

    private static void AssertDirectLine(KillLoop loop, Ledgers left)
    {
        var leads = left.Leads;
        var told = loop.Clients.SelectMany(c => c.Acknowledged).ToList();
        loop.Clients.Sum(c => c.Retried).Should().BePositive("the kills come with requests in flight");
        loop.Clients.Sum(c => c.GivenTwoIds).Should().Be(0, "a post sent again is known by its client's mark");
        told.Where(t => leads[t.Mark].Count() != 1 || leads[t.Mark].Single().Message != t.Id).Should().BeEmpty("each is stored once, under the id that was told");
        leads.Count.Should().Be(told.Count + loop.ChannelClients.Sum(c => c.Acknowledged.Count), "nothing is stored that nobody posted");
        var receipts = left.Receipts;
        told.Where(t => receipts[t.Id].Count() != 1 || (receipts[t.Id].Single() is { Length: > 0 } number && number != leads[t.Mark].First().Number)).Should().BeEmpty("each has one receipt, with its number");
    }

    private static void AssertChannel(KillLoop loop, Ledgers left)
    {
        var leads = left.Leads;
        var told = loop.ChannelClients.SelectMany(c => c.Acknowledged).ToList();
        told.Should().NotBeEmpty();
        told.Where(mark => leads[mark].Count() != 1).Should().BeEmpty("each is stored once");
        var receipts = loop.Channel.Taken.ToLookup(r => r.ReplyTo);
        told.Where(mark => !receipts[ChannelClient.IdOf(mark)].Any(r => r.Text.Contains(leads[mark].Single().Number, StringComparison.Ordinal)))
            .Should().BeEmpty("each was told its number");
        foreach (var copies in receipts.Where(r => r.Key.Length > 0 && r.Count() > 1))
        {
            copies.Select(c => c.Text).Distinct().Should().ContainSingle("a second copy is the same");
            copies.Select(c => c.Life).Should().OnlyHaveUniqueItems("a second copy comes only when the first one's life ended before its answer was written down");
        }

        Depths(loop).Should().OnlyContain(d => d <= 32, "only what was just being sent, or marked, is sent again");
    }

    // How far before its life's end each receipt came that was sent again: 1 is the last thing the channel took.
    private static IEnumerable<int> Depths(KillLoop loop)
    {
        var taken = loop.Channel.Taken.ToList();
        var again = taken.Where(r => r.ReplyTo.Length > 0).GroupBy(r => r.ReplyTo).Where(g => g.Count() > 1).SelectMany(g => g.OrderBy(r => r.Life).SkipLast(1)).ToHashSet(ReferenceEqualityComparer.Instance);
        return taken.GroupBy(r => r.Life).SelectMany(life => life.Reverse().Select((r, i) => (Received: r, Depth: i + 1))).Where(r => again.Contains(r.Received)).Select(r => r.Depth);
    }

    private static void AssertMail(KillLoop loop, Ledgers left)
    {
        var taken = loop.Mail.Taken.ToLookup(t => t.MessageId);
        taken.Count.Should().Be(left.MailStates.Count, "every confirmed report was mailed, and nothing else");
        left.MailStates.Should().OnlyContain(m => m.State == "accepted");
        foreach (var copies in taken.Where(t => t.Count() > 1))
        {
            copies.Select(c => c.Text).Distinct().Should().ContainSingle("a second copy has the same bytes");
            left.MailStates.Single(m => copies.Key!.Contains(m.MessageId, StringComparison.Ordinal)).MayBeDuplicate.Should().BeTrue("the end of an earlier attempt was not seen");
        }
    }

    private static void AssertClosings(Ledgers left, int rounds)
    {
        left.Closings.Where(c => c.Duty == "mwf-report").Should().HaveCount(rounds);
        left.Closings.Where(c => c.Duty == "daily-lead").Should().HaveCountGreaterThanOrEqualTo(2 * rounds);
        left.Closings.Should().OnlyContain(c => c.Rows == c.Units && c.Units == (c.Duty == "mwf-report" ? 3 : 11), "each unit stands once");
        left.Doubled.Should().BeEmpty();
        left.Unmatched.Should().Be(0);
        left.Count("noon_nudge").Should().BePositive();
    }

    private void Tell(KillLoop loop, Ledgers left)
    {
        var told = loop.Clients.SelectMany(c => c.Acknowledged).ToList();
        var viaChannel = loop.ChannelClients.SelectMany(c => c.Acknowledged).ToList();
        var leads = left.Leads;
        var lost = told.Select(t => t.Mark).Concat(viaChannel).Count(mark => !leads.Contains(mark));
        var doubled = leads.Count(l => l.Count() > 1);
        var mails = loop.Mail.Taken.ToLookup(t => t.MessageId);
        var receipts = loop.Channel.Taken.Where(r => r.ReplyTo.Length > 0).ToLookup(r => r.ReplyTo);
        Campaign.Tell(output, $"kills: {loop.Rounds.Count} (seed {Campaign.Seed(38)}), acknowledged {told.Count} through Direct Line and {viaChannel.Count} through a channel, "
            + $"{lost} lost, {doubled} stored twice; {loop.Clients.Sum(c => c.Retried)} posts tried again; {left.Closings.Count} closings, {left.Doubled.Count} reminders doubled; "
            + $"{mails.Count} mails, {mails.Count(m => m.Count() > 1)} sent twice; {receipts.Count} channel receipts, {receipts.Count(r => r.Count() > 1)} sent twice, "
            + $"of the last {Depths(loop).DefaultIfEmpty().Max()} before a kill at most");
    }
}
