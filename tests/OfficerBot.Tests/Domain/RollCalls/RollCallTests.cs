using NodaTime;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Filings;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.RollCalls;
using OfficerBot.Domain.Roster;
using static OfficerBot.Tests.Domain.Yuanjiang;

namespace OfficerBot.Tests.Domain.RollCalls;

public class RollCallTests
{
    private static readonly Occurrence Day = Dues.OnDay(DailyLead, new(2020, 9, 16))!;

    [Fact]
    public void Lead_zero_and_excuse_are_counted_apart_and_the_rest_is_missing()
    {
        var call = Open(new() { [Branch] = FiledKinds.Lead | FiledKinds.Excuse, [Publicity] = FiledKinds.Zero, [Town] = FiledKinds.Excuse });
        call.Expected.Should().Be(4);
        call.Count(RollCallState.In).Should().Be(1);
        call.Count(RollCallState.Zero).Should().Be(1);
        call.Count(RollCallState.Excused).Should().Be(1);
        call.Missing.Select(u => u.Name).Should().Equal("芦苇场");
        call.IsClosed.Should().BeFalse();
    }

    [Fact]
    public void A_unit_that_does_not_owe_is_never_missing() => Open([]).Missing.Should().NotContain(u => u.Id == Silent || u.Id == Office);

    [Theory]
    [InlineData("乡镇街道", "白沙镇 芦苇场")]
    [InlineData("镇", "白沙镇")]
    [InlineData("场", "芦苇场")]
    [InlineData("部门", "益阳市生态环境局沅江分局 市委宣传部")]
    [InlineData("科室", "")]
    public void One_kind_of_unit_can_be_asked_for(string kind, string names) =>
        string.Join(' ', Open([]).Only([kind], []).Missing.Select(u => u.Name)).Should().Be(names);

    [Fact]
    public void Once_closed_the_standings_speak_and_not_the_filings()
    {
        var standings = new[] { Stands(Branch, StandingKind.OnTime), Stands(Publicity, StandingKind.Missed), Stands(Town, StandingKind.MadeUp) };
        var call = RollCall.Take(DailyLead, Day, Roster, new Dictionary<UnitId, FiledKinds> { [Publicity] = FiledKinds.Lead }, standings);
        call.IsClosed.Should().BeTrue();
        call.Expected.Should().Be(3, "the units that owed when it closed");
        call.Missing.Select(u => u.Id).Should().Equal(Publicity);
    }

    [Fact]
    public void A_range_counts_each_unit_and_adds_up()
    {
        var first = RollCall.Take(DailyLead, Day, Roster, None, [Stands(Branch, StandingKind.OnTime), Stands(Town, StandingKind.Missed)]);
        var next = Open(new() { [Branch] = FiledKinds.Zero });
        var range = RollCallRange.Of([first, next]);
        range.Expected.Should().Be(first.Expected + next.Expected);
        range.Units.Single(u => u.Unit.Id == Town).MissingDays.Should().HaveCount(2);
        var branch = range.Units.Single(u => u.Unit.Id == Branch);
        (branch.Of(RollCallState.In), branch.Of(RollCallState.Zero), branch.Expected).Should().Be((1, 1, 2));
    }

    private static Dictionary<UnitId, FiledKinds> None => [];

    private static RollCall Open(Dictionary<UnitId, FiledKinds> kinds) => RollCall.Take(DailyLead, Day, Roster, kinds, []);

    private static Standing Stands(UnitId unit, StandingKind kind) => new(0, Day.Slot, unit, kind, 0, null, null, At(2020, 9, 17));
}
