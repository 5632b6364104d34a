using NodaTime;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Filings;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.Notices;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Tests.Storage;

/// <summary>An invented group with two units, and the small words the storage tests need.</summary>
internal static class Samples
{
    public static readonly GroupId Group = new("sample-group");

    public static readonly LocalDate Day = new(2020, 9, 16);

    public static readonly Instant Morning = Instant.FromUtc(2020, 9, 16, 0, 30);

    public static readonly DutyId Daily = new("daily-lead");

    public static readonly Slot Today = new(Daily, Day.AtMidnight());

    public static readonly Slot Noon = new(new("mwf-report"), Day + new LocalTime(12, 0));

    /// <summary>The "reader" of these tests: the text is the title.</summary>
    public static Notice ReadNotice(string yaml, int revision) => new(
        Group, revision, new Dictionary<string, string> { ["zh"] = "示例群" }, yaml, "示例〔2020〕1号", "示例办公室", new(2020, 9, 1), new(2020, 9, 1),
        DateTimeZoneProviders.Tzdb["Asia/Shanghai"], "reports@example.org", "示例邮箱", ReceiptPlace.Group, new(20, 0), new(8, 0), [], [],
        new("示例办公室", "情况报告", "周报", "内部资料", string.Empty, string.Empty));

    /// <summary>Unit 沅江分局 with officer 周晓燕 and deputy 刘一, unit 白沙镇 with officer 王小明.</summary>
    public static Cast Fill(ILedger ledger)
    {
        var roster = ledger.RosterChanges;
        var branch = roster.AddUnit("示例市生态环境局沅江分局", "市直单位", ["沅江分局", "分局"], ["Branch Bureau"], Morning);
        var town = roster.AddUnit("白沙镇", "镇", [], [], Morning);
        var mingming = roster.AddPerson(town.Id, "王小明", string.Empty, null, null, Roles.Officer, null, Morning);
        var xiaoyan = roster.AddPerson(branch.Id, "周晓燕", "科员", "19900001001", "Zhou Xiaoyan", Roles.Officer, null, Morning);
        var yi = roster.AddPerson(branch.Id, "刘一", "副科长", "19900001002", null, Roles.Deputy | Roles.Liaison, null, Morning);
        return new(branch, town, xiaoyan, yi, mingming);
    }

    public static NewLead Lead(Cast cast, string text, Instant? at = null, string? message = null, int item = 0, LocalDate? forDay = null) => new(
        cast.Branch.Id, cast.Officer.Id, cast.Officer.Id, Day, forDay ?? Day, at ?? Morning, text, text, 1, 7, message, item);

    public static Filing Filing(Cast cast, FilingKind kind, Unit? unit = null, LeadId? lead = null, Slot? slot = null) => new(
        0, slot ?? Today, (unit ?? cast.Branch).Id, kind, cast.Officer.Id, Morning, Morning, lead, null, kind == FilingKind.Excuse ? "停电" : null);
}

/// <summary>Who plays in the tests.</summary>
internal sealed record Cast(Unit Branch, Unit Town, Person Officer, Person Deputy, Person TownOfficer);
