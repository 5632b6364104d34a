using System.Text.Json;
using NodaTime;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Filings;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Ledger;
using OfficerBot.Scenarios.Office;

namespace OfficerBot.Scenarios.Wednesdays;

/// <summary>
/// A whole Wednesday over HTTP, from the first lead to Thursday's question, as people would live it; every figure is compared with the books.
/// </summary>
public sealed class WednesdayTests : IAsyncLifetime
{
    private OfficeUnderTest _office = null!; // set before the test
    private OfficeDay _day = null!;

    public async Task InitializeAsync()
    {
        _office = await OfficeUnderTest.OpenAsync();
        _day = new OfficeDay(_office);
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    public async Task A_whole_Wednesday_goes_from_the_chat_to_the_mailbox()
    {
        await _day.ArriveAsync("刘艺超", "苏赛飞", "黄拥军", "游立斌", "周晓燕", "贺敏");
        await MorningAsync();
        await CardAsync();
        await FirstReportAsync();
        await NudgeAsync();
        await SecondReportAsync();
        await NoonAsync();
        await EveningAsync();
        await ThursdayAsync();
        _office.Errors.Lines.Should().BeEmpty();
    }

    private async Task MorningAsync()
    {
        await _day.AtAsync("08:40");
        (await _day.InGroupAsync("周晓燕", "白沙镇组织20名志愿者清理白沙河河道垃圾，共清运垃圾12吨。")).Only.Value("number").Should().Be("0916-01");
        (await _day.PrivatelyAsync("苏赛飞", "报2条线索：\n1. 沅江分局对3家砖厂开展夜间突击检查，责令1家停产整改。\n2. 沅江分局召开督察交办件推进会，部署边督边改工作。"))
            .Only.Reply.Should().Be("leads_filed");
        (await _day.InGroupAsync("黄拥军", "线索：市委宣传部组织媒体记者12人集中采访洞庭湖生态修复工程。")).Only.Value("number").Should().Be("0916-04");
        var amended = await _day.PrivatelyAsync("周晓燕", "第1条改成：白沙镇组织20名志愿者清理白沙河河道垃圾，共清运垃圾15吨。");
        (amended.Only.Reply, amended.Only.Value("version")).Should().Be(("lead_amended", "2"));
        (await _day.InGroupAsync("贺敏", "收到")).Replies.Should().BeEmpty();
    }

    private async Task CardAsync()
    {
        var card = (await _day.AtAsync("09:00")).Should().ContainSingle().Subject;
        (card.Reply, card.InGroup, card.Value("done"), card.Value("expected")).Should().Be(("noon_card", true, "0", "3"));
        await _day.AtAsync("10:00");
        var asked = (await _day.InGroupAsync("游立斌", "今天谁还没报")).Only;
        using var counts = JsonDocument.Parse(asked.Value("counts"));
        counts.RootElement.GetProperty("reported").GetInt32().Should().Be(3);
        counts.RootElement.GetProperty("missing").GetInt32().Should().Be(8);
        asked.Text.Should().NotContain("1990000", "no phone is shown in a list of those who owe");
    }

    private async Task FirstReportAsync()
    {
        await _day.AtAsync("10:40");
        (await _day.PrivatelyAsync("黄拥军", "确认报送")).Replies.Should().Contain(r => r.Reply == "report_confirmed" && r.Value("leads") == "1");
        var sent = await _day.BeatAsync();
        sent.Should().Contain(r => r.Reply == "report_delivered" && r.Person == _day.IdOf("黄拥军"));
        var card = _office.Sent.Of("noon_card");
        card.Select(c => c.ActivityId).Distinct().Should().ContainSingle("the card is updated in place");
        card[^1].Value("done").Should().Be("1");
        (await MailsAsync()).Should().ContainSingle();
    }

    private async Task NudgeAsync()
    {
        var sent = await _day.AtAsync("11:12");
        var nudge = sent.Should().ContainSingle("only one unit owes and can be reached").Subject;
        (nudge.Reply, nudge.Person, nudge.Value("leads")).Should().Be(("noon_nudge", (long?)_day.IdOf("苏赛飞"), "2"));
        nudge.Text.Should().Contain("沅生环委办〔2020〕38号");
    }

    private async Task SecondReportAsync()
    {
        await _day.AtAsync("11:20");
        (await _day.PrivatelyAsync("苏赛飞", "看看报告")).Names.Should().Equal("report_text", "report_draft_shown");
        (await _day.PrivatelyAsync("苏赛飞", "加一段：我局已组织两轮自查，发现问题6个。")).Names.Should().Equal("report_edited");
        (await _day.PrivatelyAsync("苏赛飞", "确认报送")).Replies.Should().Contain(r => r.Reply == "report_confirmed" && r.Value("leads") == "2");
        await _day.BeatAsync();
        await AssertPapersAsync();
        (await _day.PrivatelyAsync("苏赛飞", "发了没")).Replies.Should().ContainSingle(r => r.Reply == "mail_accepted").Which.Value("words").Should().StartWith("250 ");
        (await _day.AtAsync("11:45")).Should().BeEmpty("whoever can be reached has reported");
    }

    private async Task NoonAsync()
    {
        var result = (await _day.AtAsync("12:00")).Should().ContainSingle().Subject;
        (result.Reply, result.InGroup, result.Value("done")).Should().Be(("noon_result", true, "2"));
        result.ActivityId.Should().Be(_office.Sent.Of("noon_card")[0].ActivityId, "the morning's card became the result");
        _day.StandingOf(OfficeDay.Noon, "市委宣传部").Kind.Should().Be(StandingKind.OnTime);
        _day.StandingOf(OfficeDay.Noon, "沅江分局").Kind.Should().Be(StandingKind.OnTime);
        _day.StandingOf(OfficeDay.Noon, "融媒体中心").Kind.Should().Be(StandingKind.Missed);
        var note = (await _day.AtAsync("12:30")).Should().ContainSingle().Subject;
        (note.Reply, note.Person).Should().Be(("liaison_note", (long?)_day.IdOf("刘艺超")));
        note.Text.Should().Contain("融媒体中心").And.Contain("19900000006").And.NotContain("宣传部 ");
        (await MailsAsync()).Should().HaveCount(2, "each report lies in the mailbox once");
    }

    private async Task EveningAsync()
    {
        var reminders = await _day.AtAsync("17:00");
        reminders.Select(r => r.Reply).Distinct().Should().Equal("lead_nudge");
        reminders.Select(r => r.Person).Should().Equal(_day.IdOf("贺敏"));
        (await _day.PrivatelyAsync("贺敏", "今日无线索")).Only.Reply.Should().Be("zero_filed");
        (await _day.AtAsync("2020-09-17T00:00")).Should().BeEmpty();
        var slot = _office.Read(l => l.Filings.Standings(new DutyId(OfficeDay.LeadDuty), new LocalDateTime(2020, 9, 16, 0, 0), new LocalDateTime(2020, 9, 17, 0, 1)));
        slot.CountBy(s => s.Kind).ToDictionary().Should().Equal(new Dictionary<StandingKind, int>
        {
            [StandingKind.OnTime] = 3, [StandingKind.Zero] = 1, [StandingKind.Missed] = 7,
        });
    }

    private async Task ThursdayAsync()
    {
        await _day.AtAsync("2020-09-17T08:30");
        var asked = (await _day.PrivatelyAsync("游立斌", "昨天谁没报")).Only;
        using var counts = JsonDocument.Parse(asked.Value("counts"));
        (asked.Reply, asked.Value("day"), counts.RootElement.GetProperty("missing").GetInt32()).Should().Be(("roll_call_shown", "2020-09-16", 7));
    }

    private async Task AssertPapersAsync()
    {
        var papers = new List<(string Unit, string Text)>();
        foreach (var mail in await MailsAsync())
        {
            var attachments = mail.GetProperty("attachments").EnumerateArray().ToList();
            var place = attachments.FindIndex(a => a.GetProperty("name").GetString()!.EndsWith(".docx", StringComparison.Ordinal));
            var bytes = await _office.GetAsync($"sample/mails/{mail.GetProperty("id").GetString()}/attachments/{place}");
            papers.Add((mail.GetProperty("subject").GetString()!, await PaperReading.TextAsync(bytes)));
        }

        foreach (var unit in new[] { "市委宣传部", "沅江分局" })
        {
            AssertPaper(papers.Single(p => p.Unit.Contains(unit, StringComparison.Ordinal)).Text, LeadsOf(unit));
        }

        papers.Should().ContainSingle(p => p.Text.Contains("我局已组织两轮自查，发现问题6个。", StringComparison.Ordinal));
    }

    private static void AssertPaper(string text, IReadOnlyList<Lead> leads)
    {
        text.Should().Contain($"共收集报送新闻线索{leads.Count}条");
        foreach (var lead in leads)
        {
            text.Should().Contain(lead.Number.ToString()).And.Contain(lead.Text);
        }

        PaperReading.LeadNumbers(text).Should().BeEquivalentTo(leads.Select(l => l.Number.ToString()), "no other lead is in it");
    }

    private IReadOnlyList<Lead> LeadsOf(string unit) =>
        _office.Read(l => l.Leads.Find(new LeadQuery(Units: [l.Roster.Units.Single(u => u.ShortName == unit).Id])));

    private async Task<IReadOnlyList<JsonElement>> MailsAsync() =>
        [.. JsonDocument.Parse(await _office.GetAsync("sample/mails")).RootElement.EnumerateArray()];
}
