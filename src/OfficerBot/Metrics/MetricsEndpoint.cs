using System.Net;
using System.Security.Cryptography;
using System.Text;
using OfficerBot.Settings;

namespace OfficerBot.Metrics;

/// <summary>
/// <c>GET /metrics</c>. With a token set, whoever shows it may read, and nobody else. Without one, only who asks this machine by a loopback address, and
/// only while no public address is set: behind a proxy every caller looks like this machine. To others there is nothing here (404).
/// </summary>
internal sealed class MetricsEndpoint(MetricsBook book, OfficerBotSettings settings)
{
    /// <summary>Answers it.</summary>
    public IResult Answer(HttpContext http) => MayRead(http) ? Results.Text(book.Write(), PrometheusText.ContentType) : Results.NotFound();

    /// <summary>True for who may see how the service fares inside.</summary>
    public bool MayRead(HttpContext http) => settings.MetricsToken is { } token ? Shows(http.Request, token) : IsLocal(http);

    private static bool Shows(HttpRequest request, string token) =>
        request.Headers.Authorization is [['B' or 'b', 'e', 'a', 'r', 'e', 'r', ' ', .. var shown]]
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(shown.Trim())), SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private bool IsLocal(HttpContext http) => settings.PublicUrl is null
        && http.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from)
        && (http.Request.Host.Host == "localhost" || (IPAddress.TryParse(http.Request.Host.Host.Trim('[', ']'), out var asked) && IPAddress.IsLoopback(asked)))
        && http.Request.Headers.Origin.Count == 0;
}
