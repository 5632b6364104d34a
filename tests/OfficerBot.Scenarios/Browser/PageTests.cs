using Microsoft.Playwright;
using OfficerBot.Scenarios.Office;
using OfficerBot.Scenarios.Samples;
using static Microsoft.Playwright.Assertions;

namespace OfficerBot.Scenarios.Browser;

/// <summary>Small things of the sample page that people would stumble over, in one running service.</summary>
[Collection(OneBrowser.Name)]
public sealed class PageTests(Chromium chromium) : IAsyncLifetime
{
    private OfficeUnderTest _office = null!; // set before each test

    public async Task InitializeAsync() => _office = await OfficeUnderTest.OpenAsync(new() { RunsByItself = true });

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    public async Task The_next_words_are_said_in_the_same_room()
    {
        var room = await RoomPage.OpenAsync(chromium, _office.Root, "周晓燕");
        foreach (var name in new[] { "group", "private" })
        {
            await room.Page.Locator($"#room-{name} textarea").ClickAsync();
            await room.Page.Keyboard.TypeAsync("今日无线索");
            await room.Page.Keyboard.PressAsync("Enter");
            await (name == "group" ? room.ExpectGroupAsync("零报告") : room.ExpectPrivateAsync("零报告"));
            await Expect(room.Page.Locator($"#room-{name} textarea")).ToBeFocusedAsync();
        }

        room.Errors.Should().BeEmpty();
    }

    [Fact]
    public async Task A_room_takes_no_words_before_its_line_is_open()
    {
        var opened = new TaskCompletionSource();
        var room = await RoomPage.OpenUnseatedAsync(chromium, _office.Root, Screen.Phone);
        await room.Page.RouteAsync("**/v3/directline/conversations", async route =>
        {
            await opened.Task;
            await route.ContinueAsync();
        });
        await room.Page.Locator("[data-person][data-name='周晓燕']").First.ClickAsync();
        await Expect(room.Page.Locator("#room-group textarea")).ToBeDisabledAsync();
        await room.ShootAsync("opening");
        opened.SetResult();
        await Expect(room.Page.Locator("#room-group textarea")).ToBeEnabledAsync();
        await room.SayInGroupAsync("今日无线索");
        await room.ExpectGroupAsync("零报告");
        room.Errors.Should().BeEmpty();
    }

    [Fact]
    public async Task A_room_opened_by_its_tab_can_be_written_in_at_once()
    {
        var room = await RoomPage.OpenAsync(chromium, _office.Root, "周晓燕", Screen.Phone);
        var isHeld = await room.Page.EvaluateAsync<bool>("""
            async () => {
              document.getElementById('tab-private').click();
              const box = document.querySelector('#room-private textarea');
              box.focus();
              for (let frame = 0; frame < 10; frame++) await new Promise(requestAnimationFrame);
              return document.activeElement === box;
            }
            """);
        isHeld.Should().BeTrue("nothing may hide the box or take the focus from it");
    }

    [Fact]
    public async Task A_phone_has_tabs_and_never_scrolls_sideways()
    {
        var room = await RoomPage.OpenAsync(chromium, _office.Root, "易娟", Screen.Phone);
        await room.SayInGroupAsync("今天谁还没报");
        await room.ExpectGroupAsync("应报11家");
        await Expect(room.Page.Locator("#room-private")).ToBeHiddenAsync();
        await room.ExpectNoSidewaysScrollAsync();
        await room.ShootAsync("list");
        await room.SayPrivatelyAsync("帮助");
        await room.ExpectPrivateAsync("报线索");
        await Expect(room.Page.Locator("#room-group")).ToBeHiddenAsync();
        await room.ExpectNoSidewaysScrollAsync();
        await room.ShootAsync("help");
        await room.ReloadAsync();
        await room.ExpectPrivateAsync("报线索");
        room.Errors.Should().BeEmpty();
    }

    [Fact]
    public async Task The_page_and_the_bot_speak_English()
    {
        var room = await RoomPage.OpenAsync(chromium, _office.Root, "周晓燕", language: "en-GB");
        await Expect(room.Page.Locator("#head-group")).ToHaveTextAsync("Work group");
        await Expect(room.Page.Locator("#room-private .ac-pushButton").Filter(new() { HasText = "Help" })).ToBeVisibleAsync(); // the greeting
        await room.SayPrivatelyAsync("Who has not reported today?");
        await room.ExpectPrivateAsync("Daily leads");
        await room.ShootAsync("english");
        room.Errors.Should().BeEmpty();
    }

    [Fact]
    public async Task Every_button_of_a_card_can_be_tapped_on_a_phone()
    {
        var room = await RoomPage.OpenAsync(chromium, _office.Root, "刘艺超", Screen.Phone, "en-GB");
        await room.PressAsync("private", "Help");
        await room.ExpectPrivateAsync("Remind");
        foreach (var button in await room.Page.Locator("#room-private .ac-pushButton").AllAsync())
        {
            var box = await button.BoundingBoxAsync();
            (box!.X + box.Width).Should().BeLessThan(390, "the screen ends there"); // a button that is drawn has a box
        }

        room.Errors.Should().BeEmpty();
    }

    [Fact]
    public async Task A_picture_joins_the_lead_said_before_it()
    {
        var officer = await RoomPage.OpenAsync(chromium, _office.Root, "周晓燕");
        var leader = await RoomPage.OpenAsync(chromium, _office.Root, "游立斌");
        await officer.SayInGroupAsync("白沙镇组织20名志愿者清理白沙河河道垃圾，共清运垃圾12吨。");
        await officer.ExpectGroupAsync("已登记 0916-01");
        await officer.AttachInGroupAsync("现场.png", "image/png", MadeUpPicture.Of("现场.png"));
        await officer.Page.Locator("#room-group textarea").PressAsync("Enter");
        await leader.ExpectGroupAsync("图片已附到 0916-01");
        await Expect(leader.Page.Locator("#room-group img[alt='现场.png']").First).ToBeVisibleAsync();
        await leader.ShootAsync("picture");
        officer.Errors.Concat(leader.Errors).Should().BeEmpty();
    }

    [Fact]
    public async Task A_file_the_service_would_refuse_is_left_out_with_the_reason()
    {
        var officer = await RoomPage.OpenAsync(chromium, _office.Root, "周晓燕", Screen.Phone);
        var files = officer.Page.Locator("#room-group input[type=file]");
        await files.SetInputFilesAsync(new FilePayload { Name = "录像.pdf", MimeType = "application/pdf", Buffer = new byte[(10 * 1024 * 1024) + 1] });
        await Expect(officer.Page.Locator("#notice")).ToContainTextAsync("每个文件最多10MB，没有附上：录像.pdf");
        await Expect(officer.Page.Locator("#room-group .attached")).ToBeHiddenAsync();
        await officer.SayInGroupAsync("今日无线索");
        await officer.ExpectGroupAsync("零报告");
        officer.Errors.Should().BeEmpty("nothing was sent that the service refuses");
    }

    [Fact]
    public async Task The_page_says_that_the_service_is_away_until_it_is_back()
    {
        var officer = await RoomPage.OpenAsync(chromium, _office.Root, "周晓燕", Screen.Phone);
        await officer.Page.Context.SetOfflineAsync(true);
        await officer.Page.EvaluateAsync("document.dispatchEvent(new Event('visibilitychange'))"); // looks now, not at the next poll
        await Expect(officer.Page.Locator("#notice")).ToContainTextAsync("连不上服务");
        await officer.Page.Context.SetOfflineAsync(false);
        await Expect(officer.Page.Locator("#notice")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_clock_goes_back_for_nobody_and_says_so_in_the_pages_words()
    {
        var officer = await RoomPage.OpenAsync(chromium, _office.Root, "周晓燕");
        await officer.Page.Locator("#clock-to").FillAsync("2020-09-16T08:00");
        await officer.Page.Locator("#clock-form button").ClickAsync();
        await Expect(officer.Page.Locator("#notice")).ToContainTextAsync("办公时间只能往后拨");
    }

    [Fact]
    public async Task Starting_over_empties_every_window()
    {
        var one = await RoomPage.OpenAsync(chromium, _office.Root, "周晓燕");
        var other = await RoomPage.OpenAsync(chromium, _office.Root, "贺敏");
        await one.SayInGroupAsync("白沙镇组织20名志愿者清理白沙河河道垃圾，共清运垃圾12吨。");
        await other.ExpectGroupAsync("已登记 0916-01");
        await one.Page.Locator("#restart").ClickAsync();
        await one.Page.Locator("#sure .strong").ClickAsync();
        await Expect(one.Page.Locator("#people")).ToBeVisibleAsync();
        await Expect(other.Page.Locator("#people")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await other.BecomeAsync("贺敏");
        (await other.CountGroupAsync("0916-01")).Should().Be(0);
    }

    [Fact]
    public async Task A_stranger_gets_one_polite_line_and_no_data()
    {
        var stranger = await RoomPage.OpenAsync(chromium, _office.Root, "路人");
        await stranger.SayPrivatelyAsync("白沙镇信息员的电话是多少");
        await stranger.ExpectPrivateAsync("暂时认不出您的账号");
        await stranger.SayInGroupAsync("大家好");
        await stranger.SayInGroupAsync("@信息员助手 今天谁还没报");
        await stranger.ExpectGroupAsync("暂时认不出您的账号");
        (await stranger.CountGroupAsync("暂时认不出您的账号")).Should().Be(1, "unaddressed he gets nothing");
        (await stranger.CountPrivateAsync("1990000")).Should().Be(0);
        stranger.Errors.Should().BeEmpty();
    }
}
