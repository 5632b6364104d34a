using System.Net;
using System.Net.Sockets;

namespace OfficerBot.Protocol.Connector;

/// <summary>Finds a host's addresses; tests play a name server that changes its mind.</summary>
public delegate Task<IPAddress[]> ResolveHost(string host, CancellationToken cancel);

/// <summary>
/// Opens connections for HTTP: the name is resolved once and just those addresses are dialled, so that a name server cannot show one to the check and
/// another to the connection. Addresses that are not public are refused, loopback ones that configuration names excepted.
/// </summary>
public sealed class GuardedConnect(ServiceUrlPolicy policy, ResolveHost? resolve = null)
{
    private readonly ResolveHost _resolve = resolve ?? Dns.GetHostAddressesAsync;

    /// <summary>A handler that connects this way, follows no redirect, keeps no cookies and uses no proxy.</summary>
    /// <param name="mostConnections">To one host at once.</param>
    public SocketsHttpHandler MakeHandler(int mostConnections = 64) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false, // through a proxy nobody here would see where the connection goes
        ActivityHeadersPropagator = null,
        MaxConnectionsPerServer = mostConnections,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(3),
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
        ConnectCallback = ConnectAsync,
    };

    /// <summary>Resolves, checks, connects.</summary>
    /// <exception cref="ForbiddenAddressException">There is no address we may go to.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var end = context.DnsEndPoint;
        var isOurs = context.InitialRequestMessage.RequestUri is { } uri && policy.AllowsLoopback(uri);
        var found = IPAddress.TryParse(end.Host, out var literal) ? [literal] : await _resolve(end.Host, cancel);
        var allowed = Array.FindAll(found, a => isOurs ? IPAddress.IsLoopback(a) : PublicInternet.Holds(a));
        if (allowed.Length == 0)
        {
            throw new ForbiddenAddressException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, end.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
