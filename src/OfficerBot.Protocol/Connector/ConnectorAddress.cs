using System.Text;

namespace OfficerBot.Protocol.Connector;

/// <summary>Addresses of the Connector REST API below a service address, whose own path is kept.</summary>
public static class ConnectorAddress
{
    /// <summary>
    /// <c>{serviceUrl}/v3/{parts}</c>, each part percent-encoded. Null when the service address is none, or holds a query or a fragment, or when a part is
    /// empty or nothing but dots, which addresses take for a step up, encoded or not.
    /// </summary>
    /// <param name="parts">Plain text; an id may hold any character.</param>
    public static Uri? Of(string? serviceUrl, params ReadOnlySpan<string> parts) => WithQuery(serviceUrl, "", parts);

    /// <summary>The same with a query.</summary>
    /// <param name="query">With its question mark, encoded; or empty.</param>
    public static Uri? WithQuery(string? serviceUrl, string query, params ReadOnlySpan<string> parts)
    {
        if (!Uri.TryCreate(serviceUrl, UriKind.Absolute, out var service) || service.Query.Length > 0 || service.Fragment.Length > 0)
        {
            return null;
        }

        var text = new StringBuilder(service.GetLeftPart(UriPartial.Path).TrimEnd('/')).Append("/v3");
        foreach (var part in parts)
        {
            if (part is "" or "." or "..")
            {
                return null;
            }

            text.Append('/').Append(Uri.EscapeDataString(part));
        }

        return Uri.TryCreate(text.Append(query).ToString(), UriKind.Absolute, out var address) ? address : null;
    }
}
