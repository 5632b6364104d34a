using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;
using OfficerBot.Protocol.Activities;

namespace OfficerBot.Protocol.Authentication;

/// <summary>
/// Tells who calls <c>POST /api/messages</c>, in the order of checks that the Bot Framework's authentication reference gives. Whatever it cannot prove it
/// refuses; when the keys have never been had it answers 503, for then nobody's token is at fault.
/// </summary>
public sealed class ChannelAuthenticator : IDisposable
{
    private static readonly Authentication Anybody = new Authentication.Accepted(new Caller(null, _ => null) { IsProved = false });

    private readonly AuthenticationSettings _settings;
    private readonly TimeProvider _machine;
    private readonly CheckList _checks;
    private readonly Refusals _refusals;
    private readonly KeySource _source;
    private readonly TokenPath _channel;
    private readonly IReadOnlyList<TokenPath> _paths;

    /// <summary>One for the life of the service.</summary>
    public ChannelAuthenticator(AuthenticationSettings settings, TimeProvider machine, ILogger<ChannelAuthenticator> logger, IMeterFactory meters)
        : this(settings, machine, logger, meters, new CheckList())
    {
    }

    /// <param name="checks">Not all of them only in the test that shows that each is needed.</param>
    internal ChannelAuthenticator(
        AuthenticationSettings settings, TimeProvider machine, ILogger<ChannelAuthenticator> logger, IMeterFactory meters, CheckList checks)
    {
        (_settings, _machine, _checks) = (settings, machine, checks);
        _refusals = new(logger, meters, machine);
        _source = new(settings.Proxy);
        _channel = Path(settings.Channel, false, logger);
        _paths = settings.AllowEmulator || settings.AllowedCallers.Count > 0 ? [_channel, Path(settings.Entra, true, logger)] : [_channel];
    }

    /// <summary>True while it takes anybody's word; then the door itself has to see to it that only this machine calls.</summary>
    public bool IsAnonymous => _settings.IsAnonymous;

    /// <summary>True when tokens can be judged: the channel's keys were had, or none are needed.</summary>
    public bool KeysAreKnown => IsAnonymous || _settings.AppId is null || _channel.Keys.Ring is not null;

    /// <summary>Keeps the keys fresh until it is cancelled, beginning now. Failures are logged, and tried again.</summary>
    public Task KeepKeysAsync(CancellationToken stop) =>
        IsAnonymous || _settings.AppId is null ? Task.CompletedTask : Task.WhenAll(_paths.Select(p => p.Keys.KeepAsync(stop)));

    /// <summary>Reads and checks the token. Never throws for input.</summary>
    /// <param name="authorization">The <c>Authorization</c> headers of the request as they came.</param>
    public async ValueTask<Authentication> AuthenticateAsync(StringValues authorization, CancellationToken cancel)
    {
        if (IsAnonymous)
        {
            return Anybody;
        }

        if (_settings.AppId is null)
        {
            return _refusals.Of("closed", 401, null);
        }

        if (Presented.Of(authorization) is not { } presented)
        {
            return _refusals.Of("no-token", 401, null);
        }

        if (_checks.FirstUnmet(CheckList.Headers, presented) is { } unmet)
        {
            return _refusals.Of(unmet.Reason, unmet.Status, null);
        }

        return UnprovedToken.Read(presented.Token) is { } token ? await ProveAsync(token, cancel) : _refusals.Of("not-a-token", 401, null);
    }

    public void Dispose()
    {
        _refusals.Dispose();
        _source.Dispose();
    }

    private async ValueTask<Authentication> ProveAsync(UnprovedToken token, CancellationToken cancel)
    {
        var path = _paths.FirstOrDefault(p => p.Issuer.Names.Contains(token.Issuer, StringComparer.Ordinal));
        var evidence = new Evidence { Settings = _settings, Token = token, Now = _machine.GetUtcNow().ToUnixTimeSeconds(), Path = path };
        if (_checks.FirstUnmet(CheckList.Tokens, evidence) is { } unmet)
        {
            return Refuse(unmet, evidence);
        }

        path ??= _channel;
        if (await path.Keys.RingForAsync(token.KeyId, cancel) is not { } ring)
        {
            return _refusals.Of("keys-unavailable", 503, token);
        }

        return ring.Find(token.KeyId) is { } key ? Prove(evidence with { Path = path, Ring = ring, Key = key }, path) : _refusals.Of("unknown-key", 401, token);
    }

    private Authentication Prove(Evidence evidence, TokenPath path)
    {
        var unmet = _checks.FirstUnmet(CheckList.Keys, evidence) ?? (path.IsEntra ? _checks.FirstUnmet(CheckList.Entra, evidence) : null);
        return unmet is null
            ? new Authentication.Accepted(new Caller(path.IsEntra ? $"urn:botframework:aadappid:{evidence.CallingApp}" : _settings.CallerId, a => Judge(evidence, a)))
            : Refuse(unmet, evidence);
    }

    private Authentication.Refused? Judge(Evidence evidence, Activity activity) =>
        _checks.FirstUnmet(CheckList.Activities, evidence with { Activity = activity }) is { } unmet ? Refuse(unmet, evidence) : null;

    private Authentication.Refused Refuse(Check unmet, Evidence evidence) => _refusals.Of(unmet.Reason, unmet.Status, evidence.Token);

    private TokenPath Path(TokenIssuer issuer, bool isEntra, ILogger logger) => new(issuer, isEntra, new SigningKeys(issuer.Metadata, _source, _machine, logger));
}
