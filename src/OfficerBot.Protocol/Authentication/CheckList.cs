using OfficerBot.Protocol.Activities;

namespace OfficerBot.Protocol.Authentication;

/// <summary>
/// Every check there is, in the order they are made: cheap ones first, the signature before anything is believed, the activity last. A test takes each one
/// out in turn and shows that something bad then gets in; nothing else can. What cannot be taken out is not here: a token that cannot be read, and a key
/// name that nobody published, without which there is nothing to check a signature with.
/// </summary>
internal sealed class CheckList
{
    /// <summary>Longest token, in characters. A channel's has some 800, an Entra token with roles some 2,000.</summary>
    internal const int LongestToken = 4096;

    /// <summary>How far clocks may differ, in seconds.</summary>
    internal const long Skew = 5 * 60;

    /// <summary>Longest remaining life of a token, in seconds: managed identities get 24 hours.</summary>
    internal const long LongestLife = 24 * 60 * 60;

    private const int ShortestKey = 2048;

    /// <summary>Of the header, before anything is parsed.</summary>
    public static readonly IReadOnlyList<Check<Presented>> Headers =
    [
        new("several-authorizations", 401, p => p.Count == 1),
        new("not-bearer", 401, p => p.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)),
        new("too-long", 401, p => p.Token.Length <= LongestToken),
    ];

    /// <summary>Of the token, by what it says of itself; no address is asked before all of these hold.</summary>
    public static readonly IReadOnlyList<Check<Evidence>> Tokens =
    [
        new("not-canonical", 401, e => e.Token.IsCanonical),
        new("duplicate-names", 401, e => !e.Token.HasDuplicateNames),
        new("algorithm", 401, e => e.Token.Algorithm is "RS256" or "RS384" or "RS512"),
        new("own-key", 401, e => !e.Token.BringsKeysOrExtensions),
        new("unknown-issuer", 401, e => e.Path is not null),
        new("no-expiry", 401, e => e.Token.Expires is not null),
        new("expired", 401, e => !(e.Token.Expires <= e.Now - Skew)),
        new("not-yet", 401, e => !(e.Token.NotBefore > e.Now + Skew)),
        new("lives-too-long", 401, e => !(e.Token.Expires > e.Now + LongestLife + Skew)),
    ];

    /// <summary>Of the key the token names, and that it signed. From here on the token is believed.</summary>
    public static readonly IReadOnlyList<Check<Evidence>> Keys =
    [
        new("other-algorithm", 401, e => e.Token.Algorithm is { } used && e.Ring!.Announces(used) && (e.Key!.Algorithm ?? used) == used), // both have been found
        new("key-use", 401, e => e.Key!.Use is null or "sig"), // the same
        new("weak-key", 401, e => e.Key!.Rsa.KeySize >= ShortestKey), // the same
        new("bad-signature", 401, e => e.Key!.HasSigned(e.Token)), // the same
        new("other-audience", 401, e => e.Token.Audiences.Any(a => AppIds.AreSame(a, e.Settings.AppId))),
    ];

    /// <summary>Of whoever calls with an Entra token.</summary>
    public static readonly IReadOnlyList<Check<Evidence>> Entra =
    [
        new("no-version", 401, e => e.Token.Version is "1.0" or "2.0"),
        new("other-tenant", 401, e => e.Token is { Tenant: { Length: > 0 } tenant, Issuer: { } issuer } && issuer.Split('/').Contains(tenant, StringComparer.OrdinalIgnoreCase)),
        new("unknown-caller", 403, e => (e.Settings.AllowEmulator && e.IsEmulator) || e.Settings.AllowedCallers.Any(a => AppIds.AreSame(e.CallingApp, a))),
    ];

    /// <summary>Of the activity that is brought.</summary>
    public static readonly IReadOnlyList<Check<Evidence>> Activities =
    [
        new("service-url", 403, e => e.Path is { IsEntra: true } || (e.Token.ServiceUrl is { Length: > 0 } claimed && IsSameAddress(claimed, e.Activity?.ServiceUrl))),
        new("emulator-address", 403, e => !e.IsEmulator || AddressOf(e.Activity) is { IsLoopback: true }),
        new("unknown-address", 403, e => e.IsEmulator || (AddressOf(e.Activity) is { } address && e.Settings.ServiceUrls.Allows(address))),
        new("not-endorsed", 403, IsEndorsed),
        new("tenant", 403, HasAllowedTenant),
    ];

    private readonly IReadOnlySet<string> _without;

    /// <param name="without">Reasons of the checks that are left out; only the test has any.</param>
    public CheckList(params IEnumerable<string> without) => _without = without.ToHashSet();

    /// <summary>All of them.</summary>
    public static IEnumerable<Check> All => [.. Headers, .. Tokens, .. Keys, .. Entra, .. Activities];

    /// <summary>Whether the check is made.</summary>
    public bool Has(Check check) => !_without.Contains(check.Reason);

    /// <summary>The first check that is not met, or null.</summary>
    public Check? FirstUnmet<T>(IReadOnlyList<Check<T>> checks, T known)
    {
        foreach (var check in checks)
        {
            if (!check.IsMet(known) && Has(check))
            {
                return check;
            }
        }

        return null;
    }

    // A slash at the end is the one difference services make.
    private static bool IsSameAddress(string claimed, string? named) =>
        named is { Length: > 0 } && WithoutSlash(claimed).Equals(WithoutSlash(named), StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> WithoutSlash(string address) => address.AsSpan() is [.. var before, '/'] ? before : address;

    private static Uri? AddressOf(Activity? activity) =>
        Uri.TryCreate(activity?.ServiceUrl, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;

    private static bool IsEndorsed(Evidence e) => e.Path is { IsEntra: true } || e.Settings.Endorsements switch
    {
        EndorsementRule.Off => true,
        EndorsementRule.WhenPresent when e.Key!.Endorsements is null => true,
        _ => e.Activity?.ChannelId is { } channel && e.Key!.Endorsements?.Contains(Channels.WithoutSubChannel(channel), StringComparer.Ordinal) == true,
    };

    // Where an activity names its tenant twice, both count.
    private static bool HasAllowedTenant(Evidence e)
    {
        if (e.Settings.AllowedTenants.Count == 0)
        {
            return true;
        }

        string?[] named = [e.Activity?.Conversation?.TenantId, TenantOfChannelData(e.Activity)];
        return named.Any(t => t is not null) && named.All(t => t is null || e.Settings.AllowedTenants.Contains(t, StringComparer.OrdinalIgnoreCase));
    }

    private static string? TenantOfChannelData(Activity? activity) => activity?.ChannelData is { ValueKind: System.Text.Json.JsonValueKind.Object } data
        && data.TryGetProperty("tenant", out var tenant) && tenant.ValueKind == System.Text.Json.JsonValueKind.Object
        && tenant.TryGetProperty("id", out var id) && id.ValueKind == System.Text.Json.JsonValueKind.String
            ? id.GetString()
            : null;
}
