namespace OfficerBot.Protocol.Connector;

/// <summary>
/// The hosts we call outside, and nobody else: a service address is what a stranger's message may name. https, a DNS name of the list, the default
/// port, no user-info; beside them, for tests and emulators, loopback addresses exactly as configured.
/// </summary>
public sealed class ServiceUrlPolicy
{
    private readonly HashSet<string> _hosts = new(StringComparer.Ordinal);
    private readonly List<string> _parents = []; // ".botframework.com"
    private readonly HashSet<(string Scheme, string Host, int Port)> _loopback = [];
    private readonly bool _anyLoopback;

    /// <summary>Makes a policy. Entries that <see cref="ProblemOf"/> has something against are left out.</summary>
    /// <param name="entries">Hosts (<c>smba.trafficmanager.net</c>, <c>*.botframework.com</c>) or whole addresses, whose path does not matter.</param>
    /// <param name="anyLoopback">Also every loopback address, whatever its port: only where nothing secret is ever sent.</param>
    public ServiceUrlPolicy(IEnumerable<string> entries, bool anyLoopback = false)
    {
        _anyLoopback = anyLoopback;
        foreach (var entry in entries.Where(e => ProblemOf(e) is null))
        {
            Add(entry);
        }
    }

    /// <summary>Hosts from which channels of the Bot Framework are served, in every cloud. trafficmanager.net is shared by many: one exact name of it.</summary>
    public static IReadOnlyList<string> MicrosoftHosts { get; } =
    [
        "smba.trafficmanager.net", "*.botframework.com", "*.teams.microsoft.com", "*.teams.microsoft.us", "*.botframework.azure.us", "*.botframework.azure.cn",
    ];

    /// <summary>Hosts that keep files people send: where a Teams file's <c>downloadUrl</c> points. They never get our token.</summary>
    public static IReadOnlyList<string> MicrosoftFileHosts { get; } =
        ["*.sharepoint.com", "*.sharepoint.us", "*.sharepoint-mil.us", "*.sharepoint.cn", "*.asm.skype.com", "*.attachments.teams.microsoft.com"];

    /// <summary>The policy for service addresses: Microsoft's hosts and what the operator adds.</summary>
    public static ServiceUrlPolicy ForServices(IEnumerable<string> configured, bool anyLoopback = false) => new([.. MicrosoftHosts, .. configured], anyLoopback);

    /// <summary>The policy for files people send: <see cref="ForServices"/> and Microsoft's file hosts.</summary>
    public static ServiceUrlPolicy ForFiles(IEnumerable<string> configured, bool anyLoopback = false) =>
        new([.. MicrosoftHosts, .. MicrosoftFileHosts, .. configured], anyLoopback);

    /// <summary>What is wrong with a configured entry, as the end of a sentence for the operator; null when nothing is.</summary>
    public static string? ProblemOf(string entry)
    {
        if (!entry.Contains("://", StringComparison.Ordinal))
        {
            var name = entry.StartsWith("*.", StringComparison.Ordinal) ? entry[2..] : entry;
            return name.Contains('.', StringComparison.Ordinal) && Uri.CheckHostName(name) == UriHostNameType.Dns ? null : "it must be a host's name or a whole address";
        }

        if (!Uri.TryCreate(entry, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http") || uri.UserInfo.Length > 0)
        {
            return "it must be a whole address that begins with https:// and names no user";
        }

        return uri.IsLoopback || (uri.Scheme == "https" && uri.IsDefaultPort && uri.HostNameType == UriHostNameType.Dns)
            ? null
            : "except on this machine it must begin with https://, name a host and no port";
    }

    /// <summary>The address when it may be called; null otherwise, also for text that is no address.</summary>
    public Uri? Allowed(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && Allows(uri) ? uri : null;

    /// <summary>True when this address may be called. Ask again at each redirect and each time a kept address is used.</summary>
    public bool Allows(Uri address)
    {
        if (!address.IsAbsoluteUri || address.UserInfo.Length > 0)
        {
            return false;
        }

        return AllowsLoopback(address) || (address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort && address.HostNameType == UriHostNameType.Dns && Names(NameOf(address)));
    }

    /// <summary>True when a connection to a loopback address is one that configuration names.</summary>
    internal bool AllowsLoopback(Uri address) =>
        address.Scheme is "http" or "https" && address.IsLoopback && (_anyLoopback || _loopback.Contains((address.Scheme, NameOf(address), address.Port)));

    private bool Names(string host) => _hosts.Contains(host) || _parents.Exists(p => host.Length > p.Length && host.EndsWith(p, StringComparison.Ordinal));

    private void Add(string entry)
    {
        if (entry.StartsWith("*.", StringComparison.Ordinal))
        {
            _parents.Add(entry[1..].ToLowerInvariant());
            return;
        }

        var uri = new Uri(entry.Contains("://", StringComparison.Ordinal) ? entry : "https://" + entry);
        if (uri.IsLoopback)
        {
            _loopback.Add((uri.Scheme, NameOf(uri), uri.Port));
            return;
        }

        _hosts.Add(NameOf(uri));
    }

    private static string NameOf(Uri address) => address.IdnHost.ToLowerInvariant().TrimEnd('.');
}
