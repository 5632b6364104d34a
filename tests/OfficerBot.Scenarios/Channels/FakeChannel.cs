using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OfficerBot.Scenarios.Channels;

/// <summary>
/// The channel of tests/clients/channel, driven by its control port: it signs with jsonwebtoken what users say, and judges with the official packages
/// what the bot posts.
/// </summary>
internal sealed class FakeChannel : IAsyncDisposable
{
    private readonly Process _node;
    private readonly Task<string> _problems;
    private readonly HttpClient _http;
    private readonly JsonObject _told;

    private FakeChannel(Process node, JsonObject told)
    {
        (_node, _told, _problems) = (node, told, node.StandardError.ReadToEndAsync());
        _http = new() { BaseAddress = new Uri((string)told["control"]!), Timeout = TimeSpan.FromSeconds(120) };
    }

    /// <summary>Base of all calls back, as in activities.</summary>
    public string ServiceUrl => (string)_told["serviceUrl"]!;

    /// <summary>An address of somebody else.</summary>
    public string Outside => (string)_told["outside"]!;

    /// <summary>Settings with which a service meets this channel, as on the command line.</summary>
    public IReadOnlyList<string> Settings =>
        [.. _told["settings"]!.AsObject().SelectMany(s => new[] { $"--{s.Key}", (string)s.Value! })];

    /// <summary>Starts it; where the bot is, it is told later.</summary>
    public static async Task<FakeChannel> OpenAsync()
    {
        var node = ChannelScript.Start("channel.mjs", "--control");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var line = await node.StandardOutput.ReadLineAsync(patience.Token);
        return line is null
            ? throw new InvalidOperationException(await node.StandardError.ReadToEndAsync(patience.Token))
            : new FakeChannel(node, JsonNode.Parse(line)!.AsObject());
    }

    /// <summary>Where the bot is.</summary>
    public Task MeetAsync(Uri service) => AskAsync("service", new { url = service.ToString().TrimEnd('/') });

    /// <summary>Sends an activity; what it leaves out is filled in as Teams does.</summary>
    /// <param name="token">Parts of the token to replace, or a whole one.</param>
    public async Task<Answered> SendAsync(JsonObject activity, object? token = null) =>
        (await SendAsync(activity, 1, token)).Single();

    /// <summary>The same activity several times at the same moment.</summary>
    public async Task<IReadOnlyList<Answered>> SendAsync(JsonObject activity, int times, object? token = null) =>
        Read<IReadOnlyList<Answered>>(await AskAsync("send", token is null ? new { activity, times } : new { activity, times, token }));

    /// <summary>Sends lists of activities beside each other.</summary>
    /// <param name="together">All of a list at once; otherwise each waits until the one before is acknowledged.</param>
    public async Task<IReadOnlyList<IReadOnlyList<Answered>>> BurstAsync(IEnumerable<IEnumerable<JsonObject>> lists, bool together) =>
        Read<IReadOnlyList<IReadOnlyList<Answered>>>(await AskAsync("burst", new { lists, together }));

    /// <summary>Sends an activity many times with key ids nobody published; how often each status came.</summary>
    public async Task<IReadOnlyDictionary<string, int>> FloodAsync(JsonObject activity, int count) =>
        Read<IReadOnlyDictionary<string, int>>(await AskAsync("flood", new { activity, count }));

    /// <summary>What the bot called, when there are enough calls that match; fails when they never come.</summary>
    /// <param name="filter">Members of a call and their values.</param>
    public async Task<IReadOnlyList<Call>> CallsAsync(object filter, int count = 0)
    {
        var calls = Read<IReadOnlyList<Call>>(await AskAsync("calls", new { filter, count }));
        if (calls.Count < count)
        {
            var all = string.Join('\n', Read<IReadOnlyList<Call>>(await AskAsync("calls", new { filter = new { } })).TakeLast(20));
            calls.Count.Should().BeGreaterThanOrEqualTo(count, "the bot should have called {0}; its last calls were:\n{1}", filter, all);
        }

        return calls;
    }

    /// <summary>Puts a fault in the way of a conversation's calls: a status (with headers and body), or one of the words of service-url.mjs.</summary>
    /// <param name="times">How often; -1 until released.</param>
    public Task FaultAsync(string? conversation, object fault, int times = -1) => AskAsync("fault", new { conversation, fault, times });

    /// <summary>Takes the faults of a conversation away.</summary>
    public Task ReleaseAsync(string? conversation) => AskAsync("release", new { conversation });

    /// <summary>Any other verb of control.mjs.</summary>
    public async Task<JsonNode> AskAsync(string verb, object? what = null)
    {
        using var answer = await _http.PostAsJsonAsync(verb, what ?? new { });
        var body = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.Should().BeTrue("{0}: {1}", verb, body);
        return JsonNode.Parse(body)!;
    }

    /// <summary>Counts, and what the judge complained of.</summary>
    public async Task<ChannelState> StateAsync() => Read<ChannelState>(await AskAsync("state"));

    public async ValueTask DisposeAsync()
    {
        _node.StandardInput.Close();
        await _node.WaitForExitAsync();
        _http.Dispose();
        _node.Dispose();
        (await _problems).Should().BeEmpty("the channel itself must not fail");
    }

    private static T Read<T>(JsonNode node) => node.Deserialize<T>(JsonSerializerOptions.Web) ?? throw new InvalidDataException(node.ToJsonString());
}

/// <summary>How the bot answered an activity.</summary>
/// <param name="Id">The activity's id.</param>
internal sealed record Answered(string Id, int Status, string Body, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The body as JSON.</summary>
    public JsonObject Json => JsonNode.Parse(Body)!.AsObject();
}

/// <summary>A call of the bot to the service URL.</summary>
/// <param name="At">Unix milliseconds of the channel's clock.</param>
/// <param name="Operation">Its name in service-url.mjs.</param>
/// <param name="Target">The activity replied to or updated, the member asked for; null otherwise.</param>
/// <param name="Url">As it came.</param>
/// <param name="Outcome">The status answered, or the fault's name; undefined while it is open.</param>
/// <param name="Accepted">The activity stands in the conversation, whatever was answered.</param>
/// <param name="Id">The id given to it.</param>
internal sealed record Call(
    double At, string Operation, string? Conversation, string? Target, string Url, JsonElement Outcome, bool Accepted, JsonElement? Activity, string? Id)
{
    /// <summary>What people read: the text, or the summary of a card that stands alone.</summary>
    public string Text => Member("text") ?? Member("summary") ?? "";

    /// <summary>The activity as a tree.</summary>
    public JsonObject Json => JsonObject.Create(Activity!.Value)!;

    public override string ToString() => $"{Operation} {Url} → {Outcome} “{Text}”";

    private string? Member(string name) => Activity is { } a && a.TryGetProperty(name, out var text) ? text.GetString() : null;
}

/// <summary>Where the channel stands.</summary>
/// <param name="Metadata">How often the metadata were fetched.</param>
/// <param name="Keys">How often the keys were.</param>
/// <param name="Tokens">Bearers given.</param>
/// <param name="Outside">Calls to an address that is not the channel's.</param>
internal sealed record ChannelState(IReadOnlyList<string> Complaints, int Metadata, int Keys, int Tokens, int TokensAsked, IReadOnlyList<JsonElement> Outside);
