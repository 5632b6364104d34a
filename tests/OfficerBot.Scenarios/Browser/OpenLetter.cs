using Microsoft.Playwright;

namespace OfficerBot.Scenarios.Browser;

/// <summary>A letter opened in the page's mail folder.</summary>
public sealed class OpenLetter(IPage page)
{
    /// <summary>The subject as shown.</summary>
    public Task<string> SubjectAsync() => page.Locator("#mail-open h3").InnerTextAsync();

    /// <summary>The text as shown.</summary>
    public Task<string> TextAsync() => page.Locator("#mail-open .mail-text").InnerTextAsync();

    /// <summary>The attachments' names as shown.</summary>
    public Task<IReadOnlyList<string>> AttachmentsAsync() => page.Locator("#mail-open .mail-files a").AllInnerTextsAsync();

    /// <summary>Downloads the attachment whose name contains the words, as a reader would.</summary>
    public Task<byte[]> TakeAttachmentAsync(string name) =>
        TakeAsync(page.Locator("#mail-open .mail-files a").Filter(new() { HasText = name }).First);

    /// <summary>Downloads the letter as it lies in the folder (.eml).</summary>
    public Task<byte[]> TakeOriginalAsync() => TakeAsync(page.Locator("#mail-open a.plain"));

    /// <summary>Closes the folder.</summary>
    public Task CloseAsync() => page.Locator("#mail-close").ClickAsync();

    private async Task<byte[]> TakeAsync(ILocator link)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }
}
