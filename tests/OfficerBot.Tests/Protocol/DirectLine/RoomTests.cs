using OfficerBot.Protocol.DirectLine;
using OfficerBot.Tests.Protocol.Host;

namespace OfficerBot.Tests.Protocol.DirectLine;

public sealed class RoomTests : IAsyncLifetime
{
    private const string Room = "group-000";

    private DirectLineServer server = null!; // set before each test
    private readonly List<DirectLineClient> people = [];
    private readonly List<WireSocket> windows = [];

    public async Task InitializeAsync()
    {
        server = await DirectLineServer.StartAsync();
        foreach (var (user, name) in new[] { ("dl_zhou", "周晓燕"), ("dl_li", "李建国"), ("dl_chen", "陈主任") })
        {
            server.Office.Names[user] = name;
            var person = new DirectLineClient(server.Root, server.Tokens.Mint(Room, new DirectLineUser(user)).Token);
            people.Add(person);
            windows.Add(await WireSocket.OpenAsync((await person.PostAsync("conversations"))["streamUrl"]!));
        }
    }

    public async Task DisposeAsync()
    {
        windows.ForEach(w => w.Dispose());
        people.ForEach(p => p.Dispose());
        await server.DisposeAsync();
    }

    [Fact]
    public async Task Three_people_in_one_room_see_the_same_messages_in_the_same_order()
    {
        await people[0].SayAsync(Room, "一条线索");
        await people[1].SayAsync(Room, "今日无线索");

        foreach (var window in windows)
        {
            (await window.NextActivitiesAsync(4)).Select(a => (string?)a["text"])
                .Should().Equal("一条线索", "echo: 一条线索", "今日无线索", "echo: 今日无线索");
        }
    }

    [Fact]
    public async Task Each_sees_himself_as_user_the_others_without_a_role_and_the_bot_as_bot()
    {
        await people[0].SayAsync(Room, "one");
        await people[1].SayAsync(Room, "two");

        var roles = new List<string?[]>();
        foreach (var window in windows)
        {
            roles.Add([.. (await window.NextActivitiesAsync(4)).Select(a => (string?)a["from"]!["role"])]);
        }

        roles[0].Should().Equal("user", "bot", null, "bot");
        roles[1].Should().Equal(null, "bot", "user", "bot");
        roles[2].Should().Equal(null, "bot", null, "bot");
    }

    [Fact]
    public async Task Polling_draws_the_same_roles_as_the_stream()
    {
        await people[0].SayAsync(Room, "one");

        ((string?)(await people[0].ReadAsync(Room))[0]["from"]!["role"]).Should().Be("user");
        ((string?)(await people[1].ReadAsync(Room))[0]["from"]!["role"]).Should().BeNull();
    }

    [Fact]
    public async Task Names_are_the_hosts_not_the_senders()
    {
        await people[0].PostAsync($"conversations/{Room}/activities", """{"type":"message","text":"x","from":{"id":"dl_chen","name":"陈主任"}}""");

        var seen = (await windows[2].NextActivitiesAsync(1))[0]["from"]!;

        ((string?)seen["id"], (string?)seen["name"]).Should().Be(("dl_zhou", "周晓燕"));
    }

    [Fact]
    public async Task The_bot_hears_of_each_person_once()
    {
        foreach (var person in people)
        {
            (await person.PostAsync("conversations")).Status.Should().Be(200);
        }

        server.Office.FirstContacts.Select(c => c.User!.Id).Should().Equal("dl_zhou", "dl_li", "dl_chen");
    }

    [Fact]
    public async Task Several_windows_of_one_person_all_receive()
    {
        var second = await people[0].GetAsync($"conversations/{Room}");
        windows.Add(await WireSocket.OpenAsync(second["streamUrl"]!));

        server.Office.Say(Room, "to all");

        foreach (var window in windows)
        {
            (await window.NextActivitiesAsync(1))[0]["text"]!.ToString().Should().Be("to all");
        }
    }
}
