using OfficerBot.Domain.Filings;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Ledger;
using OfficerBot.Scenarios.Office;
using OfficerBot.Scenarios.Wednesdays;

namespace OfficerBot.Scenarios.Browser;

/// <summary>
/// A whole Wednesday as people see it, in four windows of the official Web Chat: everything is typed into its box or tapped on its cards, and only the
/// clock control is extra. What the page and the paper say is compared with the books.
/// </summary>
[Collection(OneBrowser.Name)]
public sealed class WednesdayTests(Chromium chromium) : IAsyncLifetime
{
    private const string Unit = "沅江分局";

    private OfficeUnderTest _office = null!; // these are set before the test
    private RoomPage _officer = null!;
    private RoomPage _leader = null!;
    private RoomPage _liaison = null!;
    private RoomPage _reporter = null!;

    public async Task InitializeAsync()
    {
        _office = await OfficeUnderTest.OpenAsync(new() { RunsByItself = true });
        _officer = await RoomPage.OpenAsync(chromium, _office.Root, "周晓燕");
        _leader = await RoomPage.OpenAsync(chromium, _office.Root, "游立斌");
        _liaison = await RoomPage.OpenAsync(chromium, _office.Root, "刘艺超", Screen.Phone);
        _reporter = await RoomPage.OpenAsync(chromium, _office.Root, "苏赛飞", Screen.Phone);
    }

    public async Task DisposeAsync()
    {
        foreach (var window in Windows)
        {
            await window.Page.Context.CloseAsync();
        }

        await _office.DisposeAsync();
    }

    private RoomPage[] Windows => [_officer, _leader, _liaison, _reporter];

    [Fact]
    public async Task A_whole_Wednesday_is_lived_on_the_page()
    {
        await ReportAsync();
        await AskAsync();
        await NudgeAsync();
        await ConfirmAsync();
        await CloseAsync();
        await ReadMailAsync();
        Windows.SelectMany(w => w.Errors).Should().BeEmpty();
        _office.Errors.Lines.Should().BeEmpty();
    }

    private async Task ReportAsync()
    {
        await _officer.SayInGroupAsync("白沙镇组织20名志愿者清理白沙河河道垃圾，共清运垃圾12吨。");
        await Task.WhenAll(Windows.Select(w => w.ExpectGroupAsync("已登记 0916-01")));
        await _reporter.SayPrivatelyAsync("沅江分局对3家砖厂开展夜间突击检查，责令1家停产整改。");
        await _reporter.ExpectPrivateAsync("已登记 0916-02");
        await _reporter.SayInGroupAsync("线索：沅江分局召开督察交办件推进会，部署边督边改工作。");
        await _liaison.ExpectGroupAsync("已登记 0916-03");
        await _officer.SayInGroupAsync("第1条改成：白沙镇组织20名志愿者清理白沙河河道垃圾，共清运垃圾15吨。");
        await _leader.ExpectGroupAsync("0916-01 已更正（第2版");
        await _officer.ShootAsync("wednesday-1-leads");
    }

    private async Task AskAsync()
    {
        await _leader.SayInGroupAsync("今天谁还没报");
        await _leader.ExpectGroupAsync("应报11家｜已报2｜零报0｜免报0｜未报9");
        await _leader.ShootAsync("wednesday-2-who-is-missing");
        await _leader.MoveClockAsync("2020-09-16T09:00");
        await Task.WhenAll(Windows.Select(w => w.ExpectGroupAsync("新闻宣传情况报告 0/3")));
        await _liaison.ShootAsync("wednesday-3-card");
    }

    private async Task NudgeAsync()
    {
        await _leader.MoveClockAsync("2020-09-16T11:12");
        await _reporter.ExpectPrivateAsync("情况报告还没有报");
        _office.Sent.Of("noon_nudge").Should().ContainSingle("one unit owes and can be reached; the two others have opened no window");
        (await _officer.CountPrivateAsync("情况报告还没有报")).Should().Be(0, "the town owes no report");
        (await _reporter.CountGroupAsync("情况报告还没有报")).Should().Be(0, "nudges are private");
        await _reporter.PressAsync("private", "看看报告");
        await _reporter.ExpectPrivateAsync("线索2条");
        await _reporter.ShootAsync("wednesday-4-preview");
    }

    private async Task ConfirmAsync()
    {
        await _reporter.PressAsync("private", "确认报送");
        await _reporter.ExpectPrivateAsync("正发往");
        await _reporter.ExpectPrivateAsync("邮件服务器回话：250");
        await _leader.ExpectGroupAsync("新闻宣传情况报告 1/3");
        await _reporter.ShootAsync("wednesday-5-delivered");
    }

    private async Task CloseAsync()
    {
        await _leader.MoveClockAsync("2020-09-16T12:00");
        await Task.WhenAll(Windows.Select(w => w.ExpectGroupAsync("新闻宣传情况报告 结果 1/3")));
        (await _leader.CountGroupAsync("新闻宣传情况报告 0/3")).Should().Be(0, "the morning's card became the result");
        (await _leader.CountGroupAsync("新闻宣传情况报告 结果")).Should().Be(1);
        await _leader.ShootAsync("wednesday-6-result");
        _office.Read(l => l.Filings.StandingsOf(OfficeDay.Noon).Single(s => l.Roster[s.Unit].ShortName == Unit)).Kind.Should().Be(StandingKind.OnTime);
    }

    private async Task ReadMailAsync()
    {
        var letter = await _leader.OpenMailAsync("沅江分局新闻宣传情况报告");
        await _leader.ShootAsync("wednesday-7-mail");
        var text = await PaperReading.TextAsync(await letter.TakeAttachmentAsync(".docx"));
        await letter.CloseAsync();
        await _liaison.OpenMailAsync("沅江分局新闻宣传情况报告");
        await _liaison.ShootAsync("wednesday-7-mail");
        var leads = Leads().Where(l => l.Number.ToString() != "0916-01").ToList();
        text.Should().Contain($"共收集报送新闻线索{leads.Count}条").And.ContainAll(leads.Select(l => l.Text));
        PaperReading.LeadNumbers(text).Should().BeEquivalentTo(leads.Select(l => l.Number.ToString()), "its two leads are in it and no other");
        Leads().Should().HaveCount(3).And.ContainSingle(l => l.Text.Contains("共清运垃圾15吨", StringComparison.Ordinal), "the amended words are what is kept");
    }

    private IReadOnlyList<Lead> Leads() => _office.Read(l => l.Leads.Find(new LeadQuery()));
}
