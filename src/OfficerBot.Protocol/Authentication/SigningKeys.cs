using Microsoft.Extensions.Logging;

namespace OfficerBot.Protocol.Authentication;

/// <summary>
/// The keys of one issuer, kept for as long as nothing newer can be had. A key name that is not known makes it look once, and the request waits for that:
/// a channel does not send again what was answered 401, so the first message under a new key has to be right. IdentityModel's own ConfigurationManager
/// looks in the background and refuses meanwhile; it also reads the machine's clock.
/// </summary>
internal sealed partial class SigningKeys(Uri metadata, KeySource source, TimeProvider machine, ILogger logger)
{
    /// <summary>Between two looks for an unknown key name: a flood of made-up names costs two fetches a minute.</summary>
    internal static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <summary>Between two looks without cause. Microsoft asks for one a day at least.</summary>
    internal static readonly TimeSpan Age = TimeSpan.FromHours(12);

    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private volatile KeyRing? _ring;
    private Task _fetching = Task.CompletedTask;
    private DateTimeOffset _nextLook = DateTimeOffset.MinValue;
    private int _failures;

    /// <summary>The last good keys; null while there have never been any.</summary>
    public KeyRing? Ring => _ring;

    /// <summary>The ring to judge by: a newer one when this one does not know the key and a look is due; null when there has never been one.</summary>
    public async ValueTask<KeyRing?> RingForAsync(string? keyId, CancellationToken cancel)
    {
        if (_ring?.Find(keyId) is null && (keyId is not null || _ring is null))
        {
            await WaitedAsync(LookAgain(), cancel);
        }

        return _ring;
    }

    /// <summary>Keeps the keys fresh until it is cancelled, beginning now.</summary>
    public async Task KeepAsync(CancellationToken stop)
    {
        while (true)
        {
            await Fetch().WaitAsync(stop);
            await Task.Delay(_failures == 0 ? Age : Patience(), machine, stop);
        }
    }

    // A server that hangs must not hang the channels too, which give up after 15 s.
    private async Task WaitedAsync(Task look, CancellationToken cancel)
    {
        try
        {
            await look.WaitAsync(Wait, machine, cancel);
        }
        catch (TimeoutException)
        {
            // judged by what is there
        }
    }

    // Joins a fetch that is under way; does nothing when the last look was a moment ago.
    private Task LookAgain()
    {
        lock (_lock)
        {
            if (!_fetching.IsCompleted || machine.GetUtcNow() < _nextLook)
            {
                return _fetching;
            }

            _nextLook = machine.GetUtcNow() + (_ring is null ? Patience() : Pause);
            return Fetch();
        }
    }

    private Task Fetch()
    {
        lock (_lock)
        {
            return _fetching.IsCompleted ? _fetching = Task.Run(FetchAsync) : _fetching;
        }
    }

    private async Task FetchAsync()
    {
        try
        {
            var isFirst = _ring is null;
            _ring = await source.FetchAsync(metadata, CancellationToken.None); // whoever asked first may leave; the others wait on
            _failures = 0;
            if (isFirst)
            {
                LookWhenAsked();
            }
        }
        catch (Exception e) when (KeySource.IsFailure(e))
        {
            _failures++;
            FetchFailed(logger, metadata.Host, _ring is null ? "every token is refused" : "the last good keys stay", KindOf(e));
        }
    }

    private void LookWhenAsked()
    {
        lock (_lock)
        {
            _nextLook = DateTimeOffset.MinValue;
        }
    }

    // No more than the kind: it comes again every half minute while a network is down.
    private static string KindOf(Exception e) => e is HttpRequestException http ? $"{nameof(HttpRequestException)} {http.HttpRequestError} {(int?)http.StatusCode}" : e.GetType().Name;

    // Without keys nobody gets in, so the first looks come soon: 1, 2, 4 … 30 s.
    private TimeSpan Patience() => TimeSpan.FromSeconds(Math.Min(Pause.TotalSeconds, Math.Pow(2, Math.Min(_failures, 10))));

    [LoggerMessage(2201, LogLevel.Warning, "Signing keys of {Host} could not be fetched; {Consequence}: {Cause}")]
    private static partial void FetchFailed(ILogger logger, string host, string consequence, string cause);
}
