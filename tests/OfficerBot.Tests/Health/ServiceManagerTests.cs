using System.Net.Sockets;
using System.Text;
using OfficerBot.Health;
using OfficerBot.Tests.Storage;

namespace OfficerBot.Tests.Health;

/// <summary>What systemd hears (sd_notify(3)): datagrams on a socket it names.</summary>
public sealed class ServiceManagerTests
{
    [Fact]
    public void Ready_alive_and_stopping_are_told_on_the_managers_socket()
    {
        using var folder = new TempFolder();
        using var listening = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        listening.Bind(new UnixDomainSocketEndPoint(folder.Of("notify")));
        Told(folder.Of("notify"), listening).Should().Equal("READY=1", "WATCHDOG=1", "STOPPING=1");
    }

    [Fact]
    public void An_abstract_socket_is_reached_too()
    {
        var name = $"officerbot-test-{Environment.ProcessId}";
        using var listening = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        listening.Bind(new UnixDomainSocketEndPoint("\0" + name));
        Told("@" + name, listening).Should().HaveCount(3);
    }

    [Fact]
    public void A_manager_that_is_gone_does_not_stop_the_service()
    {
        var act = () => new ServiceManager("/nowhere/notify").Ready();
        act.Should().NotThrow();
    }

    private static List<string> Told(string address, Socket listening)
    {
        var manager = new ServiceManager(address);
        manager.Ready();
        manager.Alive();
        manager.Stopping();
        var buffer = new byte[256];
        return [.. Enumerable.Range(0, 3).Select(_ => Encoding.UTF8.GetString(buffer, 0, listening.Receive(buffer)).Split('\n')[0])];
    }
}
