using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OfficerBot.Scenarios.Browser;

/// <summary>
/// The sample page as one person uses it. Everything said is typed into Web Chat's own box; only the clock control is extra.
/// Each wait is the browser's own, on what a person would see, and fails after ten seconds.
/// </summary>
public sealed class RoomPage
{
    private const float Patience = 10_000; // ms

    // What the tests see by: where a room is scrolled to, and whether both rooms have stood still for half a second.
    private const string Eyes = """
        window.scrollOf = room => {
          const box = document.querySelector(`#room-${room} .webchat__basic-transcript__scrollable`);
          return box ? { at: box.scrollTop, end: box.scrollHeight - box.clientHeight } : { at: 0, end: 0 };
        };
        let seen = '', since = 0;
        window.isStill = () => {
          const now = JSON.stringify(['group', 'private'].map(window.scrollOf)) + !document.querySelector('.webchat__connectivityStatus');
          if (now !== seen) [seen, since] = [now, performance.now()];
          return performance.now() - since > 500;
        };
        """;

    private readonly List<string> _errors = [];
    private readonly Screen _screen;

    private RoomPage(IPage page, Screen screen)
    {
        Page = page;
        _screen = screen;
        page.SetDefaultTimeout(Patience);
        page.PageError += (_, error) => _errors.Add(error);
        page.Console += (_, message) => Note(message);
    }

    /// <summary>The window, for what this class has no word for.</summary>
    public IPage Page { get; }

    /// <summary>What the page itself complained of since it was opened; a healthy one is empty.</summary>
    public IReadOnlyList<string> Errors => _errors;

    /// <summary>Opens a window of its own and sits down as a person.</summary>
    /// <param name="chromium">The browser.</param>
    /// <param name="service">The service's root address.</param>
    /// <param name="person">The Chinese name on the card; the first one of that name.</param>
    /// <param name="screen">The window's size.</param>
    /// <param name="language">BCP-47 of the browser; decides the page's language.</param>
    public static async Task<RoomPage> OpenAsync(
        Chromium chromium, Uri service, string person, Screen screen = Screen.Desktop, string language = "zh-CN")
    {
        var room = await OpenUnseatedAsync(chromium, service, screen, language);
        await room.BecomeAsync(person);
        return room;
    }

    /// <summary>Opens a window at the first screen, as nobody yet.</summary>
    public static async Task<RoomPage> OpenUnseatedAsync(
        Chromium chromium, Uri service, Screen screen = Screen.Desktop, string language = "zh-CN")
    {
        var room = new RoomPage(await chromium.OpenWindowAsync(screen, language), screen);
        await room.Page.AddInitScriptAsync(Eyes);
        await room.Page.GotoAsync(service.ToString());
        await Expect(room.Page.Locator("#people")).ToBeVisibleAsync();
        return room;
    }

    /// <summary>Picks a person on the first screen, and waits until both rooms take words.</summary>
    public async Task BecomeAsync(string person)
    {
        await Page.Locator($"[data-person][data-name='{person}']").First.ClickAsync();
        await Expect(Box("group")).ToBeEnabledAsync();
        await Expect(Box("private")).ToBeEnabledAsync();
    }

    /// <summary>Types into the group's box, presses Enter, and waits until the words stand in the room.</summary>
    public Task SayInGroupAsync(string text) => SayAsync("group", text);

    /// <summary>Types into the private chat's box, presses Enter, and waits until the words stand in the room.</summary>
    public Task SayPrivatelyAsync(string text) => SayAsync("private", text);

    /// <summary>Puts a file beside the group's next words, as the clip does; it goes with the next <see cref="SayInGroupAsync"/>.</summary>
    public async Task AttachInGroupAsync(string name, string mediaType, byte[] bytes)
    {
        await ShowAsync("group");
        await Page.Locator("#room-group input[type=file]").SetInputFilesAsync(new FilePayload { Name = name, MimeType = mediaType, Buffer = bytes });
        await Expect(Page.Locator("#room-group .attached")).ToBeVisibleAsync();
    }

    /// <summary>Waits for a message (or card) in the group that contains the words; they must lie within one of its lines.</summary>
    public Task ExpectGroupAsync(string text) => Expect(Messages("group", text).Last).ToBeAttachedAsync(new() { Timeout = Patience });

    /// <summary>Waits for a message (or card) in the private chat that contains the words; they must lie within one of its lines.</summary>
    public Task ExpectPrivateAsync(string text) => Expect(Messages("private", text).Last).ToBeAttachedAsync(new() { Timeout = Patience });

    /// <summary>How many messages of the group contain the words now.</summary>
    public Task<int> CountGroupAsync(string text) => Messages("group", text).CountAsync();

    /// <summary>How many messages of the private chat contain the words now.</summary>
    public Task<int> CountPrivateAsync(string text) => Messages("private", text).CountAsync();

    /// <summary>Presses a card's or a suggested button of a room, the newest of that title.</summary>
    public async Task PressAsync(string room, string title)
    {
        await ShowAsync(room);
        await Page.Locator($"#room-{room} button").Filter(new() { HasText = title }).Last.ClickAsync();
    }

    /// <summary>Moves the office clock forward and waits until the page shows it.</summary>
    /// <param name="to">Office-local, for example <c>2020-09-16T11:12</c>.</param>
    public async Task MoveClockAsync(string to)
    {
        if (_screen == Screen.Phone)
        {
            await Page.Locator("#clock-toggle").ClickAsync();
        }

        await Page.Locator("#clock-to").FillAsync(to);
        await Page.Locator("#clock-form button").ClickAsync();
        await Expect(Page.Locator("#clock-time")).ToHaveAttributeAsync("datetime", new Regex("^" + Regex.Escape(to)));
    }

    /// <summary>Opens the mail folder and in it the newest letter whose subject contains the words, waiting for it to arrive.</summary>
    public async Task<OpenLetter> OpenMailAsync(string subject)
    {
        await OpenMenuAsync();
        await Page.Locator("#mail-link").ClickAsync();
        var row = Page.Locator(".mail-row").Filter(new() { HasText = subject }).First;
        // The page reads its folder every ten seconds.
        await Expect(row).ToBeVisibleAsync(new() { Timeout = 2 * Patience });
        await row.ClickAsync();
        await Expect(Page.Locator("#mail-open h3")).ToContainTextAsync(subject);
        return new OpenLetter(Page);
    }

    /// <summary>Gives up the seat; the first screen is shown again.</summary>
    public async Task LeaveAsync()
    {
        await OpenMenuAsync();
        await Page.Locator("#who").ClickAsync();
        await Expect(Page.Locator("#people")).ToBeVisibleAsync();
    }

    /// <summary>Reloads the page and waits until both rooms take words again.</summary>
    public async Task ReloadAsync()
    {
        await Page.ReloadAsync();
        await Expect(Box("group")).ToBeEnabledAsync();
    }

    /// <summary>Fails when the page can be moved sideways.</summary>
    public async Task ExpectNoSidewaysScrollAsync() =>
        (await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - window.innerWidth")).Should().BeLessThanOrEqualTo(0);

    /// <summary>Waits until a room stands at its newest message: not a pixel of it lies below the edge.</summary>
    public Task ExpectAtEndAsync(string room) =>
        Page.WaitForFunctionAsync("room => { const { at, end } = window.scrollOf(room); return end - at < 2; }", room);

    /// <summary>Scrolls a room by so many pixels, as a reader would, and waits until it stands there.</summary>
    public async Task ScrollAsync(string room, int by)
    {
        await ShowAsync(room);
        await ExpectAtEndAsync(room);
        await Page.Locator($"#room-{room} .chat").HoverAsync();
        await Page.Mouse.WheelAsync(0, by);
        await Page.WaitForFunctionAsync("room => { const { at, end } = window.scrollOf(room); return end - at > 50; }", room);
    }

    /// <summary>Where a room is scrolled to, in pixels from its top.</summary>
    public Task<double> ScrolledAsync(string room) => Page.EvaluateAsync<double>("room => window.scrollOf(room).at", room);

    /// <summary>Takes a picture into <c>artifacts/screenshots</c>, for people to look at, once nothing on the page moves any more.</summary>
    public async Task ShootAsync(string name)
    {
        await Page.WaitForFunctionAsync("() => window.isStill()");
        await Page.ScreenshotAsync(new() { Path = Path.Combine(Pictures.Folder, $"{name}-{_screen.ToString().ToLowerInvariant()}.png") });
    }

    private async Task SayAsync(string room, string text)
    {
        await ShowAsync(room);
        await Box(room).FillAsync(text);
        // The answer to the post comes after the service's commit: from here on the words are on disk.
        var answer = await Page.RunAndWaitForResponseAsync(() => Box(room).PressAsync("Enter"), IsPost);
        answer.Status.Should().Be(200);
        await Expect(Messages(room, FirstLine(text)).Last).ToBeAttachedAsync();
    }

    private static bool IsPost(IResponse response) =>
        response.Request.Method == "POST"
        && (response.Url.EndsWith("/activities", StringComparison.Ordinal) || response.Url.Contains("/upload", StringComparison.Ordinal));

    private async Task ShowAsync(string room)
    {
        if (_screen == Screen.Phone)
        {
            await Page.Locator($"#tab-{room}").ClickAsync();
        }
    }

    private async Task OpenMenuAsync()
    {
        if (_screen == Screen.Phone && await Page.Locator("#menu-toggle").GetAttributeAsync("aria-expanded") == "false")
        {
            await Page.Locator("#menu-toggle").ClickAsync();
        }
    }

    private ILocator Box(string room) => Page.Locator($"#room-{room} [data-id='webchat-sendbox-input']");

    private ILocator Messages(string room, string text) =>
        Page.Locator($"#room-{room} .webchat__basic-transcript__activity").Filter(new() { HasText = text });

    private static string FirstLine(string text) => text.Split('\n')[0].Trim();

    // Playwright reports Web Chat's own hints as warnings; only errors count.
    private void Note(IConsoleMessage message)
    {
        if (message.Type == "error")
        {
            _errors.Add(message.Text);
        }
    }
}
