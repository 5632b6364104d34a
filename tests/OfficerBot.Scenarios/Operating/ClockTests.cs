using OfficerBot.Scenarios.Office;

namespace OfficerBot.Scenarios.Operating;

/// <summary>The machine's clock is set back while the service runs, as after a dead battery or by a hand.</summary>
public sealed class ClockTests
{
    [Fact]
    public async Task A_clock_set_back_doubles_no_reminder_keeps_the_log_in_order_and_what_is_due_comes_at_its_time()
    {
        await using var office = await OfficeUnderTest.OpenAsync();
        await (await office.SitAsync("刘艺超", true)).OpenAsync(); // a room for what the group is told
        var officer = await office.SitAsync("周晓燕", false);
        await officer.SayAsync("线索：白沙镇清理河道垃圾3吨。");
        await office.MoveClockAsync("11:20");
        await office.BeatAsync();
        var reminded = office.Sent.After(0).Count;

        office.Machine.Advance(-TimeSpan.FromHours(1));
        await office.BeatAsync();
        var heard = await officer.SayAsync("线索：白沙镇志愿者上路巡查。");
        heard.Names.Should().Contain("lead_filed");
        var times = (await officer.ReadAsync()).Select(a => a.GetProperty("timestamp").GetDateTimeOffset()).ToList();
        times.Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();

        var spoken = office.Sent.After(0).Count;
        office.Machine.Advance(TimeSpan.FromHours(1));
        await office.BeatAsync();
        office.Sent.After(0).Count.Should().Be(spoken, "what fell due in the hour that came twice was done the first time");
        reminded.Should().BePositive();
        await office.MoveClockAsync("12:01");
        await office.BeatAsync();
        office.Sent.After(0).Count.Should().BeGreaterThan(spoken, "noon is told");
    }
}
