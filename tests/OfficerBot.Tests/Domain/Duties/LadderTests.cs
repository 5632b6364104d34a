using NodaTime;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Ledger;
using static OfficerBot.Tests.Domain.Yuanjiang;

namespace OfficerBot.Tests.Domain.Duties;

public class LadderTests
{
    private static readonly Ladder Ladder = new(Dues);
    private static readonly Occurrence Wednesday = Dues.OnDay(NoonReport, new(2020, 9, 16))!;

    [Fact]
    public void The_noon_ladder_has_its_rungs_in_order()
    {
        var rows = Ladder.RowsFor(NoonReport, Wednesday);
        rows.Select(r => $"{r.Rung} {Local(r):MM-dd HH:mm}").Should().Equal(
            "draft 09-15 17:00", "card 09-16 09:00", "nudge 09-16 11:12", "last-call 09-16 11:45", "undelivered 09-16 11:50",
            "close 09-16 12:00", "note 09-16 12:30");
        rows.Should().OnlyContain(r => r.Slot == Wednesday.Slot && r.Duty == NoonReport.Id);
    }

    [Theory]
    [InlineData(2, "09-30 17:00", "the last working day before")]
    [InlineData(5, "10-04 17:00", "the last working day before lies in the period before")]
    [InlineData(7, "10-06 17:00", "the same")]
    [InlineData(9, "10-08 17:00", "the holiday ends the day before")]
    [InlineData(12, "10-10 17:00", "a make-up Saturday is a working day")]
    public void The_draft_is_offered_on_a_working_day_before_as_far_as_the_period_has_one(int day, string at, string why)
    {
        var due = Dues.OnDay(NoonReport, new(2020, 10, day))!;
        $"{Local(Ladder.RowsFor(NoonReport, due)[0]):MM-dd HH:mm}".Should().Be(at, why);
    }

    [Fact]
    public void No_slot_of_a_long_holiday_loses_its_draft()
    {
        var draft = NoonReport.Ladder.Single(r => r.Act == RungAct.DraftReady);
        var after = At(2020, 9, 30, 16);
        var days = new List<int>();
        while (days.Count < 5)
        {
            var row = Ladder.NextAfter(NoonReport, draft, after)!;
            days.Add(row.Slot.At.Day);
            after = row.At;
        }

        days.Should().Equal(2, 5, 7, 9, 12);
    }

    [Fact]
    public void The_weekly_row_is_known_by_its_slot_alone()
    {
        var slot = Ladder.WeeklySlot(new(2020, 9, 18), new(16, 0));
        CatchUp.Judge(new DueRow(slot.Duty, "weekly", slot, At(2020, 9, 18, 16)), Dues, At(2020, 9, 19, 21)).Should().Be(RowVerdict.Do, "it is always made up");
    }

    [Fact]
    public void The_day_closes_at_midnight_and_nobody_is_reminded_late()
    {
        var day = Dues.OnDay(DailyLead, new(2020, 9, 16))!;
        Ladder.RowsFor(DailyLead, day).Select(r => $"{r.Rung} {Local(r):MM-dd HH:mm}").Should().Equal("reminder 09-16 17:00", "close 09-17 00:00");
    }

    [Fact]
    public void The_next_row_of_a_rung_comes_strictly_after()
    {
        var close = NoonReport.Ladder.Single(r => r.Act == RungAct.Close);
        Ladder.NextAfter(NoonReport, close, At(2020, 9, 16, 12))!.At.Should().Be(At(2020, 9, 18, 12));
        Ladder.NextAfter(NoonReport, close, At(2020, 9, 16, 11, 59, 59))!.At.Should().Be(At(2020, 9, 16, 12));
    }

    [Theory]
    [InlineData("2020-09-14", "2020-09-18T16:00")]
    [InlineData("2020-09-25T17:00", "2020-09-27T16:00")]
    [InlineData("2020-09-28", "2020-09-30T16:00")]
    [InlineData("2020-09-30T16:00", "2020-10-10T16:00")]
    public void The_weekly_report_is_compiled_on_the_last_working_day_at_four(string after, string slot)
    {
        var rung = DailyLead.Ladder.Single(r => r.Act == RungAct.WeeklyReport);
        var from = NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture(after.Length == 10 ? "uuuu-MM-dd" : "uuuu-MM-ddTHH:mm").Parse(after).Value;
        var row = Ladder.NextAfter(DailyLead, rung, from.InZoneStrictly(Zone).ToInstant())!;
        row.Slot.AtText.Should().Be(slot);
        row.Slot.Duty.Should().Be(Ladder.Weekly);
    }

    [Fact]
    public void All_rows_of_a_day_come_in_order_of_time()
    {
        var rows = Ladder.Within(At(2020, 9, 16), At(2020, 9, 16, 23, 59));
        rows.Select(r => r.Rung).Should().Equal("card", "nudge", "last-call", "undelivered", "close", "note", "reminder");
        Ladder.Within(At(2020, 9, 17), At(2020, 9, 17, 18)).Select(r => r.Rung).Should().Equal("draft", "reminder");
    }

    [Fact]
    public void When_the_notice_comes_into_force_every_rung_gets_its_next_row() =>
        Ladder.NextRows(At(2020, 9, 16, 8, 30)).Should().HaveCount(NoonReport.Ladder.Count + DailyLead.Ladder.Count).And.OnlyHaveUniqueItems();

    [Theory]
    [InlineData("nudge", 11, 11, RowVerdict.Wait)]
    [InlineData("nudge", 11, 12, RowVerdict.Do)]
    [InlineData("nudge", 11, 42, RowVerdict.Do)]
    [InlineData("nudge", 11, 43, RowVerdict.TooLate)]
    [InlineData("card", 11, 59, RowVerdict.Do)]
    [InlineData("card", 12, 0, RowVerdict.TooLate)]
    [InlineData("close", 23, 0, RowVerdict.Do)]
    [InlineData("note", 15, 0, RowVerdict.Do)]
    [InlineData("note", 21, 0, RowVerdict.TooLate)]
    public void A_late_row_is_done_only_while_it_is_useful(string rung, int hour, int minute, RowVerdict verdict)
    {
        var row = Ladder.RowsFor(NoonReport, Wednesday).Single(r => r.Rung == rung);
        CatchUp.Judge(row, Dues, At(2020, 9, 16, hour, minute)).Should().Be(verdict);
    }

    [Fact]
    public void Of_several_missed_nudges_only_the_last_is_sent()
    {
        var rows = Ladder.RowsFor(NoonReport, Wednesday);
        var verdicts = CatchUp.Judge(rows, Dues, At(2020, 9, 16, 11, 46)).ToDictionary(v => v.Row.Rung, v => v.Verdict);
        verdicts["draft"].Should().Be(RowVerdict.TooLate);
        verdicts["nudge"].Should().NotBe(RowVerdict.Do);
        verdicts["last-call"].Should().Be(RowVerdict.Do);
        CatchUp.Judge(rows, Dues, At(2020, 9, 16, 11, 40)).Single(v => v.Row.Rung == "nudge").Verdict.Should().Be(RowVerdict.Do);
    }

    [Fact]
    public void No_private_message_goes_out_in_quiet_hours()
    {
        var duty = DailyLead with { Ladder = [new("reminder", RungAct.Nudge, 0, new LocalTime(17, 0), Duration.FromHours(6))] };
        var occurrences = OccurrencesOf(duty);
        var row = new Ladder(occurrences).RowsFor(duty, occurrences.OnDay(duty, new(2020, 9, 16))!).Single();
        CatchUp.Judge(row, occurrences, At(2020, 9, 16, 19, 59)).Should().Be(RowVerdict.Do);
        CatchUp.Judge(row, occurrences, At(2020, 9, 16, 20)).Should().Be(RowVerdict.Quiet);
    }

    [Theory]
    [InlineData("19:59", false)]
    [InlineData("20:00", true)]
    [InlineData("00:00", true)]
    [InlineData("07:59", true)]
    [InlineData("08:00", false)]
    public void Quiet_hours_pass_midnight(string time, bool quiet) =>
        new QuietHours(new(20, 0), new(8, 0)).Contains(NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(time).Value).Should().Be(quiet);

    [Fact]
    public void The_gate_asks_five_questions_when_it_sends()
    {
        Ask(FiledKinds.None).Should().Be(GateAnswer.Send);
        Ask(FiledKinds.None, due: false).Should().Be(GateAnswer.NotDue);
        Ask(FiledKinds.None, unit: Town.Value).Should().Be(GateAnswer.DoesNotOwe);
        Ask(FiledKinds.Report).Should().Be(GateAnswer.Counted);
        Ask(FiledKinds.Tick).Should().Be(GateAnswer.Counted);
        Ask(FiledKinds.Lead).Should().Be(GateAnswer.Send, "a lead is not a report");
        Ask(FiledKinds.Excuse).Should().Be(GateAnswer.ZeroOrExcused);
        Ask(FiledKinds.None, onItsWay: true).Should().Be(GateAnswer.OnItsWay);
        Ask(FiledKinds.None, sent: true).Should().Be(GateAnswer.AlreadySent);
    }

    [Fact]
    public void A_zero_report_stops_the_daily_reminder()
    {
        var day = Dues.OnDay(DailyLead, new(2020, 9, 16));
        Gate.Ask(DailyLead, day, Roster, Town, FiledKinds.Zero, false, false).Should().Be(GateAnswer.ZeroOrExcused);
        Gate.Ask(DailyLead, day, Roster, Silent, FiledKinds.None, false, false).Should().Be(GateAnswer.DoesNotOwe);
    }

    private static GateAnswer Ask(FiledKinds kinds, bool due = true, long? unit = null, bool onItsWay = false, bool sent = false) =>
        Gate.Ask(NoonReport, due ? Wednesday : null, Roster, unit is { } id ? new(id) : Branch, kinds, onItsWay, sent);

    private static LocalDateTime Local(DueRow row) => row.At.InZone(Zone).LocalDateTime;
}
