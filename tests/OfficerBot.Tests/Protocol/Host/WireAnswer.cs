using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace OfficerBot.Tests.Protocol.Host;

/// <summary>An answer, read to its end.</summary>
public sealed record WireAnswer(int Status, JsonObject Json, byte[] Bytes, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders)
{
    public string? this[string name] => Json[name]?.ToString();

    public string? ErrorCode => Json["error"]?["code"]?.ToString();

    public string? Header(string name) => Headers.TryGetValues(name, out var values) ? string.Join(",", values) : null;

    public static async Task<WireAnswer> ReadAsync(HttpResponseMessage response)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var isJson = response.Content.Headers.ContentType?.MediaType == "application/json";
        return new WireAnswer(
            (int)response.StatusCode,
            isJson ? JsonNode.Parse(bytes)!.AsObject() : [],
            bytes,
            response.Headers,
            response.Content.Headers);
    }
}
