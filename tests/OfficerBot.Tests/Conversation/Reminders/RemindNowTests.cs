using NodaTime;
using OfficerBot.Conversation.Common;
using OfficerBot.Conversation.Reminders;
using OfficerBot.Conversation.RollCalls;
using OfficerBot.Conversation.Turns;
using OfficerBot.Tests.Conversation.Turns;
using Route = OfficerBot.Conversation.Turns.Route;

namespace OfficerBot.Tests.Conversation.Reminders;

public sealed class RemindNowTests : IAsyncLifetime
{
    private DialogRoom _room = null!; // InitializeAsync opens it

    public async Task InitializeAsync() => _room = await DialogRoom.OpenAsync((c, _) => [new SmallTalk(), new RemindNow(c)]);

    public async Task DisposeAsync() => await _room.DisposeAsync();

    [Fact]
    public async Task Those_who_owe_and_can_be_reached_get_it_the_rest_are_named_with_phones()
    {
        await _room.Seat("周晓燕");

        var sent = await _room.Say("刘艺超", "提醒一下");

        sent.Select(o => o.Reply).OfType<LeadNudge>().Should().ContainSingle().Which.Unit["zh"].Should().Be("白沙镇");
        var told = sent.Select(o => o.Reply).OfType<RemindedPrivately>().Single();
        told.Count.Should().Be(1);
        told.Unreached.Should().BeOfType<UnreachedUnits>().Which.Units.OfType<UnreachedUnit>().Should().Contain(u => u.Phone == "19900000014");
    }

    [Fact]
    public async Task By_hand_twice_in_half_an_hour_is_one_message()
    {
        await _room.Seat("周晓燕");

        var first = (await _room.Say("刘艺超", "提醒一下白沙镇")).Single(o => o.Reply is LeadNudge).Key;
        _room.Now += Duration.FromMinutes(10);
        var second = (await _room.Say("刘艺超", "催一下没报的")).Single(o => o.Reply is LeadNudge).Key;
        _room.Now += Duration.FromMinutes(40);
        var later = (await _room.Say("刘艺超", "催一下没报的")).Single(o => o.Reply is LeadNudge).Key;

        second.Should().Be(first);
        later.Should().NotBe(first);
    }

    [Fact]
    public async Task At_night_it_asks_first()
    {
        await _room.Seat("周晓燕");
        _room.Now = Instant.FromUtc(2020, 9, 16, 13, 0); // 21:00

        var asked = await _room.Say("刘艺超", "提醒一下");
        asked.Should().ContainSingle().Which.Reply.Should().BeOfType<RemindAtNight>();
        (await _room.Say("刘艺超", "是")).Should().Contain(o => o.Reply is LeadNudge);
        (await _room.Say("刘艺超", "现在就催一下")).Should().Contain(o => o.Reply is LeadNudge);
    }

    [Fact]
    public async Task In_the_group_phones_go_to_the_liaison_alone()
    {
        await _room.Seat("刘艺超");
        await _room.Seat("周晓燕");

        var sent = await _room.Say("刘艺超", "提醒一下", inGroup: true, mentioned: true);

        sent.Where(o => o.Reply is UnreachedUnits).Should().OnlyContain(o => o.Route is Route.One);
        sent.Select(o => o.Reply).OfType<RemindedPrivately>().Single().Unreached.Should().BeOfType<UnreachedCount>();
    }

    [Fact]
    public async Task Officers_cannot_have_others_reminded() => await _room.Ask<NotAllowed>("周晓燕", "提醒一下");
}
