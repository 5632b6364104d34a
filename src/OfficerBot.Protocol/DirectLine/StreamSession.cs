using System.Net.WebSockets;
using System.Threading.Channels;

namespace OfficerBot.Protocol.DirectLine;

/// <summary>
/// One reader of one conversation over a socket. It sends what the log holds after its position, then waits to be woken. At most one
/// frame is under way, so a slow client costs no memory; one that takes nothing for a while is cut and comes back with its watermark.
/// </summary>
internal sealed class StreamSession : IDisposable
{
    private const int MostPerRead = 50;
    private const int MostPassing = 16;

    private static readonly TimeSpan FarewellTime = TimeSpan.FromSeconds(2);

    private readonly IConversationLog log;
    private readonly DirectLineSettings settings;
    private readonly TimeProvider machineTime;
    private readonly Channel<bool> wakes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Channel<string> passing =
        Channel.CreateBounded<string>(new BoundedChannelOptions(MostPassing) { FullMode = BoundedChannelFullMode.DropOldest });

    private readonly ITimer keepAlive;
    private long position;
    private long expiresAtTicks;
    private bool isKeepAliveDue;
    private volatile WebSocketCloseStatus farewell;

    public StreamSession(Viewer viewer, StreamStart start, IConversationLog log, DirectLineSettings settings, TimeProvider machineTime)
    {
        Viewer = viewer;
        position = start.Position;
        expiresAtTicks = start.Expires.UtcTicks;
        this.log = log;
        this.settings = settings;
        this.machineTime = machineTime;
        keepAlive = machineTime.CreateTimer(_ => Tick(), null, settings.KeepAlive, settings.KeepAlive);
    }

    public Viewer Viewer { get; }

    public void Wake() => wakes.Writer.TryWrite(true);

    public void Pass(string json)
    {
        passing.Writer.TryWrite(json);
        Wake();
    }

    public void Extend(DateTimeOffset expires) => Interlocked.Exchange(ref expiresAtTicks, expires.UtcTicks);

    /// <summary>Closes normally, after which clients ask where they stand.</summary>
    public void End() => Close(WebSocketCloseStatus.NormalClosure);

    public void Dispose() => keepAlive.Dispose();

    /// <summary>Serves the socket until either side is done. <paramref name="stopping"/> is the service's end, told to the client as "going away".</summary>
    public async Task<StreamEnd> RunAsync(WebSocket socket, CancellationToken stopping)
    {
        await using var onStop = stopping.Register(() => Close(WebSocketCloseStatus.EndpointUnavailable));
        var receiving = ReceiveAsync(socket);
        try
        {
            while (farewell == default)
            {
                await SendPassingAsync(socket);
                await SendLogAsync(socket, stopping);
                await SendKeepAliveAsync(socket);
                await wakes.Reader.ReadAsync(CancellationToken.None);
            }

            await CloseAsync(socket, receiving);
            return StreamEnd.Closed;
        }
        catch (Exception problem) when (problem is WebSocketException or OperationCanceledException)
        {
            return problem is OperationCanceledException && farewell == default ? StreamEnd.Cut : StreamEnd.Lost; // the client comes back with its watermark
        }
        finally
        {
            socket.Abort();
            await receiving;
        }
    }

    private void Tick()
    {
        Volatile.Write(ref isKeepAliveDue, true);
        if (machineTime.GetUtcNow().UtcTicks >= Interlocked.Read(ref expiresAtTicks))
        {
            End();
        }

        Wake();
    }

    private void Close(WebSocketCloseStatus status)
    {
        if (farewell == default)
        {
            farewell = status;
        }

        Wake();
    }

    /// <summary>
    /// One activity to a frame: DirectLineJS spreads the activities of a frame over timer ticks, so those of the next frame would
    /// overtake them.
    /// </summary>
    private async Task SendLogAsync(WebSocket socket, CancellationToken stopping)
    {
        IReadOnlyList<LoggedActivity> activities;
        do
        {
            activities = await log.ReadAsync(Viewer.ConversationId, position, MostPerRead, stopping);
            foreach (var activity in activities)
            {
                await SendAsync(socket, ActivityFrame.Write([activity], position, Viewer));
                position = activity.Change;
                Volatile.Write(ref isKeepAliveDue, false);
            }
        }
        while (activities.Count == MostPerRead && farewell == default);
    }

    private async Task SendPassingAsync(WebSocket socket)
    {
        while (passing.Reader.TryRead(out var json))
        {
            await SendAsync(socket, ActivityFrame.WritePassing(json, Viewer));
        }
    }

    private async Task SendKeepAliveAsync(WebSocket socket)
    {
        if (Volatile.Read(ref isKeepAliveDue))
        {
            Volatile.Write(ref isKeepAliveDue, false);
            await SendAsync(socket, ReadOnlyMemory<byte>.Empty);
        }
    }

    private async Task SendAsync(WebSocket socket, ReadOnlyMemory<byte> frame)
    {
        using var tooSlow = new CancellationTokenSource(settings.SendTimeout, machineTime);
        await socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, tooSlow.Token);
    }

    /// <summary>What clients send is only a sign of life; it is read to see the line close, and thrown away. Never throws.</summary>
    private async Task ReceiveAsync(WebSocket socket)
    {
        var buffer = new byte[1024];
        try
        {
            while ((await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception problem) when (problem is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Lost; the sender learns it from the farewell below.
        }

        End();
    }

    private async Task CloseAsync(WebSocket socket, Task receiving)
    {
        if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
        {
            using var impatient = new CancellationTokenSource(FarewellTime, machineTime);
            await socket.CloseOutputAsync(farewell, null, impatient.Token);
            await receiving.WaitAsync(impatient.Token);
        }
    }
}
