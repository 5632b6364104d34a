using NodaTime;
using OfficerBot.Domain.Duties;
using static OfficerBot.Tests.Domain.Yuanjiang;

namespace OfficerBot.Tests.Domain.Duties;

public class OccurrencesTests
{
    [Theory]
    [InlineData(HolidayPolicy.AsUsual, 2020, 10, 1, 10, 9, "10-02 10-05 10-07 10-09")]
    [InlineData(HolidayPolicy.Postpone, 2020, 10, 1, 10, 9, "10-09")]
    [InlineData(HolidayPolicy.Advance, 2020, 9, 28, 10, 9, "09-28 09-30 10-09")]
    [InlineData(HolidayPolicy.Exempt, 2020, 9, 30, 10, 12, "09-30 10-09 10-12")]
    [InlineData(HolidayPolicy.Postpone, 2020, 6, 24, 6, 29, "06-24 06-28 06-29")]
    [InlineData(HolidayPolicy.Postpone, 2020, 4, 29, 5, 8, "04-29 05-06 05-08")]
    [InlineData(HolidayPolicy.Postpone, 2026, 2, 13, 2, 25, "02-13 02-24 02-25")]
    [InlineData(HolidayPolicy.Postpone, 2026, 9, 30, 10, 9, "09-30 10-08 10-09")]
    [InlineData(HolidayPolicy.Postpone, 2026, 1, 1, 1, 5, "01-04 01-05")]
    [InlineData(HolidayPolicy.Postpone, 2020, 9, 25, 9, 28, "09-25 09-28")]
    public void A_holiday_moves_the_report_as_its_policy_says(HolidayPolicy policy, int year, int month, int day, int month2, int day2, string expected)
    {
        var duty = ReportDuty(policy);
        var found = OccurrencesOf(duty).OnDays(duty, new(year, month, day), new(year, month2, day2));
        string.Join(' ', found.Select(o => $"{o.Day.Month:00}-{o.Day.Day:00}")).Should().Be(expected);
        found.Should().OnlyContain(o => o.Due == o.Day.At(LocalTime.Noon));
    }

    [Fact]
    public void Merged_occurrences_cover_the_whole_time_since_the_one_before()
    {
        var duty = ReportDuty(HolidayPolicy.Postpone);
        var merged = OccurrencesOf(duty).OnDay(duty, new(2026, 10, 8))!;
        merged.Opens.Should().Be(new LocalDateTime(2026, 9, 30, 12, 0));
        merged.Slot.AtText.Should().Be("2026-10-07T12:00", "the key stays a time the notice names");
        merged.HolidayName.Should().Be("国庆节");
    }

    [Theory]
    [InlineData(HolidayPolicy.Postpone, "2020-10-09T12:00")]
    [InlineData(HolidayPolicy.Advance, "2020-09-30T12:00")]
    public void Where_the_moved_meets_a_slot_of_its_own_that_one_gives_the_key(HolidayPolicy policy, string key)
    {
        var duty = ReportDuty(policy);
        var found = OccurrencesOf(duty).OnDays(duty, new(2020, 9, 30), new(2020, 10, 9));
        found.Should().Contain(o => o.Slot.AtText == key);
    }

    [Fact]
    public void On_a_make_up_sunday_the_daily_duty_is_due_and_the_report_is_not()
    {
        var sunday = new LocalDate(2020, 9, 27);
        Dues.OnDay(NoonReport, sunday).Should().BeNull();
        Dues.OnDay(DailyLead, sunday)!.Due.Should().Be(new LocalDateTime(2020, 9, 28, 0, 0));
    }

    [Fact]
    public void As_usual_on_a_holiday_says_which_holiday()
    {
        Dues.OnDay(NoonReport, new(2020, 10, 2))!.HolidayName.Should().Be("国庆节、中秋节");
        Dues.OnDay(NoonReport, new(2020, 9, 16))!.HolidayName.Should().BeNull();
    }

    [Fact]
    public void Noon_itself_belongs_to_the_next_report()
    {
        Dues.OpenAt(NoonReport, At(2020, 9, 16, 11, 59, 59))!.Day.Should().Be(new LocalDate(2020, 9, 16));
        Dues.OpenAt(NoonReport, At(2020, 9, 16, 12))!.Day.Should().Be(new LocalDate(2020, 9, 18));
    }

    [Fact]
    public void The_day_ends_at_midnight_of_the_groups_zone()
    {
        Dues.OpenAt(DailyLead, At(2020, 9, 16, 23, 59, 59))!.Day.Should().Be(new LocalDate(2020, 9, 16));
        Dues.OpenAt(DailyLead, Instant.FromUtc(2020, 9, 16, 16, 0))!.Day.Should().Be(new LocalDate(2020, 9, 17));
    }

    [Fact]
    public void The_first_report_covers_from_the_beginning_of_the_work()
    {
        var occurrences = new Occurrences(NoticeFrom(new(2020, 9, 15), NoonReport, DailyLead), WorkDays);
        var first = occurrences.NextAfter(NoonReport, At(2020, 9, 1))!;
        first.Day.Should().Be(new LocalDate(2020, 9, 16));
        first.Opens.Should().Be(new LocalDateTime(2020, 9, 15, 0, 0));
        occurrences.LastDue(NoonReport, At(2020, 9, 16, 11)).Should().BeNull();
        occurrences.OpenAt(DailyLead, At(2020, 9, 14, 12)).Should().BeNull();
    }

    [Fact]
    public void The_ones_before_and_after_are_found_across_a_month_end()
    {
        var wednesday = Dues.OnDay(NoonReport, new(2020, 9, 30))!;
        Dues.NextAfter(NoonReport, Dues.DueAt(wednesday))!.Day.Should().Be(new LocalDate(2020, 10, 2));
        Dues.Before(NoonReport, wednesday)!.Day.Should().Be(new LocalDate(2020, 9, 28));
        Dues.LastDue(NoonReport, At(2020, 10, 1))!.Day.Should().Be(wednesday.Day);
        Dues.Find(NoonReport, wednesday.Slot).Should().Be(wednesday);
        Dues.Find(NoonReport, new(NoonReport.Id, new(2020, 9, 29, 12, 0))).Should().BeNull("nothing is due on a Tuesday");
    }

    [Fact]
    public void Nine_reports_a_week_fall_due_for_three_units_on_three_days() =>
        Dues.OnDays(NoonReport, new(2020, 9, 14), new(2020, 9, 20)).Select(o => o.Day.DayOfWeek)
            .Should().Equal(IsoDayOfWeek.Monday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Friday);

    [Theory]
    [InlineData(2020, 157, 12)]
    [InlineData(2026, 156, 13)]
    public void The_year_has_as_many_slots_on_days_off_as_counted_by_hand(int year, int slots, int off)
    {
        var found = Dues.OnDays(NoonReport, new(year, 1, 1), new(year, 12, 31));
        found.Should().HaveCount(slots);
        found.Count(o => WorkDays.IsWorkingDay(o.Day) == false).Should().Be(off);
    }

    [Fact]
    public void Only_named_units_on_the_roster_owe_the_report_and_those_with_an_officer_the_leads()
    {
        Owing.Units(NoonReport, Roster).Select(u => u.Id).Should().Equal(Branch, Publicity);
        Owing.Units(DailyLead, Roster).Select(u => u.Id).Should().Equal(Branch, Publicity, Town, Reed);
        var wrong = NoonReport with { Units = new DutyUnits.Named(["市委宣传部", "市融媒体中心"]) };
        Owing.UnknownNames(wrong, Roster).Should().Equal("市融媒体中心");
    }
}
