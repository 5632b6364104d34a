using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace OfficerBot.Tests.Protocol.Host;

/// <summary>A socket that receives a conversation.</summary>
public sealed class WireSocket : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ClientWebSocket socket = new();

    public WebSocketCloseStatus? CloseStatus => socket.CloseStatus;

    public static async Task<WireSocket> OpenAsync(string streamUrl, string? origin = null)
    {
        var stream = new WireSocket();
        stream.socket.Options.CollectHttpResponseDetails = true;
        if (origin is not null)
        {
            stream.socket.Options.SetRequestHeader("Origin", origin);
        }

        using var patience = new CancellationTokenSource(Patience);
        await stream.socket.ConnectAsync(new Uri(streamUrl), patience.Token);
        return stream;
    }

    /// <summary>The HTTP status with which the upgrade was answered.</summary>
    public static async Task<int> TryOpenAsync(string streamUrl, string? origin = null)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        try
        {
            await socket.ConnectAsync(new Uri(streamUrl), CancellationToken.None);
        }
        catch (WebSocketException)
        {
            // The status tells.
        }

        return (int)socket.HttpStatusCode;
    }

    /// <summary>The next frame with activities; keep-alives are passed over.</summary>
    public async Task<JsonObject> NextAsync()
    {
        string text;
        do
        {
            text = await NextTextAsync() ?? throw new InvalidOperationException($"Closed: {CloseStatus}");
        }
        while (text.Length == 0);

        return JsonNode.Parse(text)!.AsObject();
    }

    /// <summary>Frames until so many activities have come, in the order of their coming.</summary>
    public async Task<JsonObject[]> NextActivitiesAsync(int count)
    {
        var activities = new List<JsonObject>();
        while (activities.Count < count)
        {
            activities.AddRange((await NextAsync())["activities"]!.AsArray().Select(a => a!.AsObject()));
        }

        return [.. activities];
    }

    /// <summary>The next text frame, or null when the server closed.</summary>
    public async Task<string?> NextTextAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        using var text = new MemoryStream();
        var buffer = new byte[4096];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer.AsMemory(), patience.Token);
            text.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);

        return part.MessageType == WebSocketMessageType.Close ? null : Encoding.UTF8.GetString(text.ToArray());
    }

    public Task SendAsync(string text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    public Task CloseAsync() => socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);

    public void Dispose() => socket.Dispose();
}
