using Microsoft.Extensions.Logging;

namespace OfficerBot.Protocol.Connector;

/// <summary>
/// Keeps the token of one app for one scope. It is renewed five minutes before its end (at half its life when that is sooner) while the old one goes on
/// serving; whoever asks meanwhile shares one request. After a refusal that only the operator can mend nobody asks again for a minute.
/// </summary>
/// <param name="wait">How long to wait after so many tries; null: as <see cref="Backoff"/> says.</param>
public sealed partial class AccessTokens(ITokenAuthority authority, TimeProvider machine, ILogger<AccessTokens> log, Func<int, TimeSpan>? wait = null)
    : IAccessTokens, IDisposable
{
    private const int MostTries = 4; // one and three more

    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan AfterRefusal = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    private readonly Func<int, TimeSpan> _wait = wait ?? (tries => Backoff.After(tries, TimeSpan.FromMilliseconds(500)));
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _end = new();
    private Held? _held;
    private Task<string>? _asking;
    private (DateTimeOffset Until, TokenUnavailableException Why)? _pause;

    /// <inheritdoc/>
    public ValueTask<string?> GetAsync(CancellationToken cancel)
    {
        var held = Volatile.Read(ref _held);
        var now = machine.GetUtcNow();
        if (held is not null && now < held.RenewAt)
        {
            return new(held.Value);
        }

        return Renewed(held is not null && now < held.Ends ? held.Value : null, now, cancel);
    }

    /// <inheritdoc/>
    public void Drop(string token)
    {
        lock (_lock)
        {
            _held = _held?.Value == token ? null : _held;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _end.Cancel();
        _end.Dispose();
    }

    private ValueTask<string?> Renewed(string? old, DateTimeOffset now, CancellationToken cancel)
    {
        Task<string> asking;
        lock (_lock)
        {
            if (_asking is null && _pause is { } pause && now < pause.Until)
            {
                return old is not null ? new(old) : throw new TokenUnavailableException(pause.Why.Message, pause.Why.IsPermanent, pause.Why);
            }

            asking = _asking ??= Task.Run(() => AskAsync(_end.Token), CancellationToken.None);
        }

        return old is not null ? new(old) : new(WaitAsync(asking, cancel));
    }

    private static async Task<string?> WaitAsync(Task<string> asking, CancellationToken cancel) => await asking.WaitAsync(cancel);

    private async Task<string> AskAsync(CancellationToken cancel)
    {
        try
        {
            var fresh = await PatientlyAsync(cancel);
            Keep(fresh, null);
            return fresh.Value;
        }
        catch (TokenUnavailableException e)
        {
            Keep(null, e);
            NoToken(log, e.IsPermanent ? "mend the BotFramework settings" : "it is tried again", e.Message);
            throw;
        }
        finally
        {
            lock (_lock)
            {
                _asking = null;
            }
        }
    }

    private void Keep(FreshToken? fresh, TokenUnavailableException? why)
    {
        lock (_lock)
        {
            var now = machine.GetUtcNow();
            _pause = why is null ? null : (now + (why.IsPermanent ? AfterRefusal : AfterFailure), why);
            if (fresh is not null)
            {
                _held = new(fresh.Value, now + Longer(fresh.Life - Early, fresh.Life / 2), now + fresh.Life);
            }
        }
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private async Task<FreshToken> PatientlyAsync(CancellationToken cancel)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await authority.AskAsync(cancel);
            }
            catch (TokenUnavailableException e) when (!e.IsPermanent && tries < MostTries)
            {
                await Task.Delay(_wait(tries), machine, cancel);
            }
        }
    }

    [LoggerMessage(2201, LogLevel.Error, "No access token for channels; {Next}. {Why}")]
    private static partial void NoToken(ILogger log, string next, string why);

    private sealed record Held(string Value, DateTimeOffset RenewAt, DateTimeOffset Ends);
}
