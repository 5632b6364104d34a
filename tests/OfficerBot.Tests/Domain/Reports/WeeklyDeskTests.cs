using NodaTime;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Filings;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Reports;
using OfficerBot.Domain.RollCalls;
using OfficerBot.Domain.Roster;
using static OfficerBot.Tests.Domain.Yuanjiang;

namespace OfficerBot.Tests.Domain.Reports;

public class WeeklyDeskTests
{
    private static readonly Slot Friday = Ladder.WeeklySlot(new(2020, 9, 18), new(16, 0));
    private static readonly Instant FridayAtFour = At(2020, 9, 18, 16);

    private readonly PlainLedger _ledger = new();
    private readonly LeadDesk _leads;
    private readonly WeeklyDesk _desk;

    public WeeklyDeskTests()
    {
        _leads = new(_ledger, Dues);
        _desk = new(_ledger, Dues);
    }

    [Fact]
    public void The_week_runs_from_friday_at_four_to_friday_at_four()
    {
        Lead("上周的线索内容", At(2020, 9, 11, 15, 59));
        Lead("周末的线索内容", At(2020, 9, 12, 10));
        Lead("周三的线索内容", At(2020, 9, 16, 10), Town);
        Lead("四点以后的线索", FridayAtFour);
        var report = Compiled();
        report.Leads.Should().Be(2);
        report.Days.Select(d => (d.Day.Day, d.Leads)).Should().Equal([(11, 0), (12, 1), (13, 0), (14, 0), (15, 0), (16, 1), (17, 0), (18, 0)], "days without a lead are shown, too");
        report.Units.Select(u => (u.Unit.Id, u.Leads)).Should().Equal((Branch, 1), (Town, 1));
        report.Categories.Should().HaveCount(7).And.Contain(c => c.Category.Number == 3 && c.Leads == 2);
    }

    [Fact]
    public void The_standings_of_the_week_add_up_by_unit_and_by_duty()
    {
        CloseWeek();
        var report = Compiled();
        report.Totals.Expected.Should().Be((7 * 4) + (3 * 2), "seven days of leads for four units, three reports for two");
        report.Totals.Sum.Should().Be(report.Totals.Expected);
        report.Units.Single(u => u.Unit.Id == Branch).Counts.Should().Be(new StandingCounts(10, 1, 0, 0, 0, 0, 9));
        report.Lacks.Should().HaveCount(report.Totals.Missed);
        report.Lacks.Should().OnlyContain(l => l.Officer != null);
    }

    [Fact]
    public void The_next_week_names_its_holiday_and_its_make_up_day()
    {
        var slot = Ladder.WeeklySlot(new(2020, 9, 30), new(16, 0));
        var next = ((WeeklyDeskResult.Drafted)_desk.Compile(slot, At(2020, 9, 30, 16))).Report.Next;
        next.Select(n => (n.Occurrence.Day.Day, n.Occurrence.HolidayName)).Should().Equal((2, "国庆节、中秋节"), (5, "国庆节、中秋节"), (7, "国庆节、中秋节"));
    }

    [Fact]
    public void A_week_wholly_off_is_merged_into_the_next_report() =>
        WeeklyPeriod.From(new(NoticeFrom(new(2020, 1, 1), DailyLead), WorkDays), Ladder.WeeklySlot(new(2020, 2, 7), new(16, 0)))
            .Should().Be(At(2020, 1, 23, 16), "Friday the 24th and the whole next week were off");

    [Fact]
    public void Compiling_twice_gives_the_same_draft_and_only_the_liaison_confirms_it()
    {
        _desk.AskConfirm(Liaison, FridayAtFour).Should().BeOfType<WeeklyDeskResult.NotCompiled>();
        var first = (WeeklyDeskResult.Drafted)_desk.Compile(Friday, FridayAtFour);
        ((WeeklyDeskResult.Drafted)_desk.Compile(Friday, FridayAtFour)).Row.Id.Should().Be(first.Row.Id);
        _desk.AskConfirm(Leader, FridayAtFour).Should().BeOfType<WeeklyDeskResult.NotYours>();
        _desk.Show(Leader, FridayAtFour).Should().BeOfType<WeeklyDeskResult.Drafted>();
        var monday = At(2020, 9, 21, 9);
        var ready = (WeeklyDeskResult.Ready)_desk.AskConfirm(Liaison, monday);
        ready.MessageIdLeft.Should().Be("weekly.2020-09-18T1600.group.r1");
        ready.Report.To.Should().Be(FridayAtFour, "whenever it is confirmed");
        _ledger.ReportRows.Confirm(ready.Row.Id, Liaison.Id, monday, "m", [], [], ready.Leads);
        _desk.AskConfirm(Liaison, monday).Should().BeOfType<WeeklyDeskResult.AlreadyConfirmed>();
        ((WeeklyDeskResult.Drafted)_desk.Correct(Liaison, monday)).Report.Revision.Should().Be(2);
    }

    private WeeklyReport Compiled() => ((WeeklyDeskResult.Drafted)_desk.Compile(Friday, FridayAtFour)).Report;

    private void CloseWeek()
    {
        Lead("周三的线索内容", At(2020, 9, 16, 10));
        foreach (var duty in new[] { NoonReport, DailyLead })
        {
            foreach (var due in Dues.DueWithin(duty, At(2020, 9, 11, 16), FridayAtFour))
            {
                Closing.Close(_ledger, Dues, duty, due, Dues.DueAt(due));
            }
        }
    }

    private void Lead(string text, Instant at, UnitId? unit = null) =>
        _leads.File(new(unit ?? Branch, text, 3, new(1), null, 0), Liaison, at).Should().BeOfType<LeadResult.Filed>();
}
