using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace OfficerBot.Mailing;

/// <summary>
/// A mail server on loopback that does what its script says: refuses, drops, hangs, lies. The script may be changed while it
/// runs; connections made later follow the new one.
/// </summary>
public sealed class ScriptedSmtpServer : IAsyncDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private readonly TcpListener _listener;
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _reached = new();
    private readonly ConcurrentQueue<Task> _talks = new();
    private readonly Task _accepting;

    public ScriptedSmtpServer(SmtpScript script, int port = 0)
    {
        Script = script;
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public SmtpScript Script { get; set; }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Every command line of every connection, in order, those sent in the clear and those inside TLS.</summary>
    public ConcurrentQueue<string> Commands { get; } = new();

    /// <summary>Every letter whose final dot came.</summary>
    public ConcurrentQueue<TakenMail> Taken { get; } = new();

    /// <summary>Done when a connection gets to this point (see <see cref="SmtpScript.Acts"/>) for the first time.</summary>
    public Task Reached(string point) => Signal(point).Task;

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_talks);
        _closing.Dispose();
    }

    internal void Note(string point) => Signal(point).TrySetResult();

    private TaskCompletionSource Signal(string point) =>
        _reached.GetOrAdd(point, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync(_closing.Token);
                _talks.Enqueue(new ScriptedTalk(this, Script, socket).RunAsync(_closing.Token));
            }
        }
        catch (Exception closed) when (closed is OperationCanceledException or SocketException)
        {
            // The test is over.
        }
    }
}
