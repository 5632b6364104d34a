using System.Text;
using NodaTime;
using OfficerBot.Domain.Time;

namespace OfficerBot.Tests.Domain.Time;

public class WorkingCalendarTests
{
    private static readonly WorkingCalendar Calendar = Yuanjiang.WorkDays;

    [Theory]
    [InlineData(2020, 9, 27, true, "a Sunday that makes up for the holiday")]
    [InlineData(2020, 10, 1, false, "National Day")]
    [InlineData(2020, 10, 8, false, "the last day of the holiday")]
    [InlineData(2020, 10, 10, true, "a make-up Saturday")]
    [InlineData(2020, 9, 26, false, "a plain Saturday")]
    [InlineData(2020, 9, 16, true, "a plain Wednesday")]
    [InlineData(2022, 12, 31, false, "a Saturday of New Year 2023")]
    [InlineData(2026, 2, 23, false, "the end of the Spring Festival")]
    [InlineData(2026, 2, 28, true, "a make-up Saturday")]
    public void A_day_is_worked_as_the_state_council_arranged(int year, int month, int day, bool works, string why) =>
        Calendar.IsWorkingDay(new(year, month, day)).Should().Be(works, why);

    [Fact]
    public void An_unknown_year_is_not_guessed()
    {
        Calendar.IsWorkingDay(new(2031, 10, 1)).Should().BeNull();
        Calendar.Knows(2031).Should().BeFalse();
        Calendar.IsProvisional(2031).Should().BeTrue();
    }

    [Fact]
    public void A_year_without_its_notice_is_known_but_provisional()
    {
        Calendar.Knows(2027).Should().BeTrue();
        Calendar.IsProvisional(2027).Should().BeTrue();
        Calendar.IsProvisional(2026).Should().BeFalse();
    }

    [Fact]
    public void A_holiday_and_a_make_up_day_know_their_holiday()
    {
        Calendar.HolidayOf(new(2020, 10, 2)).Should().Be("国庆节、中秋节");
        Calendar.HolidayOf(new(2020, 9, 27)).Should().BeNull();
        Calendar.MakeUpFor(new(2020, 9, 27)).Should().Be("国庆节、中秋节");
        Calendar.MakeUpFor(new(2020, 9, 28)).Should().BeNull();
    }

    [Fact]
    public void The_working_days_around_a_holiday_are_found()
    {
        Calendar.NextWorkingDay(new(2020, 9, 30)).Should().Be(new LocalDate(2020, 10, 9));
        Calendar.PreviousWorkingDay(new(2020, 10, 9)).Should().Be(new LocalDate(2020, 9, 30));
        Calendar.PreviousWorkingDay(new(2020, 9, 28)).Should().Be(new LocalDate(2020, 9, 27), "the make-up Sunday is worked");
        Calendar.WorkingDaysBefore(new(2020, 10, 12), 2).Should().Be(new LocalDate(2020, 10, 9));
    }

    [Theory]
    [InlineData("2020-09-16", "2020-09-18")]
    [InlineData("2020-09-27", "2020-09-27")]
    [InlineData("2020-10-01", "2020-09-30")]
    [InlineData("2020-10-05", "2020-10-10")]
    [InlineData("2020-12-31", "2020-12-31")]
    public void The_last_working_day_of_a_week_follows_the_holidays(string day, string last) =>
        Calendar.LastWorkingDayOfWeek(Day(day)).Should().Be(Day(last));

    [Theory]
    [InlineData("2020-01-29")]
    [InlineData("2026-02-18")]
    public void A_week_wholly_off_has_no_last_working_day(string day) => Calendar.LastWorkingDayOfWeek(Day(day)).Should().BeNull();

    [Theory]
    [InlineData("not json")]
    [InlineData("""{ "2020": [ { "date": "2020-02-30", "name": "x", "isOffDay": true } ] }""")]
    [InlineData("""{ "2020": [ { "date": "2030-01-01", "name": "x", "isOffDay": true } ] }""")]
    [InlineData("""{ "2020": [ { "name": "x", "isOffDay": true } ] }""")]
    [InlineData("""{ "MMXX": [] }""")]
    public void A_broken_holiday_file_is_refused(string json)
    {
        var reading = () => HolidayFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)));
        reading.Should().Throw<FormatException>();
    }

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
