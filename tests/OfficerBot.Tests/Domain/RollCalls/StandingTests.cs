using NodaTime;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Filings;
using OfficerBot.Domain.RollCalls;
using OfficerBot.Domain.Roster;
using static OfficerBot.Tests.Domain.Yuanjiang;

namespace OfficerBot.Tests.Domain.RollCalls;

public class StandingTests
{
    private static readonly Occurrence Noon = Dues.OnDay(NoonReport, new(2020, 9, 16))!;
    private static readonly Occurrence Day = Dues.OnDay(DailyLead, new(2020, 9, 16))!;
    private static readonly DueTimes NoonTimes = DueTimes.Of(Dues, NoonReport, Noon);
    private static readonly DueTimes DayTimes = DueTimes.Of(Dues, DailyLead, Day);

    [Theory]
    [InlineData("11:59:59", null, StandingKind.OnTime, 0, null)]
    [InlineData("12:00:00", null, StandingKind.Late, 1, null)]
    [InlineData("12:00:01", null, StandingKind.Late, 1, null)]
    [InlineData("12:17:30", null, StandingKind.Late, 18, null)]
    [InlineData("12:29:59", null, StandingKind.Late, 30, null)]
    [InlineData("12:30:00", null, StandingKind.MadeUp, 0, null)]
    [InlineData("14:20:00", "11:58:00", StandingKind.Late, 140, "mail-failure")]
    [InlineData("12:10:00", "12:00:00", StandingKind.Late, 10, null)]
    public void A_report_stands_by_when_the_server_took_it(string accepted, string? confirmed, StandingKind kind, int minutes, string? reason) =>
        Verdict.Of(NoonTimes, [Filed(Noon, FilingKind.Report, Clock(accepted))], confirmed is null ? null : Clock(confirmed))
            .Should().Be(new Verdict(kind, minutes, reason));

    [Fact]
    public void A_lead_alone_does_not_discharge_the_report() =>
        Verdict.Of(NoonTimes, [Filed(Noon, FilingKind.Lead, Clock("09:00:00"))], null).Kind.Should().Be(StandingKind.Missed);

    [Theory]
    [InlineData(FilingKind.Lead, StandingKind.OnTime)]
    [InlineData(FilingKind.Zero, StandingKind.Zero)]
    [InlineData(FilingKind.Excuse, StandingKind.Excused)]
    public void A_day_stands_by_what_was_filed(FilingKind filed, StandingKind kind) =>
        Verdict.Of(DayTimes, [Filed(Day, filed, Clock("23:59:59"))], null).Kind.Should().Be(kind);

    [Fact]
    public void Nobody_is_late_with_a_lead_but_after_midnight_it_is_made_up() =>
        Verdict.Of(DayTimes, [Filed(Day, FilingKind.Lead, At(2020, 9, 17))], null).Kind.Should().Be(StandingKind.MadeUp);

    [Fact]
    public void Closing_writes_one_row_for_each_owing_unit_and_only_once()
    {
        var ledger = new PlainLedger();
        ledger.Add(Filed(Day, FilingKind.Lead, Clock("10:00:00"), Town));
        var rows = Closing.Close(ledger, Dues, DailyLead, Day, At(2020, 9, 17));
        rows.Select(r => (r.Unit, r.Kind)).Should().Equal(
            (Branch, StandingKind.Missed), (Publicity, StandingKind.Missed), (Town, StandingKind.OnTime), (Reed, StandingKind.Missed));
        Closing.Close(ledger, Dues, DailyLead, Day, At(2020, 9, 17, 1)).Should().BeEmpty();
    }

    [Fact]
    public void What_the_server_took_before_noon_is_in_time_though_it_was_booked_after_the_closing()
    {
        var ledger = Closed(NoonReport, Noon);
        var late = Filed(Noon, FilingKind.Report, Clock("11:59:59")) with { Recorded = Clock("12:00:03") };
        Closing.After(ledger, Dues, NoonReport, Noon, late, Clock("12:00:03"))!.Kind.Should().Be(StandingKind.OnTime);
    }

    [Theory]
    [InlineData(1, StandingKind.OnTime, "pasted-record")]
    [InlineData(5, StandingKind.MadeUp, null)]
    public void A_record_pasted_the_next_day_is_in_time_only_when_the_liaison_vouches(long by, StandingKind kind, string? reason)
    {
        var ledger = Closed(DailyLead, Day);
        var pasted = Filed(Day, FilingKind.Lead, Clock("09:12:00"), Town, by) with { Recorded = At(2020, 9, 17, 9) };
        var row = Closing.After(ledger, Dues, DailyLead, Day, pasted, At(2020, 9, 17, 9))!;
        (row.Kind, row.Reason).Should().Be((kind, reason));
    }

    [Fact]
    public void Only_what_was_missed_can_be_made_up()
    {
        var ledger = new PlainLedger();
        ledger.Add(Filed(Day, FilingKind.Zero, Clock("10:00:00"), Town));
        Closing.Close(ledger, Dues, DailyLead, Day, At(2020, 9, 17));
        var lead = Filed(Day, FilingKind.Lead, At(2020, 9, 17, 8), Town);
        Closing.After(ledger, Dues, DailyLead, Day, lead, At(2020, 9, 17, 8)).Should().BeNull();
    }

    [Fact]
    public void The_liaison_turns_a_mail_failure_into_in_time_with_his_name()
    {
        var ledger = Closed(NoonReport, Noon);
        ledger.Add(new Standing(0, Noon.Slot, Branch, StandingKind.Late, 140, null, Verdict.MailFailure, Clock("14:20:00")));
        var result = CorrectionDesk.Correct(ledger, Liaison, Noon.Slot, Branch, (StandingKind.OnTime, 0), null, Clock("15:00:00"));
        var after = result.Should().BeOfType<CorrectionResult.Corrected>().Subject.After;
        (after.Kind, after.By, after.Reason).Should().Be((StandingKind.OnTime, Liaison.Id, Verdict.MailFailure));
    }

    [Fact]
    public void A_correction_is_refused_by_name()
    {
        var ledger = Closed(NoonReport, Noon);
        Correct(ledger, Officer, StandingKind.OnTime, "x").Should().BeOfType<CorrectionResult.NotAllowed>();
        Correct(ledger, Leader, StandingKind.OnTime, " ").Should().BeOfType<CorrectionResult.ReasonMissing>();
        Correct(ledger, Leader, StandingKind.Late, "x").Should().BeOfType<CorrectionResult.MinutesMissing>();
        Correct(ledger, Leader, StandingKind.Zero, "x").Should().BeOfType<CorrectionResult.NoZeroHere>();
        Correct(ledger, Leader, StandingKind.Missed, "x").Should().BeOfType<CorrectionResult.Unchanged>();
        Correct(new(), Leader, StandingKind.OnTime, "x").Should().BeOfType<CorrectionResult.StillOpen>();
        CorrectionDesk.Correct(ledger, Leader, Noon.Slot, Town, (StandingKind.OnTime, 0), "x", Clock("15:00:00"))
            .Should().BeOfType<CorrectionResult.DidNotOwe>();
    }

    [Fact]
    public void An_excuse_covers_open_days_and_corrects_missed_ones()
    {
        var ledger = Closed(DailyLead, Day);
        var result = ExcuseDesk.Excuse(ledger, Dues, DailyLead, Town, (new(2020, 9, 16), new(2020, 9, 18)), Liaison, "防汛", At(2020, 9, 17, 9));
        var excused = result.Should().BeOfType<ExcuseResult.Excused>().Subject;
        excused.Corrected.Select(o => o.Day).Should().Equal(new LocalDate(2020, 9, 16));
        excused.Open.Should().HaveCount(2);
        ledger.StandingsOf(Day.Slot).Single(s => s.Unit == Town).Kind.Should().Be(StandingKind.Excused);
        ExcuseDesk.Revoke(ledger, Dues, DailyLead, Town, (new(2020, 9, 18), new(2020, 9, 18)), Liaison, At(2020, 9, 17, 10)).Should().ContainSingle();
        ledger.Of(Dues.OnDay(DailyLead, new(2020, 9, 18))!.Slot).Should().BeEmpty();
    }

    [Fact]
    public void An_excuse_is_the_liaisons_or_a_leaders_and_needs_a_reason()
    {
        var ledger = new PlainLedger();
        var days = (new LocalDate(2020, 9, 16), new LocalDate(2020, 9, 16));
        ExcuseDesk.Excuse(ledger, Dues, DailyLead, Town, days, TownOfficer, "x", Clock("09:00:00")).Should().BeOfType<ExcuseResult.NotAllowed>();
        ExcuseDesk.Excuse(ledger, Dues, DailyLead, Town, days, Leader, "", Clock("09:00:00")).Should().BeOfType<ExcuseResult.ReasonMissing>();
        ExcuseDesk.Excuse(ledger, Dues, DailyLead, Silent, days, Leader, "x", Clock("09:00:00")).Should().BeOfType<ExcuseResult.NothingOwed>();
    }

    private static CorrectionResult Correct(PlainLedger ledger, Person by, StandingKind to, string reason) =>
        CorrectionDesk.Correct(ledger, by, Noon.Slot, Branch, (to, 0), reason, Clock("15:00:00"));

    private static PlainLedger Closed(Duty duty, Occurrence occurrence)
    {
        var ledger = new PlainLedger();
        Closing.Close(ledger, Dues, duty, occurrence, Dues.DueAt(occurrence));
        return ledger;
    }

    private static Filing Filed(Occurrence occurrence, FilingKind kind, Instant at, UnitId? unit = null, long by = 2) =>
        new(0, occurrence.Slot, unit ?? Branch, kind, new(by), at, at, kind == FilingKind.Lead ? new(1) : null, null, null);

    private static Instant Clock(string time) =>
        new LocalDate(2020, 9, 16).At(NodaTime.Text.LocalTimePattern.ExtendedIso.Parse(time).Value).InZoneStrictly(Zone).ToInstant();
}
