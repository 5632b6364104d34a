using Microsoft.AspNetCore.Http;

namespace OfficerBot.Protocol.DirectLine;

/// <summary>How the client reaches this service: from the setting, else from the proxy's headers, else from the request.</summary>
internal static class PublicAddress
{
    /// <summary>Scheme, host and path base, without a slash at the end.</summary>
    public static string RootOf(HttpRequest request, DirectLineSettings settings)
    {
        if (settings.PublicUrl is { } fixedUrl)
        {
            return fixedUrl.GetLeftPart(UriPartial.Path).TrimEnd('/');
        }

        var scheme = First(request, "X-Forwarded-Proto") is ("https" or "http") and var forwarded ? forwarded : request.Scheme;
        var host = First(request, "X-Forwarded-Host") is { } name && IsHost(name) ? name : request.Host.Value;
        return $"{scheme}://{host}{request.PathBase}";
    }

    /// <summary>A page on https may not open ws://, so the scheme follows the page's.</summary>
    public static string StreamOf(string root, string conversationId, string token, string watermark) =>
        $"ws{root["http".Length..]}{DirectLineEndpoints.Base}/conversations/{Uri.EscapeDataString(conversationId)}/stream?watermark={watermark}&t={token}";

    private static string? First(HttpRequest request, string header) =>
        request.Headers[header].ToString().Split(',')[0].Trim() is { Length: > 0 } value ? value : null;

    private static bool IsHost(string text) =>
        Uri.TryCreate($"http://{text}/", UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0 && uri.PathAndQuery == "/";
}
