using System.Net.Http.Json;
using System.Text.Json.Nodes;
using OfficerBot.Domain.Roster;
using OfficerBot.Requests;
using OfficerBot.Scenarios.Office;
using OfficerBot.Tests.Protocol.Connector;

namespace OfficerBot.Scenarios.Connectors;

/// <summary>An office whose people write on Teams, and the Teams service as our sender meets it.</summary>
internal sealed class TeamsOffice : IAsyncDisposable
{
    public const string Bot = "28:bot";
    public const string GroupChat = "19:room@thread.v2";

    private readonly HttpClient _http = new();
    private int _messages;

    private TeamsOffice(OfficeUnderTest office, FakeHost channel)
    {
        Office = office;
        Channel = channel;
    }

    public OfficeUnderTest Office { get; }

    public FakeHost Channel { get; }

    public static async Task<TeamsOffice> OpenAsync()
    {
        var channel = await FakeHost.StartAsync();
        var sent = 0;
        channel.Otherwise = http => FakeHost.Says(200, $$"""{"id":"sent-{{Interlocked.Increment(ref sent)}}"}""")(http);
        return new(await OfficeUnderTest.OpenAsync(), channel);
    }

    /// <summary>The officer of the unit whose name holds these characters, bound to an account of his own.</summary>
    public async Task<string> OfficerAsync(string unit, string user)
    {
        var found = Office.Roster.Units.First(u => u.Name.Contains(unit, StringComparison.Ordinal));
        var officer = Office.Roster.OfficerOf(found.Id) ?? throw new InvalidDataException($"No officer of {unit}.");
        await Office.DoAsync(new OperatorRequest.Bind("msteams", user, found.Name + officer.Name, null));
        return user;
    }

    /// <summary>Says something in private and waits until what follows has settled.</summary>
    public Task SayAsync(string user, string text, string? deliveryMode = null) => PostAsync(user, $"a:{user}", "personal", text, deliveryMode);

    /// <summary>Says something to the bot in a group.</summary>
    public Task SayInAsync(string conversation, string type, string user, string text) => PostAsync(user, conversation, type, text, null);

    /// <summary>What came since the last look.</summary>
    public IReadOnlyList<Asked> Look()
    {
        var all = new List<Asked>();
        while (Channel.Received.TryDequeue(out var asked))
        {
            all.Add(asked);
        }

        return all;
    }

    /// <summary>Machine time passes, and what was due then is settled.</summary>
    public async Task PassAsync(double seconds)
    {
        Office.Machine.Advance(TimeSpan.FromSeconds(seconds));
        await Office.SettledAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Office.DisposeAsync();
        await Channel.DisposeAsync();
        _http.Dispose();
    }

    private async Task PostAsync(string user, string conversation, string type, string text, string? deliveryMode)
    {
        var activity = new JsonObject
        {
            ["type"] = "message", ["id"] = $"m{++_messages}", ["channelId"] = "msteams", ["serviceUrl"] = Channel.Root + "/amer/", ["deliveryMode"] = deliveryMode,
            ["from"] = new JsonObject { ["id"] = user, ["name"] = user }, ["recipient"] = new JsonObject { ["id"] = Bot }, ["text"] = $"<at>助手</at> {text}",
            ["conversation"] = new JsonObject { ["id"] = conversation, ["conversationType"] = type, ["tenantId"] = "tenant", ["isGroup"] = type == "personal" ? null : true },
            ["entities"] = new JsonArray(new JsonObject { ["type"] = "mention", ["text"] = "<at>助手</at>", ["mentioned"] = new JsonObject { ["id"] = Bot } }),
        };
        using var answer = await _http.PostAsJsonAsync(new Uri(Office.Root, "api/messages"), activity);
        answer.EnsureSuccessStatusCode();
        await Office.SettledAsync();
    }
}
