using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OfficerBot.Tests.Protocol.Host;
using OfficerBot.Wiring;

namespace OfficerBot.Tests.Wiring;

/// <summary>The log for people.</summary>
public sealed class LogsTests
{
    [Fact]
    public void An_event_is_one_line_with_UTC_time_level_and_id()
    {
        var written = Written("Job {0} failed.");
        written.Should().MatchRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z WRN 201 OfficerBot\.Jobs: Job \{0\} failed\.\n$");
    }

    [Fact]
    public void What_would_end_a_line_or_colour_a_terminal_cannot_pass_for_an_event()
    {
        var written = Written("one\r\n2026-01-01T00:00:00.000Z INF 901 forged\u001b[31mred\u2028\u0085end");
        written.Split('\n')[1].Should().StartWith("    2026");
        written.Should().NotContainAny("\r", "\u001b", "\u2028", "\u0085").And.Contain("\\u001b[31mred");
    }

    private static string Written(string words)
    {
        using var to = new StringWriter();
        var entry = new LogEntry<string>(LogLevel.Warning, "OfficerBot.Jobs", new EventId(201), words, null, (state, _) => state);
        new PlainLines(new MachineClock()).Write(entry, null, to);
        return to.ToString();
    }
}
