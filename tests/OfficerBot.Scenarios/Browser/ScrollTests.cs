using OfficerBot.Scenarios.Office;
using OfficerBot.Scenarios.Samples;
using static Microsoft.Playwright.Assertions;

namespace OfficerBot.Scenarios.Browser;

/// <summary>A room stands at its newest message, whatever its length and whenever it is drawn; who has scrolled up is left where he reads.</summary>
[Collection(OneBrowser.Name)]
public sealed class ScrollTests(Chromium chromium) : IAsyncLifetime
{
    private const string Ask = "今天谁还没报"; // its answer is longer than half a phone

    private OfficeUnderTest _office = null!; // set before each test

    public async Task InitializeAsync() => _office = await OfficeUnderTest.OpenAsync(new() { RunsByItself = true });

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Theory]
    [InlineData(Screen.Phone)]
    [InlineData(Screen.Desktop)]
    public async Task The_end_of_a_long_answer_is_in_view(Screen screen)
    {
        var reader = await RoomPage.OpenAsync(chromium, _office.Root, "易娟", screen);
        for (var times = 1; times <= 3; times++)
        {
            await reader.SayPrivatelyAsync(Ask);
            await reader.SayPrivatelyAsync("帮助"); // its buttons make the room shorter
            await Expect(reader.Page.Locator("#room-private .webchat__suggested-actions button").First).ToBeVisibleAsync();
            await reader.ExpectAtEndAsync("private");
        }
    }

    [Fact]
    public async Task The_end_is_in_view_when_cards_and_pictures_of_others_come_and_in_the_room_behind()
    {
        var reader = await RoomPage.OpenAsync(chromium, _office.Root, "易娟", Screen.Phone);
        var other = await RoomPage.OpenAsync(chromium, _office.Root, "游立斌");
        await Task.WhenAll(other.SayInGroupAsync(Ask), reader.SayPrivatelyAsync("我还欠什么"));
        await other.AttachInGroupAsync("现场.png", "image/png", MadeUpPicture.Of("现场.png"));
        await other.SayInGroupAsync(Ask);
        await other.MoveClockAsync("2020-09-16T09:00");
        await reader.ExpectGroupAsync("新闻宣传情况报告 0/3"); // behind the private chat, unseen so far
        await reader.Page.Locator("#tab-group").ClickAsync();
        await Expect(reader.Page.Locator("#room-group .picture img").Last).ToBeAttachedAsync();
        await reader.ExpectAtEndAsync("group");
        await reader.Page.SetViewportSizeAsync(390, 480); // the keyboard comes up
        await reader.ExpectAtEndAsync("group");
        await reader.ReloadAsync();
        await reader.ExpectGroupAsync("新闻宣传情况报告 0/3");
        await reader.ExpectAtEndAsync("group");
    }

    [Fact]
    public async Task Who_reads_further_up_is_left_there_and_offered_the_new_messages()
    {
        var reader = await RoomPage.OpenAsync(chromium, _office.Root, "易娟");
        var other = await RoomPage.OpenAsync(chromium, _office.Root, "周晓燕");
        await reader.SayInGroupAsync(Ask);
        await reader.SayInGroupAsync(Ask);
        await reader.ExpectAtEndAsync("group");
        await reader.ScrollAsync("group", -300);
        var before = await reader.ScrolledAsync("group");
        await other.SayInGroupAsync(Ask);
        var button = reader.Page.Locator("#room-group .webchat__scroll-to-end-button");
        await Expect(button).ToHaveTextAsync("新消息");
        (await reader.ScrolledAsync("group")).Should().BeApproximately(before, 2, "he is reading there");
        await button.ClickAsync();
        await reader.ExpectAtEndAsync("group");
        await Expect(button).ToBeHiddenAsync();
    }
}
