namespace OfficerBot.Protocol;

/// <summary>
/// How many lines of one kind strangers can make us write: the first ones of a minute, and then one that says how many more there were. Whoever floods us
/// fills no disk with it, and no line that came alone is ever missing.
/// </summary>
/// <param name="most">Lines a minute.</param>
/// <param name="sumUp">Writes the line for so many that were left out.</param>
internal sealed class LogAllowance(TimeProvider machine, int most, Action<int> sumUp) : IDisposable
{
    private static readonly TimeSpan Span = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private DateTimeOffset _until;
    private int _written;
    private int _leftOut;
    private ITimer? _timer;

    /// <summary>True when one may be written now; otherwise it is counted, and told when the minute is over.</summary>
    public bool Take()
    {
        lock (_lock)
        {
            var now = machine.GetUtcNow();
            if (now >= _until || now < _until - Span) // a clock that went back
            {
                (_until, _written) = (now + Span, 0);
            }

            if (_written < most)
            {
                _written++;
                return true;
            }

            _leftOut++;
            _timer ??= machine.CreateTimer(_ => Tell(), null, _until - now, Timeout.InfiniteTimeSpan);
            return false;
        }
    }

    /// <summary>Tells what has not been told yet.</summary>
    public void Dispose() => Tell();

    private void Tell()
    {
        int count;
        lock (_lock)
        {
            count = _leftOut;
            _leftOut = 0;
            _timer?.Dispose();
            _timer = null;
        }

        if (count > 0)
        {
            sumUp(count);
        }
    }
}
