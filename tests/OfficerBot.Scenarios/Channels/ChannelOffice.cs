using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using OfficerBot.Domain.People;
using OfficerBot.Requests;
using OfficerBot.Scenarios.Office;

namespace OfficerBot.Scenarios.Channels;

/// <summary>The office met through a channel: the service at its own port, in real time, and the fake channel outside.</summary>
public sealed class ChannelOffice : IAsyncLifetime
{
    private const string Morning = "2020-09-16T08:30";
    private const string Tenant = "0d0d0d0d-0000-4000-8000-000000000001";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private int _next;

    internal OfficeUnderTest Office { get; private set; } = null!; // InitializeAsync opens it

    internal FakeChannel Channel { get; private set; } = null!; // the same

    /// <summary>Opens one of its own for a scenario.</summary>
    /// <param name="clock">Local office time at the beginning.</param>
    /// <param name="more">Further settings, which may name what is the channel's.</param>
    internal static async Task<ChannelOffice> OpenAsync(string clock = Morning, Func<FakeChannel, IReadOnlyList<string>>? more = null)
    {
        var office = new ChannelOffice();
        await office.BeginAsync(clock, more);
        return office;
    }

    public Task InitializeAsync() => BeginAsync(Morning, null);

    public async Task DisposeAsync()
    {
        await Office.DisposeAsync();
        await Channel.DisposeAsync();
    }

    /// <summary>Ends the service and starts it again over the same data.</summary>
    internal async Task RestartAsync()
    {
        await Office.RestartAsync();
        await Channel.MeetAsync(Office.Root);
    }

    /// <summary>Somebody of the roster in a private chat of his own.</summary>
    /// <param name="person">A name, with his unit's before it where several have it.</param>
    internal Task<Partner> MeetAsync(string person, string channelId = "msteams", string? conversation = null) => MeetAsync(person, channelId, new JsonObject
    {
        ["id"] = conversation ?? $"a:1-{Interlocked.Increment(ref _next)}",
        ["conversationType"] = "personal",
        ["tenantId"] = Tenant,
    });

    /// <summary>Somebody of the roster in a group that is the office's.</summary>
    internal async Task<Partner> MeetInGroupAsync(string person, string conversation, string channelId = "msteams", string conversationType = "groupChat")
    {
        var group = new JsonObject { ["id"] = conversation, ["isGroup"] = true, ["conversationType"] = conversationType, ["tenantId"] = Tenant };
        await DoAsync(new OperatorRequest.Link(channelId, conversation, Office.Sample.Group.Value));
        return await MeetAsync(person, channelId, group);
    }

    /// <summary>Somebody nobody knows.</summary>
    internal Partner MeetStranger(string conversation) => new(Channel, "msteams", "29:stranger", "路人", new JsonObject { ["id"] = conversation, ["conversationType"] = "personal" });

    /// <summary>Returns when nothing waits to be sent to a chat: all of it was accepted or given up.</summary>
    internal Task UntilNothingWaitsAsync(Partner partner) => UntilAsync(() => !Waits(partner));

    /// <summary>The chat as the store knows it.</summary>
    internal Chat ChatOf(Partner partner, string channelId = "msteams") =>
        Office.Store.Read(s => s.Chats.Find(channelId, partner.Conversation)) ?? throw new KeyNotFoundException(partner.Conversation);

    private bool Waits(Partner partner) => Office.Store.Read(s => s.Outbox.WaitingIn(ChatOf(partner).Id)).Count > 0;

    private static async Task UntilAsync(Func<bool> holds)
    {
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        using var patience = new CancellationTokenSource(Patience);
        while (!holds())
        {
            await looks.WaitForNextTickAsync(patience.Token);
        }
    }

    private async Task<Partner> MeetAsync(string person, string channelId, JsonObject conversation)
    {
        var user = $"29:1/{Interlocked.Increment(ref _next)}";
        await DoAsync(new OperatorRequest.Bind(NameOf(channelId), user, person, null));
        return new Partner(Channel, channelId, user, person, conversation);
    }

    // Direct Line of the cloud is not our own.
    private static string NameOf(string channelId) => channelId == "directline" ? "directline-service" : channelId;

    private async Task DoAsync(OperatorRequest request)
    {
        var now = Office.Now.InZoneStrictly(OfficerBot.Sample.SampleClock.Zone).ToInstant();
        var answer = await Office.Store.WriteAsync(s => RequestDesk.Do(s, request, now), CancellationToken.None);
        answer.IsDone.Should().BeTrue(string.Join(' ', answer.Lines));
    }

    private async Task BeginAsync(string clock, Func<FakeChannel, IReadOnlyList<string>>? more)
    {
        Channel = await FakeChannel.OpenAsync();
        var address = $"http://127.0.0.1:{FreePort()}"; // known before the start: files are handed out under it
        string[] settings = ["--Urls", address, "--PublicUrl", address, .. Channel.Settings, .. more?.Invoke(Channel) ?? []];
        Office = await OfficeUnderTest.OpenAsync(new() { RunsByItself = true, Clock = clock, More = settings });
        await Channel.MeetAsync(Office.Root);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
