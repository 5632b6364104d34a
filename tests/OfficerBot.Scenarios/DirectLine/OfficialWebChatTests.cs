using Microsoft.Playwright;
using OfficerBot.Scenarios.Browser;
using OfficerBot.Scenarios.Office;
using static Microsoft.Playwright.Assertions;

namespace OfficerBot.Scenarios.DirectLine;

/// <summary>The official Web Chat, unchanged and on a page of another origin, against the service's group room.</summary>
[Collection(OneBrowser.Name)]
public sealed class OfficialWebChatTests(Chromium chromium) : IAsyncLifetime
{
    private const string OwnBubble = ".webchat__bubble--from-user";

    /// <summary>Web Chat waits 3 to 15 seconds before it reconnects.</summary>
    private static readonly LocatorAssertionsToBeVisibleOptions AfterReconnect = new() { Timeout = 30_000 };

    private PlainPage page = null!; // set before each test
    private OfficeUnderTest office = null!;

    public async Task InitializeAsync()
    {
        page = await PlainPage.StartAsync();
        office = await OfficeUnderTest.OpenAsync(new() { RunsByItself = true, More = ["--DirectLine:AllowedOrigins", page.Origin] });
    }

    public async Task DisposeAsync()
    {
        await office.DisposeAsync();
        await page.DisposeAsync();
    }

    [Fact]
    public async Task Three_windows_share_the_room_through_messages_an_update_and_a_restart()
    {
        var windows = new[] { await OpenAsync("周晓燕"), await OpenAsync("贺敏"), await OpenAsync("黄拥军") };

        await SayAsync(windows[0], "线索：白沙镇清理白沙河河道垃圾12吨。", "0916-01");
        await SayAsync(windows[1], "今日无线索", "零报告");
        await AllSeeAsync(windows, "0916-01");
        (await Task.WhenAll(windows.Select(w => w.Locator(OwnBubble).CountAsync()))).Should().Equal(1, 1, 0);
        await Expect(windows[0].GetByText("Sending")).ToHaveCountAsync(0);
        await Expect(windows[0].GetByText("Send failed")).ToHaveCountAsync(0);

        await office.MoveClockAsync("09:00");
        await AllSeeAsync(windows, "（0/3）");
        await (await office.SitAsync("黄拥军", false)).SayAsync("已发邮箱");
        await AllSeeAsync(windows, "（1/3）");
        await Expect(Bubble(windows[2], "（0/3）")).ToHaveCountAsync(0);

        await office.RestartAsync();
        await (await office.SitAsync("肖雅琴", true)).SayAsync("线索：莲湖镇排查入河排污口5个。");
        foreach (var window in windows)
        {
            await Expect(Bubble(window, "0916-02")).ToBeVisibleAsync(AfterReconnect);
            await Expect(Bubble(window, "0916-01")).ToHaveCountAsync(1);
        }
    }

    [Fact]
    public async Task A_picture_that_is_uploaded_shows_in_every_window()
    {
        var windows = new[] { await OpenAsync("周晓燕"), await OpenAsync("贺敏") };
        var png = Convert.FromBase64String(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

        await windows[0].Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "现场.png", MimeType = "image/png", Buffer = png });
        await windows[0].WaitForFunctionAsync("() => window.attached() === 1"); // it draws a small copy first, and sends nothing until then
        await windows[0].GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();

        foreach (var window in windows)
        {
            // Web Chat draws the small copy that it sent along; the file itself is behind the link in the activity.
            var picture = window.GetByAltText("现场.png").First;
            await Expect(picture).ToBeVisibleAsync(new() { Timeout = 15_000 });
            (await picture.EvaluateAsync<int>("i => i.decode().then(() => i.naturalWidth)")).Should().BePositive();
        }
    }

    private async Task<IPage> OpenAsync(string person)
    {
        var window = await chromium.OpenWindowAsync(Screen.Desktop, "en-US");
        await window.GotoAsync(page.AddressFor(office.Root, (await office.SitAsync(person, true)).Token));
        await Expect(window.Locator("[data-id='webchat-sendbox-input']")).ToBeEnabledAsync(new() { Timeout = 15_000 });
        await Expect(window.GetByText("Connectivity Status: Connected")).ToBeAttachedAsync(new() { Timeout = 15_000 });
        return window;
    }

    private static async Task SayAsync(IPage window, string text, string answer)
    {
        await window.Locator("[data-id='webchat-sendbox-input']").FillAsync(text);
        await window.Locator("[data-id='webchat-sendbox-input']").PressAsync("Enter");
        await Expect(Bubble(window, answer)).ToBeVisibleAsync(new() { Timeout = 15_000 });
    }

    /// <summary>Not the copy that Web Chat keeps for screen readers.</summary>
    private static ILocator Bubble(IPage window, string text) =>
        window.Locator(".webchat__text-content").Filter(new() { HasText = text });

    private static Task AllSeeAsync(IEnumerable<IPage> windows, string text) =>
        Task.WhenAll(windows.Select(w => Expect(Bubble(w, text)).ToBeVisibleAsync()));
}
