using NodaTime;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Filings;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Reports;
using OfficerBot.Domain.RollCalls;
using OfficerBot.Domain.Roster;
using static OfficerBot.Tests.Domain.Yuanjiang;

namespace OfficerBot.Tests.Domain.Reports;

public class ReportDeskTests
{
    private static readonly Occurrence Wednesday = Dues.OnDay(NoonReport, new(2020, 9, 16))!;

    private readonly PlainLedger _ledger = new();
    private readonly LeadDesk _leads;
    private readonly ReportDesk _desk;

    public ReportDeskTests()
    {
        _leads = new(_ledger, Dues);
        _desk = new(_ledger, Dues);
    }

    [Fact]
    public void A_report_covers_the_units_leads_since_the_due_time_before()
    {
        Lead("上一期的线索内容", At(2020, 9, 14, 11, 59));
        var kept = Lead("本期的第一条线索", At(2020, 9, 14, 12));
        Lead("别的单位的线索", At(2020, 9, 15, 9), Town);
        var draft = Draft(At(2020, 9, 16, 10));
        draft.Report.Items.Select(i => i.Number).Should().Equal(kept.Number);
        draft.Report.From.Should().Be(At(2020, 9, 14, 12));
        draft.Report.Issue.Should().Be(1);
    }

    [Fact]
    public void What_comes_after_confirming_goes_into_the_next_and_nothing_stands_twice()
    {
        var first = Lead("确认之前的线索", At(2020, 9, 16, 9));
        Confirm(At(2020, 9, 16, 10));
        var later = Lead("确认之后的线索", At(2020, 9, 16, 11));
        _desk.Draft(Branch, Officer, At(2020, 9, 16, 11, 30)).Should().BeOfType<ReportResult.AlreadyConfirmed>();
        var next = Draft(At(2020, 9, 18, 9));
        next.Report.Items.Select(i => i.Number).Should().Equal(later.Number).And.NotContain(first.Number);
        (next.Report.Issue, next.Report.From).Should().Be((2, At(2020, 9, 16, 10)));
    }

    [Fact]
    public void A_record_pasted_after_confirming_goes_into_the_next_though_it_was_written_before()
    {
        Confirm(At(2020, 9, 16, 10));
        var pasted = Lead("微信群里的线索", At(2020, 9, 16, 11), said: At(2020, 9, 16, 9));
        Draft(At(2020, 9, 18, 9)).Report.Items.Select(i => i.Number).Should().Equal(pasted.Number);
        Confirm(At(2020, 9, 18, 9));
        Draft(At(2020, 9, 21, 9)).Report.Items.Should().BeEmpty();
    }

    [Fact]
    public void With_nothing_to_say_it_is_a_one_line_report()
    {
        Draft(At(2020, 9, 16, 10)).Report.IsOneLine.Should().BeTrue();
        _desk.AskConfirm(Branch, Officer, At(2020, 9, 16, 10)).Should().BeOfType<ReportResult.Ready>("it is still mailed");
    }

    [Fact]
    public void Edits_are_applied_in_order_and_the_totals_follow()
    {
        var (one, two) = (Lead("第一条线索的内容", At(2020, 9, 15, 9)), Lead("第二条线索的内容", At(2020, 9, 15, 10)));
        Edit(new ReportEdit.Drop(one.Number));
        Edit(new ReportEdit.Drop(two.Number));
        Edit(new ReportEdit.Restore(two.Number));
        Edit(new ReportEdit.Retitle(two.Number, "换个题目"));
        Edit(new ReportEdit.Paragraph("另有两家媒体采访。"));
        Edit(new ReportEdit.AddPicture(new("aa", "image/png", "1.png", 3)));
        var report = Edit(new ReportEdit.AddPicture(new("aa", "image/png", "1.png", 3))).Report;
        report.Items.Select(i => i.Title).Should().Equal("换个题目");
        report.Left.Should().Equal(one.Number);
        report.Totals.Should().Be(new ReportTotals(1, 1, 1));
        _ledger.Get(two.Id).Title.Should().NotBe("换个题目", "the lead itself is untouched");
    }

    [Fact]
    public void An_edit_of_a_lead_outside_the_period_is_refused_by_name()
    {
        var old = Lead("上一期的线索内容", At(2020, 9, 14, 11));
        _desk.Edit(Branch, new ReportEdit.Drop(old.Number), Officer, At(2020, 9, 16, 10)).Should().BeOfType<ReportResult.NotInPeriod>();
    }

    [Fact]
    public void The_unit_or_the_liaison_confirms_and_nobody_else()
    {
        var now = At(2020, 9, 16, 10);
        _desk.AskConfirm(Branch, TownOfficer, now).Should().BeOfType<ReportResult.NotYours>();
        _desk.AskConfirm(Branch, Leader, now).Should().BeOfType<ReportResult.NotYours>();
        _desk.AskConfirm(Town, TownOfficer, now).Should().BeOfType<ReportResult.DoesNotOwe>();
        _desk.AskConfirm(Branch, Deputy, now).Should().BeOfType<ReportResult.Ready>();
        _desk.AskConfirm(Branch, Liaison, now).Should().BeOfType<ReportResult.Ready>()
            .Which.MessageIdLeft.Should().Be("mwf-report.2020-09-16T1200.u2.r1");
        Confirm(now);
        _desk.AskConfirm(Branch, Officer, now).Should().BeOfType<ReportResult.AlreadyConfirmed>();
    }

    [Fact]
    public void A_correction_is_the_next_revision_with_the_edits_and_the_late_comers()
    {
        _desk.Correct(Branch, Officer, At(2020, 9, 16, 10)).Should().BeOfType<ReportResult.NothingToCorrect>();
        var one = Lead("第一条线索的内容", At(2020, 9, 15, 9));
        Edit(new ReportEdit.Retitle(one.Number, "换个题目"));
        Confirm(At(2020, 9, 16, 10));
        var late = Lead("后来的线索内容", At(2020, 9, 16, 10, 30));
        var opened = (ReportResult.Drafted)_desk.Correct(Branch, Officer, At(2020, 9, 16, 11));
        (opened.Report.Revision, opened.Report.Issue).Should().Be((2, 1));
        opened.Report.Items.Select(i => i.Title).Should().Equal("换个题目", late.Title);
        var row = Confirm(At(2020, 9, 16, 11), opened.Row.Id);
        row.Revision.Should().Be(2);
        Draft(At(2020, 9, 18, 9)).Report.From.Should().Be(At(2020, 9, 16, 11), "the correction printed what came until then");
    }

    [Fact]
    public void A_correction_left_lying_does_not_stand_in_the_way_of_the_next_report()
    {
        Confirm(At(2020, 9, 16, 10));
        _desk.Correct(Branch, Officer, At(2020, 9, 16, 11));
        var next = Draft(At(2020, 9, 18, 9));
        (next.Report.Revision, next.Report.Occurrence.Day).Should().Be((1, new LocalDate(2020, 9, 18)));
    }

    [Fact]
    public void What_was_missed_at_noon_is_meant_until_the_day_ends()
    {
        Draft(At(2020, 9, 16, 12, 10)).Report.Occurrence.Should().Be(Wednesday);
        Draft(At(2020, 9, 17, 9)).Report.Occurrence.Day.Should().Be(new LocalDate(2020, 9, 18));
        Confirm(At(2020, 9, 16, 12, 20));
        _desk.Draft(Branch, Officer, At(2020, 9, 16, 12, 30)).Should().BeOfType<ReportResult.Drafted>()
            .Which.Report.Occurrence.Day.Should().Be(new LocalDate(2020, 9, 18));
    }

    [Theory]
    [InlineData(10, 0, 11, 0, StandingKind.OnTime, null)]
    [InlineData(11, 50, 12, 5, StandingKind.Late, "mail-failure")]
    [InlineData(12, 5, 12, 6, StandingKind.Late, null)]
    [InlineData(12, 45, 12, 46, StandingKind.MadeUp, null)]
    public void The_standing_follows_the_instant_of_acceptance(int hour, int minute, int hour2, int minute2, StandingKind kind, string? reason)
    {
        var (confirmed, accepted) = (At(2020, 9, 16, hour, minute), At(2020, 9, 16, hour2, minute2));
        var due = Dues.DueAt(Wednesday);
        Report? row = confirmed < due ? Confirm(confirmed) : null;
        if (row is not null && accepted < due)
        {
            _desk.Accept(row, accepted, "250 ok", accepted).Should().BeNull("the slot is still open");
        }

        Closing.Close(_ledger, Dues, NoonReport, Wednesday, due);
        row ??= Confirm(confirmed);
        if (accepted >= due)
        {
            _desk.Accept(row, accepted, "250 ok", accepted).Should().NotBeNull();
        }

        var standing = _ledger.StandingsOf(Wednesday.Slot).Single(s => s.Unit == Branch);
        (standing.Kind, standing.Reason).Should().Be((kind, reason));
    }

    [Fact]
    public void A_correction_drafted_meanwhile_does_not_hide_that_the_mail_failed()
    {
        var row = Confirm(At(2020, 9, 16, 11, 50));
        _desk.Correct(Branch, Officer, At(2020, 9, 16, 11, 55));
        ReportSlot.IsOnItsWay(_ledger, Wednesday.Slot, Branch).Should().BeTrue();
        Closing.Close(_ledger, Dues, NoonReport, Wednesday, At(2020, 9, 16, 12));
        _desk.Accept(row, At(2020, 9, 16, 13), "250 ok", At(2020, 9, 16, 13))!.Reason.Should().Be(Verdict.MailFailure);
    }

    [Fact]
    public void Of_two_revisions_the_first_accepted_counts_and_only_once()
    {
        var first = Confirm(At(2020, 9, 16, 10));
        _desk.Accept(first, At(2020, 9, 16, 10, 1), "250 ok", At(2020, 9, 16, 10, 1));
        var second = Confirm(At(2020, 9, 16, 11), ((ReportResult.Drafted)_desk.Correct(Branch, Officer, At(2020, 9, 16, 11))).Row.Id);
        _desk.Accept(second, At(2020, 9, 16, 11, 1), "250 ok", At(2020, 9, 16, 11, 1));
        _ledger.Of(Wednesday.Slot, Branch).Should().ContainSingle().Which.At.Should().Be(At(2020, 9, 16, 10, 1));
    }

    [Fact]
    public void A_tick_counts_from_the_moment_it_is_said_and_once()
    {
        _desk.Tick(Branch, Officer, At(2020, 9, 16, 11)).Should().BeOfType<ReportResult.Ticked>();
        _desk.Tick(Branch, Deputy, At(2020, 9, 16, 11, 1)).Should().BeOfType<ReportResult.AlreadyIn>();
        RollCall.Take(_ledger, NoonReport, Wednesday).Missing.Select(u => u.Id).Should().Equal(Publicity);
    }

    [Theory]
    [InlineData(10, 0, 10, 10)]
    [InlineData(11, 45, 11, 50)]
    [InlineData(11, 50, 12, 0)]
    [InlineData(11, 55, 12, 0)]
    [InlineData(12, 10, 12, 20)]
    public void A_report_the_server_has_not_taken_is_told_in_time(int hour, int minute, int hour2, int minute2)
    {
        var row = Confirm(At(2020, 9, 16, hour, minute));
        UndeliveredWarning.LookAt(row, NoonReport, Wednesday, Zone).Should().Be(At(2020, 9, 16, hour2, minute2));
        UndeliveredWarning.IsDue(row, NoonReport, Wednesday, Zone, At(2020, 9, 16, hour2, minute2)).Should().BeTrue();
        UndeliveredWarning.IsDue(row with { State = ReportState.Accepted }, NoonReport, Wednesday, Zone, At(2020, 9, 16, 13)).Should().BeFalse();
    }

    private Lead Lead(string text, Instant at, UnitId? unit = null, Instant? said = null) =>
        ((LeadResult.Filed)_leads.File(new(unit ?? Branch, text, 3, new(1), null, 0) { SaidAt = said }, Liaison, at)).Lead;

    private ReportResult.Drafted Draft(Instant now) => (ReportResult.Drafted)_desk.Draft(Branch, Officer, now);

    private ReportResult.Drafted Edit(ReportEdit edit) => (ReportResult.Drafted)_desk.Edit(Branch, edit, Officer, At(2020, 9, 16, 9, 30));

    private Report Confirm(Instant now, ReportId? asked = null)
    {
        var ready = (ReportResult.Ready)_desk.AskConfirm(Branch, Officer, now, asked);
        return _ledger.ReportRows.Confirm(ready.Row.Id, Officer.Id, now, ready.MessageIdLeft, [], [], ready.Leads);
    }
}
