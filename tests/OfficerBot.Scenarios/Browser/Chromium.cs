using Microsoft.Playwright;

namespace OfficerBot.Scenarios.Browser;

/// <summary>
/// The one browser of the browser tests: Debian's own Chromium, driven by Playwright, which downloads nothing.
/// Where it is missing the tests fail; <c>tests/run</c> installs it.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Program = "/usr/bin/chromium";

    // The first for containers, where the browser runs as root; the others keep it from talking to anyone but the page.
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        if (!File.Exists(Program))
        {
            throw new InvalidOperationException($"{Program} is missing: apt-get install chromium fonts-noto-cjk, or run tests/run.");
        }

        Environment.SetEnvironmentVariable("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = Flags, Headless = true });
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }

    /// <summary>A window of its own: no cookies or storage shared with any other. The context closes with the browser.</summary>
    /// <param name="screen">Its size.</param>
    /// <param name="language">BCP-47; the page opens in English for <c>en-…</c>, else in Chinese.</param>
    public async Task<IPage> OpenWindowAsync(Screen screen, string language = "zh-CN")
    {
        var isPhone = screen == Screen.Phone;
        var context = await (browser ?? throw new InvalidOperationException("The browser has not started.")).NewContextAsync(new()
        {
            Locale = language,
            ViewportSize = isPhone ? new() { Width = 390, Height = 844 } : new() { Width = 1440, Height = 900 },
            IsMobile = isPhone,
            HasTouch = isPhone,
            ReducedMotion = ReducedMotion.Reduce,
        });
        return await context.NewPageAsync();
    }
}
