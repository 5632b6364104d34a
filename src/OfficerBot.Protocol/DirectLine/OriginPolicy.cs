using Microsoft.AspNetCore.Http;

namespace OfficerBot.Protocol.DirectLine;

/// <summary>
/// Which pages may use the service: its own, those of the setting, and (only while the setting names none) those of the token.
/// It is asked for sockets too, which CORS does not protect.
/// </summary>
internal sealed class OriginPolicy(DirectLineSettings settings)
{
    /// <summary>Sets the CORS headers for a page that may read the answer, errors included: a hidden 403 looks like a lost line to a client.</summary>
    public void Allow(HttpContext context, IReadOnlyList<string> tokenOrigins)
    {
        var headers = context.Response.Headers;
        headers.Vary = "Origin";
        if (OriginOf(context.Request) is not { } origin || !IsTrusted(context.Request, origin, tokenOrigins))
        {
            return;
        }

        headers.AccessControlAllowOrigin = origin;
        headers.AccessControlAllowCredentials = "true";
        headers.AccessControlExposeHeaders = "Retry-After";
    }

    /// <summary>Web Chat 4.18 sends x-requested-with, which Microsoft's own description of the service does not mention.</summary>
    public static void AnswerPreflight(HttpContext context)
    {
        var headers = context.Response.Headers;
        if (headers.AccessControlAllowOrigin.Count > 0)
        {
            headers.AccessControlAllowMethods = "GET, POST, OPTIONS";
            headers.AccessControlAllowHeaders = "authorization, content-type, x-ms-bot-agent, x-requested-with";
            headers.AccessControlMaxAge = "600";
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    /// <summary>
    /// False for a page that is not trusted. Callers without an Origin are no pages and pass, unless their token names its pages:
    /// then only a same-origin request of ours, for which browsers send none.
    /// </summary>
    public bool Admits(HttpRequest request, IReadOnlyList<string> tokenOrigins) => OriginOf(request) switch
    {
        { } origin => IsTrusted(request, origin, tokenOrigins),
        null => tokenOrigins.Count == 0 || settings.AllowedOrigins.Count > 0 || request.Headers["Sec-Fetch-Site"] == "same-origin",
    };

    private bool IsTrusted(HttpRequest request, string origin, IReadOnlyList<string> tokenOrigins)
    {
        if (settings.AllowedOrigins.Count > 0)
        {
            return IsListed(settings.AllowedOrigins, origin) || IsOwn(request, origin);
        }

        return tokenOrigins.Count > 0 ? IsListed(tokenOrigins, origin) : IsOwn(request, origin);
    }

    private static bool IsListed(IReadOnlyList<string> list, string origin) =>
        list.Any(known => string.Equals(known.TrimEnd('/'), origin, StringComparison.OrdinalIgnoreCase));

    /// <summary>By host and port only: behind a proxy the scheme is not always told.</summary>
    private bool IsOwn(HttpRequest request, string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var page)
        && (page.Authority == new Uri(PublicAddress.RootOf(request, settings)).Authority
            || string.Equals(page.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));

    private static string? OriginOf(HttpRequest request) =>
        request.Headers.Origin is [{ Length: > 0 } origin, ..] ? origin : null;
}
