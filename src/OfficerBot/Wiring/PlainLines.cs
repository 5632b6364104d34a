using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace OfficerBot.Wiring;

/// <summary>
/// The log for people: <c>2026-01-02T03:04:05.678Z WRN 201 OfficerBot.Jobs.Pulse: words</c>. Further lines of an event are indented, and control
/// characters written out, so that nothing logged can pass for an event of its own or reach the terminal.
/// </summary>
internal sealed class PlainLines(TimeProvider machine) : ConsoleFormatter(FormatterName)
{
    /// <summary>Its name in the configuration.</summary>
    public const string FormatterName = "plain";

    /// <inheritdoc/>
    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        textWriter.Write(machine.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        textWriter.Write($" {Word(logEntry.LogLevel)} {logEntry.EventId.Id} {logEntry.Category}: ");
        Clean(logEntry.Formatter(logEntry.State, logEntry.Exception), textWriter);
        if (logEntry.Exception is { } cause)
        {
            Clean("\n" + cause, textWriter);
        }

        textWriter.Write('\n');
    }

    private static void Clean(string words, TextWriter to)
    {
        foreach (var c in words)
        {
            if (c == '\n')
            {
                to.Write("\n    ");
            }
            else if (char.IsControl(c) || c is '\u2028' or '\u2029')
            {
                to.Write(c == '\r' ? "" : $"\\u{(int)c:x4}");
            }
            else
            {
                to.Write(c);
            }
        }
    }

    private static string Word(LogLevel level) => level switch
    {
        LogLevel.Trace => "TRC",
        LogLevel.Debug => "DBG",
        LogLevel.Information => "INF",
        LogLevel.Warning => "WRN",
        LogLevel.Error => "ERR",
        LogLevel.Critical => "CRT",
        _ => "???",
    };
}
