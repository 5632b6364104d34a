using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace OfficerBot.Wiring;

/// <summary>
/// Whose word is taken on where a request really came from (X-Forwarded-For, -Proto, -Host): that of the listed proxies, nobody else's. A chain is walked
/// from its near end and believed up to the first address that is not listed.
/// </summary>
internal static class Proxies
{
    /// <summary>This machine, where a TLS proxy usually runs.</summary>
    public static IReadOnlyList<string> Default { get; } = ["127.0.0.0/8", "::1"];

    /// <summary>True for an address, or a network such as <c>10.1.0.0/16</c>.</summary>
    public static bool IsOne(string text) => IPNetwork.TryParse(text, out _) || IPAddress.TryParse(text, out _);

    /// <summary>What the framework is told.</summary>
    public static ForwardedHeadersOptions Known(IReadOnlyList<string> proxies)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.All & ~ForwardedHeaders.XForwardedPrefix, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
        {
            if (IPNetwork.TryParse(proxy, out var network))
            {
                options.KnownIPNetworks.Add(network);
            }
            else
            {
                options.KnownProxies.Add(IPAddress.Parse(proxy));
            }
        }

        return options;
    }
}
