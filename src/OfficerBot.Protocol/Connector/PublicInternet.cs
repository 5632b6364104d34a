using System.Net;
using System.Net.Sockets;

namespace OfficerBot.Protocol.Connector;

/// <summary>Which IP addresses lie in the public internet. Everything not known to do so does not: machines beside us, this one, clouds' metadata.</summary>
public static class PublicInternet
{
    private static readonly IPNetwork[] Inner4 =
    [
        IPNetwork.Parse("0.0.0.0/8"), IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("100.64.0.0/10"), // the last also holds a cloud's metadata at 100.100.100.200
        IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("169.254.0.0/16"), IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.0.0.0/24"),
        IPNetwork.Parse("192.0.2.0/24"), IPNetwork.Parse("192.88.99.0/24"), IPNetwork.Parse("192.168.0.0/16"), IPNetwork.Parse("198.18.0.0/15"),
        IPNetwork.Parse("198.51.100.0/24"), IPNetwork.Parse("203.0.113.0/24"), IPNetwork.Parse("224.0.0.0/3"),
    ];

    // 2001::/23 holds Teredo, 2002::/16 is 6to4: both carry an IPv4 address that may be an inner one.
    private static readonly IPNetwork Global6 = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] Inner6 =
        [IPNetwork.Parse("2001::/23"), IPNetwork.Parse("2001:db8::/32"), IPNetwork.Parse("2002::/16"), IPNetwork.Parse("3fff::/20")];

    /// <summary>True for an address of the public internet.</summary>
    public static bool Holds(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily == AddressFamily.InterNetwork
            ? !Array.Exists(Inner4, n => n.Contains(plain))
            : Global6.Contains(plain) && !Array.Exists(Inner6, n => n.Contains(plain));
    }
}
