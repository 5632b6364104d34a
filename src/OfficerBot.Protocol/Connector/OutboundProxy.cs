using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OfficerBot.Protocol.Connector;

/// <summary>
/// The HTTP proxy through which an office lets its programs out: it opens a tunnel (RFC 9110 section 9.3.6) to a host by its name, and TLS runs inside. The
/// operator names it, so it may lie anywhere.
/// </summary>
/// <param name="address">For example <c>http://proxy.example.org:3128</c>.</param>
/// <param name="credential">Shown by the scheme Basic; null for a proxy that asks for none.</param>
public sealed class OutboundProxy(Uri address, NetworkCredential? credential)
{
    private const int MostHeader = 8 * 1024;

    /// <summary>For clients of the framework that call addresses the operator names.</summary>
    internal WebProxy ForNamedAddresses => new(address, BypassOnLocal: true) { Credentials = credential };

    /// <summary>A handler for addresses the operator or Microsoft's presets name: through a proxy, redirects not followed.</summary>
    /// <param name="proxy">Null: as the environment says.</param>
    public static SocketsHttpHandler MakeHandler(OutboundProxy? proxy, TimeSpan connectTimeout) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        Proxy = proxy?.ForNamedAddresses,
        ActivityHeadersPropagator = null,
        ConnectTimeout = connectTimeout,
        PooledConnectionLifetime = TimeSpan.FromMinutes(3),
    };

    /// <summary>Opens a tunnel.</summary>
    /// <param name="end">A host's ASCII name and a port.</param>
    /// <exception cref="ProxyRefusedException">The proxy opens none.</exception>
    internal async Task<Stream> TunnelAsync(DnsEndPoint end, CancellationToken cancel)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(new DnsEndPoint(address.IdnHost, address.Port), cancel);
            var stream = new NetworkStream(socket, ownsSocket: true);
            await stream.WriteAsync(Encoding.ASCII.GetBytes(Request(end)), cancel);
            var status = await StatusAsync(stream, cancel);
            return status is >= 200 and < 300 ? stream : throw new ProxyRefusedException(status);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private string Request(DnsEndPoint end)
    {
        var authority = $"{end.Host}:{end.Port}";
        var proof = credential is null ? "" : $"Proxy-Authorization: Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{credential.UserName}:{credential.Password}"))}\r\n";
        return $"CONNECT {authority} HTTP/1.1\r\nHost: {authority}\r\n{proof}\r\n";
    }

    // In a tunnel the client speaks first, so nothing follows the header yet, and reading it piece by piece takes nothing away.
    private static async Task<int> StatusAsync(NetworkStream stream, CancellationToken cancel)
    {
        var header = new byte[MostHeader];
        for (var length = 0; length < MostHeader;)
        {
            var count = await stream.ReadAsync(header.AsMemory(length), cancel);
            if (count == 0)
            {
                break;
            }

            length += count;
            if (header.AsSpan(0, length).EndsWith("\r\n\r\n"u8))
            {
                return StatusOf(header.AsSpan(0, length));
            }
        }

        return 0;
    }

    private static int StatusOf(ReadOnlySpan<byte> header) =>
        header.StartsWith("HTTP/1."u8) && header.Length > 12 && header[8] == ' ' && int.TryParse(header[9..12], NumberStyles.None, CultureInfo.InvariantCulture, out var status)
            ? status
            : 0;
}
