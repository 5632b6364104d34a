using Microsoft.AspNetCore.Http;

namespace OfficerBot.Protocol.DirectLine;

/// <summary>How the client reaches this service: from the setting, else from the request, in which the host has put what a proxy it knows has told.</summary>
internal static class PublicAddress
{
    /// <summary>Scheme, host and path base, without a slash at the end.</summary>
    public static string RootOf(HttpRequest request, DirectLineSettings settings)
    {
        if (settings.PublicUrl is { } fixedUrl)
        {
            return fixedUrl.GetLeftPart(UriPartial.Path).TrimEnd('/');
        }

        return $"{(request.IsHttps ? "https" : "http")}://{request.Host.Value}{request.PathBase}";
    }

    /// <summary>A page on https may not open ws://, so the scheme follows the page's.</summary>
    public static string StreamOf(string root, string conversationId, string token, string watermark) =>
        $"ws{root["http".Length..]}{DirectLineEndpoints.Base}/conversations/{Uri.EscapeDataString(conversationId)}/stream?watermark={watermark}&t={token}";
}
