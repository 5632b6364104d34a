using System.Net.Sockets;
using System.Text;

namespace OfficerBot.Health;

/// <summary>
/// Tells systemd how the service stands (sd_notify(3)): ready, alive, stopping. Started by anything else, it tells nobody. A manager that cannot be
/// reached is no reason to stop serving.
/// </summary>
/// <param name="address">Path of the manager's socket, or <c>@name</c> of an abstract one; null: nobody.</param>
internal sealed class ServiceManager(string? address)
{
    /// <summary>The one that started this process.</summary>
    public static ServiceManager OfThisProcess() => new(Environment.GetEnvironmentVariable("NOTIFY_SOCKET"));

    /// <summary>Requests are taken.</summary>
    public void Ready() => Tell("READY=1\nSTATUS=serving");

    /// <summary>No more requests are taken; those begun are ended.</summary>
    public void Stopping() => Tell("STOPPING=1\nSTATUS=ending what is begun");

    /// <summary>The pulse has beaten.</summary>
    public void Alive() => Tell("WATCHDOG=1");

    private void Tell(string words)
    {
        if (string.IsNullOrEmpty(address))
        {
            return;
        }

        try
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
            socket.SendTo(Encoding.UTF8.GetBytes(words), new UnixDomainSocketEndPoint(address[0] == '@' ? "\0" + address[1..] : address));
        }
        catch (SocketException)
        {
            // see the summary
        }
    }
}
