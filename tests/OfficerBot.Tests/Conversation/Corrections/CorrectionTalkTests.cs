using OfficerBot.Conversation.Common;
using OfficerBot.Conversation.Corrections;
using OfficerBot.Conversation.Understanding;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.RollCalls;
using OfficerBot.Domain.Roster;
using OfficerBot.Tests.Conversation.Reports;

namespace OfficerBot.Tests.Conversation.Corrections;

public sealed class CorrectionTalkTests : IAsyncLifetime
{
    private Office _office = null!; // InitializeAsync opens it

    public async Task InitializeAsync() => _office = await Office.OpenAsync();

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    public async Task Without_a_reason_it_is_asked_and_the_next_words_are_it()
    {
        var dialog = new ExcuseUnit(Office.Calendar);
        (await _office.Say(_office.Liaison, dialog, "excuse_unit", Of(_office.TownOfficer))).Single().Reply.Should().BeOfType<ReasonWanted>();
        var answer = await _office.Say(_office.Liaison, dialog, "none", null, "全镇停电。");
        answer[0].Reply.Should().BeOfType<UnitExcused>().Which.Reason.Should().Be("全镇停电");
    }

    [Fact]
    public async Task An_officer_cannot_excuse_his_own_unit()
    {
        var answer = await _office.Say(_office.TownOfficer, new ExcuseUnit(Office.Calendar), "excuse_unit", Of(_office.TownOfficer) with { Reason = "停电" });
        answer.Single().Reply.Should().Be(new NotAllowed(new AllowedBooks()));
    }

    [Fact]
    public async Task A_missed_report_is_turned_into_late_with_minutes_and_reason()
    {
        await CloseNoon();
        var slots = Of(_office.Officer) with { Standing = "late", Reason = "5分钟，设备故障" };
        var answer = await _office.Say(_office.Liaison, new CorrectStanding(Office.Calendar), "correct_standing", slots, "沅江分局改为迟报5分钟，设备故障");
        answer[0].Reply.Should().BeOfType<StandingCorrected>().Which.Should().BeEquivalentTo(
            new { Before = new StoodMissed(), After = new StoodLate(5), Reason = new ReasonSaid("设备故障") });
    }

    [Fact]
    public async Task Before_the_due_time_there_is_nothing_to_correct()
    {
        var slots = Of(_office.Officer) with { Standing = "on_time", Reason = "误记" };
        var answer = await _office.Say(_office.Liaison, new CorrectStanding(Office.Calendar), "correct_standing", slots);
        answer.Single().Reply.Should().BeOfType<CorrectionTooEarly>();
    }

    private Task<int> CloseNoon()
    {
        _office.Now = Office.At(16, 12, 31);
        return _office.Write(l =>
        {
            var occurrences = new Occurrences(l.Notice, Office.Calendar);
            return Closing.Close(l, occurrences, l.Notice.ReportDuty!, occurrences.OnDay(l.Notice.ReportDuty!, new(2020, 9, 16))!, _office.Now).Count;
        });
    }

    private static Slots Of(Person person) => new() { Units = [new UnitSaid("-", [person.Unit])] };
}
