using Microsoft.Extensions.Logging.Console;

namespace OfficerBot.Wiring;

/// <summary>
/// The log: stderr, UTC, one event a line. <c>Logging:Console:FormatterName</c> chooses: <c>plain</c> for people (default), the framework's <c>json</c> for
/// machines, its <c>systemd</c> for the journal.
/// </summary>
internal static class Logs
{
    private const string Utc = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>Sets it up; what the configuration says goes before.</summary>
    public static void Write(WebApplicationBuilder builder)
    {
        builder.Logging.AddConsole(o =>
        {
            o.LogToStandardErrorThreshold = LogLevel.Trace; // stdout is for results
            o.FormatterName = builder.Configuration["Logging:Console:FormatterName"] ?? PlainLines.FormatterName;
        });
        builder.Logging.AddConsoleFormatter<PlainLines, ConsoleFormatterOptions>();
        builder.Services.PostConfigure<JsonConsoleFormatterOptions>(o => (o.UseUtcTimestamp, o.TimestampFormat) = (true, Utc));
        builder.Services.PostConfigure<ConsoleFormatterOptions>(o => (o.UseUtcTimestamp, o.TimestampFormat) = (true, Utc));
    }
}
