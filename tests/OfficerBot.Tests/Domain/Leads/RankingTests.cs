using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Tests.Domain.Leads;

public class RankingTests
{
    private static readonly IReadOnlyList<Unit> Units = [.. Yuanjiang.Roster.Units.Take(5)];

    [Fact]
    public void Equal_counts_share_a_place_and_the_next_place_is_left_free()
    {
        var places = Rank(2, 5, 2, 0, 1);

        places.Select(p => (p.Place, p.FromBottom, p.Count)).Should().Equal((1, 5, 5), (2, 3, 2), (4, 2, 1), (5, 1, 0));
        places[1].Units.Should().Equal(Units[0], Units[2]);
    }

    [Theory]
    [InlineData(1, false, 5)]
    [InlineData(2, false, 5, 2)] // who shares the second place is named, too
    [InlineData(9, false, 5, 2, 1)] // nobody is among the first without a lead
    [InlineData(1, true, 0)]
    [InlineData(3, true, 0, 1, 2)]
    [InlineData(null, false, 5, 2, 1, 0)]
    [InlineData(null, true, 0, 1, 2, 5)]
    public void As_many_units_are_named_as_were_asked_for_and_who_shares_the_last_place(int? top, bool fromBottom, params int[] counts) =>
        Ranking.Cut(Rank(2, 5, 2, 0, 1), top, fromBottom).Select(p => p.Count).Should().Equal(counts);

    private static IReadOnlyList<RankedPlace> Rank(params int[] counts) =>
        Ranking.Of(Units, counts.Select((c, i) => (Units[i].Id, c)).Where(p => p.c > 0).ToDictionary(p => p.Id, p => p.c));
}
