using System.Net.Http.Headers;

namespace OfficerBot.Protocol.Connector;

/// <summary>
/// One call of a channel's service: address checked, token along, bounded in time and size, and its end told in one word. A token that is refused is
/// replaced and the call made once more.
/// </summary>
/// <param name="http">On a handler of <see cref="GuardedConnect"/> for the same policy.</param>
public sealed class ConnectorCall(HttpMessageInvoker http, ServiceUrlPolicy policy, IAccessTokens tokens, TimeProvider machine)
{
    private const int MostBytes = 1024 * 1024;

    private static readonly string[] Correlations = ["X-Correlating-OperationId", "MS-CV"];
    private static readonly MediaTypeWithQualityHeaderValue Json = new("application/json");

    /// <summary>Who asks, on every call.</summary>
    internal static ProductInfoHeaderValue UserAgent { get; } = new("OfficerBot", "1.0");

    /// <summary>How long one try may take.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(30);

    /// <summary>Calls. Throws only when cancelled.</summary>
    /// <param name="body">JSON; null for none.</param>
    public async Task<ConnectorAnswer> SendAsync(HttpMethod method, Uri? address, ReadOnlyMemory<byte>? body, CancellationToken cancel)
    {
        if (address is null || !policy.Allows(address))
        {
            return Without(ConnectorOutcome.Forbidden);
        }

        try
        {
            var token = await tokens.GetAsync(cancel);
            var answer = await OnceAsync(method, address, body, token, cancel);
            if (token is null || answer.Outcome != ConnectorOutcome.Unauthorized)
            {
                return answer;
            }

            tokens.Drop(token);
            return await OnceAsync(method, address, body, await tokens.GetAsync(cancel), cancel);
        }
        catch (TokenUnavailableException)
        {
            return Without(ConnectorOutcome.NotSent); // logged where it was asked for
        }
    }

    private async Task<ConnectorAnswer> OnceAsync(HttpMethod method, Uri address, ReadOnlyMemory<byte>? body, string? token, CancellationToken cancel)
    {
        using var timeout = new CancellationTokenSource(Patience, machine);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, timeout.Token);
        using var content = body is { } bytes ? new ConnectorContent(bytes) : null;
        using var request = new HttpRequestMessage(method, address) { Content = content };
        request.Headers.Accept.Add(Json);
        request.Headers.UserAgent.Add(UserAgent);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        try
        {
            using var answer = await http.SendAsync(request, either.Token);
            return await ReadAsync(answer, either.Token);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return Without(OutcomeOf(e, content?.HasBegun ?? false)) with { Error = e.InnerException is ProxyRefusedException proxy ? $"Proxy{proxy.Status}" : null };
        }
    }

    // What is asked without a body changes nothing, or is harmless when done twice.
    private static ConnectorOutcome OutcomeOf(Exception cause, bool hasBegun) =>
        cause.InnerException is ForbiddenAddressException ? ConnectorOutcome.Forbidden
        : hasBegun ? ConnectorOutcome.Ambiguous
        : ConnectorOutcome.NotSent;

    private async Task<ConnectorAnswer> ReadAsync(HttpResponseMessage answer, CancellationToken cancel)
    {
        var outcome = OutcomeOf((int)answer.StatusCode);
        var body = await BodyAsync(answer, outcome, cancel);
        return outcome == ConnectorOutcome.Taken
            ? new(outcome, (int)answer.StatusCode, body)
            : new(outcome, (int)answer.StatusCode, body, ConnectorBody.ErrorCode(body), RetryAfter(answer), Correlation(answer));
    }

    // The status stands even when the body breaks off: a 200 was a 200.
    private static async Task<ReadOnlyMemory<byte>> BodyAsync(HttpResponseMessage answer, ConnectorOutcome outcome, CancellationToken cancel)
    {
        if (answer.Content.Headers.ContentLength == 0)
        {
            return default;
        }

        try
        {
            return await LimitedBody.ReadAsync(answer.Content, MostBytes, cancel) ?? default;
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && outcome == ConnectorOutcome.Taken))
        {
            return default;
        }
    }

    private static ConnectorOutcome OutcomeOf(int status) => status switch
    {
        >= 200 and < 300 => ConnectorOutcome.Taken,
        401 => ConnectorOutcome.Unauthorized,
        412 => ConnectorOutcome.Conflict,
        429 => ConnectorOutcome.Throttled,
        500 => ConnectorOutcome.Faulty,
        408 or 502 or 503 or 504 => ConnectorOutcome.Unavailable,
        _ => ConnectorOutcome.Refused,
    };

    private TimeSpan? RetryAfter(HttpResponseMessage answer)
    {
        var told = answer.Headers.RetryAfter?.Delta ?? (answer.Headers.RetryAfter?.Date - machine.GetUtcNow());
        return told < TimeSpan.Zero ? TimeSpan.Zero : told;
    }

    private static string? Correlation(HttpResponseMessage answer)
    {
        var ids = Correlations
            .SelectMany(n => answer.Headers.TryGetValues(n, out var values) ? values.Take(1) : [])
            .Where(v => v.Length <= 100 && v.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '+' or '/' or '='));
        return string.Join(' ', ids) is { Length: > 0 } all ? all : null;
    }

    private static ConnectorAnswer Without(ConnectorOutcome outcome) => new(outcome, 0, default);
}
