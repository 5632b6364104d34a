using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace OfficerBot.Mail.Smtp;

/// <summary>One connection to a mail server: bytes out, replies in, each step within its time. Knows how far it got.</summary>
internal sealed class SmtpLine(SmtpSettings settings, SmtpTimeouts timeouts, TimeProvider time, CancellationToken cancelled) : IAsyncDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private Stream _stream = Stream.Null;
    private SmtpReplyReader _replies = new(Stream.Null);

    public SmtpStage Stage { get; private set; } = SmtpStage.Connect;

    /// <summary>Why the certificate was refused, in the framework's words; null while it was not.</summary>
    public string? CertificateTrouble { get; private set; }

    public bool IsOnLoopback => IPAddress.IsLoopback(Plain(_socket.RemoteEndPoint));

    /// <summary>Our address as RFC 5321 §4.1.3 writes it, for a machine without a public name.</summary>
    public string AddressLiteral => Plain(_socket.LocalEndPoint) is { AddressFamily: AddressFamily.InterNetworkV6 } six
        ? $"[IPv6:{six}]"
        : $"[{Plain(_socket.LocalEndPoint)}]";

    /// <summary>True when the server has sent bytes that nobody has asked for yet.</summary>
    public bool HasUnreadBytes => _replies.HasMore;

    public Task ConnectAsync() => WithinAsync(timeouts.Connect, async stop =>
    {
        await _socket.ConnectAsync(settings.Host, settings.Port, stop);
        Use(new NetworkStream(_socket, ownsSocket: false));
        return true;
    });

    /// <summary>From here on everything is inside TLS; the certificate must be good for the host's name.</summary>
    public Task SecureAsync()
    {
        Stage = SmtpStage.Tls;
        var secure = new SslStream(_stream, leaveInnerStreamOpen: false);
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = settings.Host,
            RemoteCertificateValidationCallback = (_, _, chain, errors) => IsGood(chain, errors),
        };
        return WithinAsync(timeouts.Tls, async stop =>
        {
            await secure.AuthenticateAsClientAsync(options, stop);
            Use(secure);
            return true;
        });
    }

    public Task<SmtpReply> GreetingAsync()
    {
        Stage = SmtpStage.Greeting;
        return WithinAsync(timeouts.Greeting, _replies.ReadAsync);
    }

    /// <summary>Sends one command line and reads its answer. The command must hold no line break; ours cannot.</summary>
    public Task<SmtpReply> AskAsync(SmtpStage stage, string command)
    {
        Stage = stage;
        return WithinAsync(timeouts.Command, stop => SendAndReadAsync(Encoding.ASCII.GetBytes(command + "\r\n"), stop));
    }

    public Task BodyAsync(ReadOnlyMemory<byte> body)
    {
        Stage = SmtpStage.Body;
        return WithinAsync(timeouts.Body, async stop =>
        {
            await _stream.WriteAsync(body, stop);
            await _stream.FlushAsync(stop);
            return true;
        });
    }

    /// <summary>From the moment this is called the server may have the letter.</summary>
    public Task<SmtpReply> FinalDotAsync()
    {
        Stage = SmtpStage.FinalDot;
        return WithinAsync(timeouts.FinalDot, stop => SendAndReadAsync(".\r\n"u8.ToArray(), stop));
    }

    /// <summary>A courtesy: nothing that goes wrong here changes what was answered before.</summary>
    public async Task QuitAsync()
    {
        try
        {
            await WithinAsync(timeouts.Quit, stop => SendAndReadAsync("QUIT\r\n"u8.ToArray(), stop));
        }
        catch (Exception)
        {
            // The letter's fate is settled; any failure here, of any kind, must not unsettle it.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync();
        _socket.Dispose();
    }

    private async Task<SmtpReply> SendAndReadAsync(ReadOnlyMemory<byte> bytes, CancellationToken stop)
    {
        await _stream.WriteAsync(bytes, stop);
        await _stream.FlushAsync(stop);
        return await _replies.ReadAsync(stop);
    }

    private async Task<T> WithinAsync<T>(TimeSpan limit, Func<CancellationToken, Task<T>> step)
    {
        using var timer = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancelled);
        try
        {
            return await step(either.Token);
        }
        catch (OperationCanceledException) when (timer.IsCancellationRequested && !cancelled.IsCancellationRequested)
        {
            throw new TimeoutException($"No answer within {limit.TotalSeconds:0} s.");
        }
    }

    private bool IsGood(X509Chain? chain, SslPolicyErrors errors)
    {
        var found = chain?.ChainStatus.Select(one => one.Status.ToString()) ?? [];
        CertificateTrouble = errors == SslPolicyErrors.None ? null : $"{errors}: {string.Join(", ", found)}".TrimEnd(':', ' ');
        return CertificateTrouble is null;
    }

    private void Use(Stream stream)
    {
        _stream = stream;
        _replies = new SmtpReplyReader(stream);
    }

    private static IPAddress Plain(EndPoint? end)
    {
        var address = ((IPEndPoint)end!).Address; // asked only while connected
        return address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
    }
}
