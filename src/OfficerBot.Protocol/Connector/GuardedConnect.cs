using System.Net;
using System.Net.Sockets;

namespace OfficerBot.Protocol.Connector;

/// <summary>Finds a host's addresses; tests play a name server that changes its mind.</summary>
public delegate Task<IPAddress[]> ResolveHost(string host, CancellationToken cancel);

/// <summary>
/// Opens connections for HTTP: the name is resolved once and just those addresses are dialled, so that a name server cannot show one to the check and
/// another to the connection. Addresses that are not public are refused, loopback ones that configuration names excepted.
/// Through an office's proxy only hosts of the list are asked for, by name and for TLS: whatever the proxy's name server says, nothing is told to a host that
/// cannot show the certificate of that name; and a name that leads inside as far as can be seen from here is not asked for.
/// </summary>
/// <param name="proxy">The only way out, except to loopback; null: dialled directly.</param>
public sealed class GuardedConnect(ServiceUrlPolicy policy, ResolveHost? resolve = null, OutboundProxy? proxy = null)
{
    /// <summary>Behind a proxy there may be no name server that knows the world.</summary>
    private static readonly TimeSpan LookPatience = TimeSpan.FromSeconds(2);

    private readonly ResolveHost _resolve = resolve ?? Dns.GetHostAddressesAsync;

    /// <summary>A handler that connects this way, follows no redirect, keeps no cookies and heeds no proxy of the environment.</summary>
    /// <param name="mostConnections">To one host at once.</param>
    public SocketsHttpHandler MakeHandler(int mostConnections = 64) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false, // the framework would not look where the connection goes
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
        if (proxy is not null && !isOurs)
        {
            return await TunnelAsync(proxy, context, cancel);
        }

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
    private async Task<Stream> TunnelAsync(OutboundProxy through, SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        if (context.InitialRequestMessage.RequestUri is not { } uri || !policy.Allows(uri) || await LeadsInsideAsync(context.DnsEndPoint.Host, cancel))
        {
            throw new ForbiddenAddressException();
        }

        return await through.TunnelAsync(context.DnsEndPoint, cancel);
    }

    private async Task<bool> LeadsInsideAsync(string host, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(LookPatience);
        try
        {
            return !Array.TrueForAll(await _resolve(host, patience.Token), PublicInternet.Holds);
        }
        catch (Exception e) when (e is SocketException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return false; // not to be seen from here
        }
    }
}
