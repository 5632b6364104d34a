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
        return held is not null && now < held.RenewAt ? new(held.Value) : Renewed(now, cancel);
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

    // What was read without the lock may be old: a renewal can have ended since, and must not be asked for again.
    private ValueTask<string?> Renewed(DateTimeOffset now, CancellationToken cancel)
    {
        Task<string> asking;
        string? old;
        lock (_lock)
        {
            old = now < _held?.Ends ? _held.Value : null;
            if (now < _held?.RenewAt)
            {
                return new(old);
            }

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
        catch
        {
            Keep(null, null);
            throw;
        }
    }

    // The end of asking and what came of it are seen together: between the two somebody would ask again, or be given a token that was dropped meanwhile.
    private void Keep(FreshToken? fresh, TokenUnavailableException? why)
    {
        lock (_lock)
        {
            var now = machine.GetUtcNow();
            _asking = null;
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
