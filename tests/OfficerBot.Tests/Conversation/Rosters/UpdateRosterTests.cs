using OfficerBot.Conversation.Common;
using OfficerBot.Conversation.Roster;
using OfficerBot.Domain.Roster;
using OfficerBot.Tests.Conversation.Turns;

namespace OfficerBot.Tests.Conversation.Rosters;

public sealed class UpdateRosterTests : IAsyncLifetime
{
    private DialogRoom _room = null!; // InitializeAsync opens it

    public async Task InitializeAsync() => _room = await DialogRoom.OpenAsync((_, _) => [new SmallTalk(), new UpdateRoster(), new RosterGapsDialog()]);

    public async Task DisposeAsync() => await _room.DisposeAsync();

    [Fact]
    public async Task A_unit_gets_another_officer_after_a_yes()
    {
        var preview = await _room.Ask<UpdatePreview>("刘艺超", "白沙镇信息员换成张小慧，19900000099");
        preview.Parts.Should().HaveCount(2);
        (await Person("张小慧")).Should().BeNull();

        await _room.Ask<RosterUpdated>("刘艺超", "是");
        (await Person("张小慧")).Should().BeEquivalentTo(new { Phone = "19900000099", Roles = Roles.Officer });
        (await Person("周晓燕"))!.Roles.Should().Be(Roles.None);
    }

    [Fact]
    public async Task A_phone_is_changed()
    {
        await _room.Ask<UpdatePreview>("刘艺超", "把周晓燕的电话改为19900000098");
        await _room.Ask<RosterUpdated>("刘艺超", "确认");
        (await Person("周晓燕"))!.Phone.Should().Be("19900000098");
    }

    [Fact]
    public async Task Somebody_leaves()
    {
        await _room.Ask<UpdatePreview>("刘艺超", "王建军已调离，请从名单里去掉");
        await _room.Ask<RosterUpdated>("刘艺超", "是");
        (await Person("王建军")).Should().BeNull();
    }

    [Fact]
    public async Task The_only_liaison_cannot_leave() =>
        (await _room.Ask<UpdateUnchanged>("刘艺超", "刘艺超已调离，请从名单里去掉")).Parts.Should().ContainSingle().Which.Should().BeOfType<RosterDoubtful>();

    [Fact]
    public async Task A_no_changes_nothing()
    {
        await _room.Ask<UpdatePreview>("刘艺超", "王建军已调离，请从名单里去掉");
        await _room.Ask<Cancelled>("刘艺超", "不用了");
        (await Person("王建军")).Should().NotBeNull();
    }

    [Fact]
    public async Task Officers_may_not() => await _room.Ask<NotAllowed>("周晓燕", "王建军已调离，请从名单里去掉");

    [Fact]
    public async Task What_the_roster_lacks_is_named()
    {
        await _room.Seat("周晓燕");

        var gaps = await _room.Ask<RosterGaps>("刘艺超", "哪些单位还没有信息员");

        gaps.Parts.OfType<UnitsWithoutOfficer>().Single().Units.Should().ContainSingle().Which["zh"].Should().Contain("东堤");
        gaps.Parts.OfType<PeopleUnmet>().Single().People.Select(p => p["zh"]).Should().NotContain(n => n.StartsWith("周晓燕", StringComparison.Ordinal));
    }

    private Task<Person?> Person(string name) => _room.Write(l => l.Roster.People.FirstOrDefault(p => p.Name == name));
}
