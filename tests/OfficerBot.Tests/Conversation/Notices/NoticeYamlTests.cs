using NodaTime;
using OfficerBot.Conversation.Notices;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Notices;
using OfficerBot.Tests.House;

namespace OfficerBot.Tests.Conversation.Notices;

public class NoticeYamlTests
{
    private static readonly string Yuanjiang = File.ReadAllText(Tree.At("deploy", "notices", "yuanjiang-2020-38.yaml"));

    [Fact]
    public void The_notice_of_the_sample_reads_without_a_problem()
    {
        var notice = Read();
        notice.Group.Value.Should().Be("yuanjiang-2020-38");
        notice.Zone.Id.Should().Be("Asia/Shanghai");
        notice.Mailbox.Should().Be("report@example.org");
        notice.Receipts.Should().Be(ReceiptPlace.Group);
        (notice.QuietFrom, notice.QuietUntil).Should().Be((new LocalTime(20, 0), new LocalTime(8, 0)));
        notice.Categories.Select(c => c.Number).Should().Equal(1, 2, 3, 4, 5, 6, 7);
    }

    [Fact]
    public void Three_units_owe_a_report_on_monday_wednesday_and_friday_before_noon()
    {
        var duty = Read().ReportDuty!; // The sample has it.
        duty.Units.Should().BeOfType<DutyUnits.Named>().Which.Names.Should().Equal("市委宣传部", "市融媒体中心", "益阳市生态环境局沅江分局");
        var weekly = duty.Cadence.Should().BeOfType<Cadence.Weekly>().Which;
        weekly.Days.Should().Equal(IsoDayOfWeek.Monday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Friday);
        weekly.Before.Should().Be(LocalTime.Noon);
        duty.Holidays.Should().Be(HolidayPolicy.AsUsual);
        duty.Ladder.Select(r => (r.Id, r.Act, r.WorkingDaysBefore, r.At)).Should().Equal(
            ("draft", RungAct.DraftReady, 1, new LocalTime(17, 0)),
            ("card", RungAct.GroupCard, 0, new LocalTime(9, 0)),
            ("nudge", RungAct.Nudge, 0, new LocalTime(11, 12)),
            ("last-call", RungAct.LastCall, 0, new LocalTime(11, 45)),
            ("undelivered", RungAct.UndeliveredWarning, 0, new LocalTime(11, 50)),
            ("close", RungAct.Close, 0, null),
            ("note", RungAct.LiaisonNote, 0, new LocalTime(12, 30)));
    }

    [Fact]
    public void The_weekly_report_is_a_rung_of_the_lead_duty() =>
        Read().LeadDuty!.Ladder.Select(r => (r.Act, r.At)).Should().Equal( // The sample has it.
            (RungAct.WeeklyReport, new LocalTime(16, 0)), (RungAct.Nudge, new LocalTime(17, 0)), (RungAct.Close, null));

    [Fact]
    public void A_duty_that_does_not_say_what_a_day_off_does_is_refused()
    {
        var result = NoticeYaml.Read(Without("    holidays: 照常  #"), "n.yaml");
        result.Notice.Should().BeNull();
        result.Problems.Select(p => p.ToString()).Should().Equal(
            $"n.yaml:{LineOf("    name: { zh: 新闻宣传情况报告")}: \"holidays:\" is missing. What a day off does to the duty; there is no default. Allowed: 照常, 顺延, 提前, 免报.");
    }

    [Theory]
    [InlineData("zone: Asia/Shanghai", "zone: Asia/Shangai", "There is no time zone \"Asia/Shangai\". Did you mean \"Asia/Shanghai\"?")]
    [InlineData("issued: 2020-09-13", "issued: 2020-09-31", "Write a day as 2020-09-13.")]
    [InlineData("address: report@example.org", "address: report", "\"report\" is no mail address.")]
    [InlineData("receipts: group", "receipts: gruop", "\"receipts: gruop\" cannot be. Where the receipt of a lead said in the group goes. Allowed: private, group. Did you mean \"group\"?")]
    [InlineData("when: 每天", "when: 有空", "\"when: 有空\" cannot be read.*")]
    [InlineData("at: 11:12,", "at: 12:12,", "This asks for something at 12:12, but the duty falls due at 12:00 already.")]
    [InlineData("at: 12:30,", "at: 21:30,", "21:30 lies in the quiet hours (20:00-08:00), when nothing is sent privately.")]
    [InlineData("at: 11:12,", "at: 25:12,", "\"25:12\" is no time of day.*")]
    [InlineData("grace: 30m", "grace: 30", "\"grace: 30\" is no length of time.*")]
    [InlineData("does: last-call", "does: lastcall", "\"does: lastcall\" cannot be.*Did you mean \"last-call\"?")]
    [InlineData("quiet: 20:00-08:00", "quiet: 20:00", "\"quiet:\" is from-until.*")]
    [InlineData("title: 沅江市", "titel: 沅江市", "\"titel\" is not known here.*Did you mean \"title\"?")]
    public void A_mistake_is_told_with_its_line_and_what_is_allowed(string right, string wrong, string problem)
    {
        var result = NoticeYaml.Read(Yuanjiang.Replace(right, wrong), "n.yaml");
        result.Notice.Should().BeNull();
        result.Problems.Select(p => p.ToString()).Should().ContainMatch($"n.yaml:{LineOf(right)}: {problem}");
    }

    [Fact]
    public void All_mistakes_are_told_at_once() =>
        NoticeYaml.Read(Yuanjiang.Replace("zone: Asia/Shanghai", "zone: Mars").Replace("revision: 1", "revision: one").Replace("evidence: lead", "evidence: sms"), "n.yaml")
            .Problems.Should().HaveCount(3);

    [Theory]
    [InlineData("Mon, Wed, Fri before 12:00", "Monday Wednesday Friday 12:00")]
    [InlineData("周一、三、五 12:00前", "Monday Wednesday Friday 12:00")]
    [InlineData("每周二，周四 9:30 之前", "Tuesday Thursday 09:30")]
    [InlineData("\"周一、三、五 12: 00 前\"", "Monday Wednesday Friday 12:00")]
    public void Days_and_times_are_read_as_offices_write_them(string when, string expected)
    {
        var notice = NoticeYaml.Read(Yuanjiang.Replace("周一、三、五 12:00前", when).Replace("11:", "08:").Replace("at: 09:00", "at: 08:00"), "n.yaml").Notice;
        var weekly = (Cadence.Weekly)notice!.ReportDuty!.Cadence; // Read without problems.
        $"{string.Join(' ', weekly.Days)} {weekly.Before:HH:mm}".Should().Be(expected);
    }

    private static Notice Read()
    {
        var result = NoticeYaml.Read(Yuanjiang, "yuanjiang-2020-38.yaml");
        result.Problems.Select(p => p.ToString()).Should().BeEmpty();
        return result.Notice!; // No problems, so a notice.
    }

    private static string Without(string start) => string.Join('\n', Yuanjiang.Split('\n').Where(l => !l.StartsWith(start, StringComparison.Ordinal)));

    private static int LineOf(string part) => Array.FindIndex(Yuanjiang.Split('\n'), l => l.Contains(part, StringComparison.Ordinal)) + 1;
}
