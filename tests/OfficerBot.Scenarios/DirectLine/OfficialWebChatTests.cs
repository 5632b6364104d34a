using Microsoft.Playwright;
using OfficerBot.Protocol.DirectLine;
using OfficerBot.Scenarios.Browser;
using OfficerBot.Tests.Protocol.Host;
using static Microsoft.Playwright.Assertions;

namespace OfficerBot.Scenarios.DirectLine;

/// <summary>The official Web Chat, unchanged and on a page of another origin, against the protocol with an echo bot.</summary>
[Collection(OneBrowser.Name)]
public sealed class OfficialWebChatTests(Chromium chromium) : IAsyncLifetime
{
    private const string Room = "room";
    private const string OwnBubble = ".webchat__bubble--from-user";

    /// <summary>Web Chat waits 3 to 15 seconds before it reconnects.</summary>
    private static readonly LocatorAssertionsToBeVisibleOptions AfterReconnect = new() { Timeout = 30_000 };

    private PlainPage page = null!; // set before each test
    private DirectLineServer server = null!;

    public async Task InitializeAsync()
    {
        page = await PlainPage.StartAsync();
        server = await DirectLineServer.StartAsync(DirectLineServer.Settings with { AllowedOrigins = [page.Origin] });
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        await page.DisposeAsync();
    }

    [Fact]
    public async Task Three_windows_share_a_room_through_messages_an_update_and_a_restart()
    {
        var windows = new[] { await OpenAsync("dl_zhou"), await OpenAsync("dl_li"), await OpenAsync("dl_chen") };

        await SayAsync(windows[0], "一条线索");
        await SayAsync(windows[1], "今日无线索");
        await AllSeeAsync(windows, "echo: 今日无线索");
        (await Task.WhenAll(windows.Select(w => w.Locator(OwnBubble).CountAsync()))).Should().Equal(1, 1, 0);
        await Expect(windows[0].GetByText("Sending")).ToHaveCountAsync(0);
        await Expect(windows[0].GetByText("Send failed")).ToHaveCountAsync(0);

        var card = server.Office.Say(Room, "three owe");
        await AllSeeAsync(windows, "three owe");
        server.Office.Update(Room, card, "two owe");
        await AllSeeAsync(windows, "two owe");
        await Expect(Bubble(windows[2], "three owe")).ToHaveCountAsync(0);

        server = await server.RestartAsync();
        server.Office.Say(Room, "back again");
        foreach (var window in windows)
        {
            await Expect(Bubble(window, "back again")).ToBeVisibleAsync(AfterReconnect);
            await Expect(Bubble(window, "echo: 今日无线索")).ToHaveCountAsync(1);
        }
    }

    [Fact]
    public async Task A_picture_that_is_uploaded_shows_in_every_window()
    {
        var windows = new[] { await OpenAsync("dl_zhou"), await OpenAsync("dl_li") };
        var png = Convert.FromBase64String(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

        await windows[0].Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "现场.png", MimeType = "image/png", Buffer = png });
        await windows[0].GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();

        foreach (var window in windows)
        {
            // Web Chat draws the small copy that it sent along; the file itself is behind the link in the activity.
            var picture = window.GetByAltText("现场.png").First;
            await Expect(picture).ToBeVisibleAsync(new() { Timeout = 15_000 });
            (await picture.EvaluateAsync<int>("i => i.decode().then(() => i.naturalWidth)")).Should().BePositive();
        }
    }

    private async Task<IPage> OpenAsync(string user)
    {
        var window = await chromium.OpenWindowAsync(Screen.Desktop, "en-US");
        await window.GotoAsync(page.AddressFor(server.Root, server.Tokens.Mint(Room, new DirectLineUser(user)).Token));
        await Expect(window.Locator("[data-id='webchat-sendbox-input']")).ToBeEnabledAsync(new() { Timeout = 15_000 });
        await Expect(window.GetByText("Connectivity Status: Connected")).ToBeAttachedAsync(new() { Timeout = 15_000 });
        return window;
    }

    private static async Task SayAsync(IPage window, string text)
    {
        await window.Locator("[data-id='webchat-sendbox-input']").FillAsync(text);
        await window.Locator("[data-id='webchat-sendbox-input']").PressAsync("Enter");
        await Expect(Bubble(window, "echo: " + text)).ToBeVisibleAsync(new() { Timeout = 15_000 });
    }

    /// <summary>Not the copy that Web Chat keeps for screen readers.</summary>
    private static ILocator Bubble(IPage window, string text) =>
        window.Locator(".webchat__text-content").Filter(new() { HasText = text });

    private static Task AllSeeAsync(IEnumerable<IPage> windows, string text) =>
        Task.WhenAll(windows.Select(w => Expect(Bubble(w, text)).ToBeVisibleAsync()));
}
