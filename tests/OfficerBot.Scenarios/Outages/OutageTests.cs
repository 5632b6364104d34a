using OfficerBot.Scenarios.Office;

namespace OfficerBot.Scenarios.Outages;

/// <summary>The service is down while things fall due: what is still useful is sent once, the rest recorded, and the liaison is told in one line.</summary>
public sealed class OutageTests : IAsyncLifetime
{
    private OfficeUnderTest _office = null!; // InitializeAsync opens it

    public async Task InitializeAsync()
    {
        _office = await OfficeUnderTest.OpenAsync();
        await _office.SitAsync("贺敏", true); // there is a group to be told
        foreach (var person in (string[])["刘艺超", "苏赛飞", "周晓燕"])
        {
            await (await _office.SitAsync(person, false)).OpenAsync();
        }
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    public async Task Down_from_0850_to_1120_the_card_and_the_nudge_are_made_up_once_and_the_liaison_is_told()
    {
        await _office.MoveClockAsync("08:50");

        var heard = await DownForAsync(TimeSpan.FromMinutes(150));

        _office.Now.ToString("HH:mm", null).Should().Be("11:20");
        heard.Where(r => r.Reply == "noon_card").Should().ContainSingle().Which.InGroup.Should().BeTrue();
        heard.Where(r => r.Reply == "noon_nudge").Should().ContainSingle("one of the three units has somebody to be reached").Which.Person.Should().Be(Id("苏赛飞"));
        var told = heard.Where(r => r.Reply == "caught_up").Should().ContainSingle().Subject;
        told.Person.Should().Be(Id("刘艺超"));
        told.Text.Should().Contain("09:00").And.Contain("11:20").And.Contain("2").And.Contain("0");
        (await DownForAsync(TimeSpan.FromSeconds(30))).Should().BeEmpty("nothing is doubled");
        await _office.MoveClockAsync("11:46");
        _office.Sent.Of("noon_last_call").Select(r => r.Person).Should().OnlyHaveUniqueItems().And.Contain(Id("苏赛飞"));
    }

    [Fact]
    public async Task Down_from_1105_to_1147_only_the_last_call_is_sent_and_the_nudge_before_it_recorded()
    {
        await _office.MoveClockAsync("11:05");

        var heard = await DownForAsync(TimeSpan.FromMinutes(42));

        heard.Should().NotContain(r => r.Reply == "noon_nudge");
        heard.Where(r => r.Reply == "noon_last_call").Should().ContainSingle().Which.Person.Should().Be(Id("苏赛飞"));
        var told = heard.Where(r => r.Reply == "caught_up").Should().ContainSingle().Subject;
        (told.Value("sent"), told.Value("recorded")).Should().Be(("1", "1"));
    }

    [Fact]
    public async Task Down_over_noon_the_standings_are_written_late_nudges_are_not_sent_and_nothing_is_doubled()
    {
        await _office.MoveClockAsync("11:00");

        var heard = await DownForAsync(TimeSpan.FromMinutes(130));

        heard.Select(r => r.Reply).Should().NotContain(["noon_nudge", "noon_last_call"]).And.BeEquivalentTo(["noon_result", "liaison_note", "caught_up"]);
        heard.Single(r => r.Reply == "caught_up").Text.Should().Contain("11:12").And.Contain("13:10");
        _office.Read(l => l.Filings.StandingsOf(new(l.Notice.ReportDuty!.Id, new(2020, 9, 16, 12, 0)))).Should().HaveCount(3);
        (await DownForAsync(TimeSpan.FromMinutes(1))).Should().BeEmpty("nothing is doubled");
    }

    [Fact]
    public async Task Down_for_days_the_liaison_is_still_told_in_one_line()
    {
        await _office.MoveClockAsync("13:00");

        var heard = await DownForAsync(TimeSpan.FromDays(5)); // until Monday 13:00

        heard.Where(r => r.Reply == "caught_up").Should().ContainSingle().Which.Text.Should().Contain("17:00").And.Contain("13:00");
        heard.Select(r => r.Reply).Should().NotContain(["noon_nudge", "noon_last_call", "lead_nudge", "noon_card"]);
        (await DownForAsync(TimeSpan.FromMinutes(1))).Should().BeEmpty("nothing is doubled");
    }

    private async Task<IReadOnlyList<SentReply>> DownForAsync(TimeSpan time)
    {
        var before = _office.Sent.Newest;
        await _office.StopAsync();
        _office.Machine.Advance(time);
        await _office.StartAsync();
        await _office.BeatAsync();
        _office.Errors.Lines.Should().BeEmpty();
        return _office.Sent.After(before);
    }

    private long Id(string name) => _office.Roster.People.Single(p => p.Name == name).Id.Value;
}
