using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace OfficerBot.Tests.Protocol.Connector;

/// <summary>An office's proxy on this machine, and at the tunnel's other end a TLS server that answers everything with <c>{"id":"1"}</c>.</summary>
public sealed class FakeProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentQueue<Task> _talks = new();
    private readonly X509Certificate2 _certificate;
    private readonly string _answer;
    private readonly Task _accepting;

    public FakeProxy(X509Certificate2 certificate, string answer = "HTTP/1.1 200 Connection established\r\nVia: office\r\n\r\n")
    {
        (_certificate, _answer) = (certificate, answer);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>What it was asked: heads of requests in the clear.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>What came through the tunnels: heads of requests inside TLS.</summary>
    public ConcurrentQueue<string> Inside { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _accepting;
        await Task.WhenAll(_talks);
        _listener.Dispose();
        _end.Dispose();
        _certificate.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _talks.Enqueue(TalkAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            // the test is over
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var _ = client;
        try
        {
            Asked.Enqueue(await HeadAsync(client.GetStream()));
            foreach (var piece in _answer.Chunk(7))
            {
                await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(piece), _end.Token); // a proxy may speak in pieces
            }

            await using var tls = new SslStream(client.GetStream());
            await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _end.Token);
            Inside.Enqueue(await HeadAsync(tls));
            await tls.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 10\r\nConnection: close\r\n\r\n{\"id\":\"1\"}"u8.ToArray(), _end.Token);
        }
        catch (Exception e) when (e is IOException or System.Security.Authentication.AuthenticationException or OperationCanceledException)
        {
            // the caller went away, as it should where it does not trust
        }
    }

    private async Task<string> HeadAsync(Stream stream)
    {
        var head = new StringBuilder();
        var buffer = new byte[4096];
        while (!head.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            var count = await stream.ReadAsync(buffer, _end.Token);
            head.Append(count > 0 ? Encoding.ASCII.GetString(buffer, 0, count) : throw new IOException("closed"));
        }

        return head.ToString();
    }
}
