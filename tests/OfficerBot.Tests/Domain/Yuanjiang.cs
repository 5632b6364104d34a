using NodaTime;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Notices;
using OfficerBot.Domain.Roster;
using OfficerBot.Domain.Time;
using OfficerBot.Tests.House;

namespace OfficerBot.Tests.Domain;

/// <summary>The notice 沅生环委办〔2020〕38号 and a small roster as values, for table tests.</summary>
internal static class Yuanjiang
{
    public static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];
    public static readonly UnitId Office = new(1);
    public static readonly UnitId Branch = new(2);
    public static readonly UnitId Publicity = new(3);
    public static readonly UnitId Town = new(4);
    public static readonly UnitId Reed = new(5);
    public static readonly UnitId Silent = new(6);

    public static readonly WorkingCalendar WorkDays = ReadCalendar();

    public static readonly RosterBook Roster = new(
        1,
        [
            new(Office, "市生环委办", "市直单位", [], []),
            new(Branch, "益阳市生态环境局沅江分局", "垂管单位", ["沅江分局"], []),
            new(Publicity, "市委宣传部", "市直单位", ["宣传部"], []),
            new(Town, "白沙镇", "镇", ["白沙"], []),
            new(Reed, "芦苇场", "场", [], []),
            new(Silent, "没有信息员的单位", "街道", [], []),
        ],
        [
            new(new(1), Office, "邓志远", "联络员", "19900000001", null, Roles.Liaison),
            new(new(2), Branch, "刘艺超", "法宣股股长", "19900000002", null, Roles.Officer),
            new(new(3), Branch, "苏赛飞", "法宣股副股长", "19900000003", null, Roles.Deputy),
            new(new(4), Publicity, "黄拥军", "新闻通讯组组长", "19900000004", null, Roles.Officer),
            new(new(5), Town, "周晓燕", "信息员", "19900000005", null, Roles.Officer),
            new(new(6), Reed, "李业科", "信息员", "19900000006", null, Roles.Officer),
            new(new(7), Office, "游立斌", "主任", "19900000007", null, Roles.Leader),
            new(new(8), Silent, "韩梅", "办事员", null, null, Roles.None),
        ]);

    public static readonly Duty NoonReport = ReportDuty(HolidayPolicy.AsUsual);

    public static readonly Duty DailyLead = new(
        new("daily-lead"), Named("每日线索"), "五、3", new DutyUnits.WithOfficer(), new Cadence.Daily(), Evidence.Lead, HolidayPolicy.AsUsual,
        [
            new("weekly", RungAct.WeeklyReport, 0, new LocalTime(16, 0), Duration.FromHours(48)),
            new("reminder", RungAct.Nudge, 0, new LocalTime(17, 0), Duration.FromHours(2)),
            new("close", RungAct.Close, 0, null, Duration.FromDays(30)),
        ]);

    public static readonly Notice Notice = NoticeOf(NoonReport, DailyLead);

    public static readonly Occurrences Dues = new(Notice, WorkDays);

    public static Person Liaison => Roster[new PersonId(1)];

    public static Person Officer => Roster[new PersonId(2)];

    public static Person Deputy => Roster[new PersonId(3)];

    public static Person TownOfficer => Roster[new PersonId(5)];

    public static Person Leader => Roster[new PersonId(7)];

    public static Duty ReportDuty(HolidayPolicy policy) => new(
        new("mwf-report"), Named("情况报告"), "五、3", new DutyUnits.Named(["市委宣传部", "益阳市生态环境局沅江分局"]),
        new Cadence.Weekly([IsoDayOfWeek.Monday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Friday], LocalTime.Noon), Evidence.Report, policy,
        [
            new("draft", RungAct.DraftReady, 1, new LocalTime(17, 0), Duration.FromHours(3)),
            new("card", RungAct.GroupCard, 0, new LocalTime(9, 0), Duration.FromHours(3)),
            new("nudge", RungAct.Nudge, 0, new LocalTime(11, 12), Duration.FromMinutes(30)),
            new("last-call", RungAct.LastCall, 0, new LocalTime(11, 45), Duration.FromMinutes(14)),
            new("undelivered", RungAct.UndeliveredWarning, 0, new LocalTime(11, 50), Duration.FromHours(2)),
            new("close", RungAct.Close, 0, null, Duration.FromDays(30)),
            new("note", RungAct.LiaisonNote, 0, new LocalTime(12, 30), Duration.FromHours(4)),
        ]);

    public static Notice NoticeOf(params Duty[] duties) => NoticeFrom(new LocalDate(2020, 1, 1), duties);

    public static Notice NoticeFrom(LocalDate begins, params Duty[] duties) => new(
        new("yuanjiang-2020-38"), 1, Named("工作群"), "方案", "沅生环委办〔2020〕38号", "市生环委办", begins, begins, Zone,
        "report@example.org", "宣传工作邮箱", ReceiptPlace.Group, new LocalTime(20, 0), new LocalTime(8, 0),
        Enumerable.Range(1, 7).Select(n => new Category(n, Named($"类别{n}"), $"重点{n}", [])).ToList(), duties,
        new PaperWording("市生环委办", "新闻宣传情况报告", "宣传工作周报", "内部资料 注意保存", "省督察组", ""));

    public static Occurrences OccurrencesOf(Duty duty) => new(NoticeOf(duty), WorkDays);

    public static Instant At(int year, int month, int day, int hour = 0, int minute = 0, int second = 0) =>
        LocalTimes.ToInstant(new LocalDateTime(year, month, day, hour, minute, second), Zone);

    private static Dictionary<string, string> Named(string zh) => new() { ["zh"] = zh, ["en"] = zh };

    private static WorkingCalendar ReadCalendar()
    {
        using var file = File.OpenRead(Tree.At("deploy", "holidays-cn.json"));
        return HolidayFile.Read(file);
    }
}
