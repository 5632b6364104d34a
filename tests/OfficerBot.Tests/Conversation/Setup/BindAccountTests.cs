using OfficerBot.Conversation.Common;
using OfficerBot.Conversation.Setup;
using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.Roster;
using OfficerBot.Tests.Conversation.Turns;
using Route = OfficerBot.Conversation.Turns.Route;

namespace OfficerBot.Tests.Conversation.Setup;

public sealed class BindAccountTests : IAsyncLifetime
{
    private DialogRoom _room = null!; // InitializeAsync opens it

    public async Task InitializeAsync() => _room = await DialogRoom.OpenAsync((_, _) => [new SmallTalk(), new BindAccount(), new LinkGroup()]);

    public async Task DisposeAsync() => await _room.DisposeAsync();

    [Fact]
    public async Task The_liaison_says_whose_account_a_number_is_and_both_are_told()
    {
        var account = await _room.Seat("河边小周");

        var sent = await _room.Say("刘艺超", $"{account.Value}号是白沙镇周晓燕");

        sent[0].Reply.Should().BeOfType<AccountBound>().Which.Name["zh"].Should().Be("周晓燕");
        sent[1].Reply.Should().BeOfType<FirstContact>();
        sent[1].Route.Should().BeOfType<Route.One>();
        var bound = await _room.Write(l => l.People.Get(account).Person is { } id ? l.Roster[id].Name : null);
        bound.Should().Be("周晓燕");
        await _room.Ask<AccountBoundAlready>("刘艺超", $"{account.Value}号是周晓燕");
    }

    [Fact]
    public async Task Another_bindings_end_needs_a_yes()
    {
        var account = await _room.Seat("王建军");

        await _room.Ask<AccountOfAnother>("刘艺超", $"{account.Value}号是周晓燕");
        await _room.Ask<AccountBound>("刘艺超", "是");
    }

    [Fact]
    public async Task The_liaison_cannot_give_away_his_own_account() =>
        await _room.Ask<OwnAccount>("刘艺超", $"{(await _room.Seat("刘艺超")).Value}号是周晓燕");

    [Fact]
    public async Task Of_two_people_of_one_name_one_is_chosen()
    {
        var account = await _room.Seat("小李");

        await _room.Ask<AmbiguousPerson>("刘艺超", $"{account.Value}号是李丹");
        (await _room.Ask<AccountBound>("刘艺超", "2")).Unit["zh"].Should().Be("双桥镇");
    }

    [Fact]
    public async Task A_wrong_number_or_nobodys_name_binds_nothing()
    {
        await _room.Ask<NoSuchAccount>("刘艺超", "888号是周晓燕");
        await _room.Ask<WhichAccount>("刘艺超", "他是白沙镇周晓燕");
        await _room.Ask<NotAllowed>("周晓燕", "1号是白沙镇王建军");
    }

    [Fact]
    public async Task A_group_chat_becomes_the_groups_when_the_liaison_says_so_in_it()
    {
        await _room.Ask<LinkInTheGroup>("刘艺超", "这个群是工作群");
        await _room.Ask<NotAllowed>("周晓燕", "这个群是工作群", inGroup: true);
        await _room.Ask<GroupLinked>("刘艺超", "这个群是工作群", inGroup: true);
        (await _room.Write(l => l.People.GroupChats().Count)).Should().Be(1);
        await _room.Ask<GroupLinkedAlready>("刘艺超", "绑定本群", inGroup: true);
    }
}
