using OfficerBot.Scenarios.Campaigns;
using Xunit.Abstractions;

namespace OfficerBot.Scenarios.CrashPoints;

/// <summary>The process dies at each named place between claim, commit, connect, DATA, 250 and mark, and what was promised holds in its next life.</summary>
[Trait(Campaign.Trait, "crash-points")]
public sealed class CrashPointTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Dying_at_any_named_place_loses_nothing_and_doubles_only_at_the_two_ambiguous_ones()
    {
        await using var days = await CrashDays.OpenAsync();
        Place? before = null;
        var times = Campaign.Size(1);
        for (var time = 0; time < times; time++)
        {
            foreach (var place in Place.All)
            {
                await days.DieAsync(place, before);
                before = place;
            }
        }

        await days.EndAsync(before!); // there are places
        Campaign.Tell(output, $"crash points: {Place.All.Count} places {times} times, {days.Acknowledged} acknowledged, 0 lost, "
            + $"{days.Doubled} sent twice, all of them at the {Place.All.Count(p => p.MayDouble)} places between sending and mark");
    }
}
