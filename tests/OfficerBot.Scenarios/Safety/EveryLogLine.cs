using System.Collections.Concurrent;

namespace OfficerBot.Scenarios.Safety;

/// <summary>Keeps every line that is logged, of every category and level, whole: words, values and exceptions.</summary>
internal sealed class EveryLogLine : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    /// <summary>In the order of their coming.</summary>
    public IReadOnlyList<string> Lines => [.. _lines];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        _lines.Enqueue(state.ToString() ?? "");
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs.Select(p => $"{p.Key}={p.Value}")) : "";
        _lines.Enqueue($"{logLevel} {eventId} {formatter(state, exception)} {values} {exception}");
    }

    public void Dispose()
    {
        // Outlives the services it listens to.
    }
}
