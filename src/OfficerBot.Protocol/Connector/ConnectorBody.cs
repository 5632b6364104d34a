using System.Text.Json;
using OfficerBot.Protocol.Activities;

namespace OfficerBot.Protocol.Connector;

/// <summary>Reads answers of services leniently: what has another form than expected is not there.</summary>
internal static class ConnectorBody
{
    /// <summary>A text member of the object; null when there is none.</summary>
    public static string? Text(ReadOnlySpan<byte> json, string name)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return null;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isIt = reader.ValueTextEquals(name);
                reader.Read();
                if (isIt)
                {
                    return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                }

                reader.Skip();
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // not JSON, cut off, or half a character: nothing to be read
        }

        return null;
    }

    /// <summary>
    /// The code of an error: <c>{"error":{"code":…}}</c>; Teams sometimes writes <c>{"errorCode":…}</c>, or puts the whole as text into
    /// <c>message</c>.
    /// </summary>
    public static string? ErrorCode(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body, ActivityJson.Reading);
            return Code(json.RootElement) ?? Inner(json.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Inner(JsonElement root)
    {
        var holder = Member(root, "error") ?? root;
        if (Member(holder, "message") is not { ValueKind: JsonValueKind.String } message || message.GetString() is not ['{', ..] text)
        {
            return null;
        }

        using var inner = JsonDocument.Parse(text, ActivityJson.Reading);
        return Code(inner.RootElement);
    }

    private static string? Code(JsonElement root) =>
        Printable(Member(root, "error") is { ValueKind: JsonValueKind.Object } error ? Member(error, "code") : Member(root, "errorCode") ?? Member(root, "code") ?? Member(root, "error"));

    private static JsonElement? Member(JsonElement root, string name) => root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var value) ? value : null;

    // It goes into the log: a name or a number, nothing that somebody could have made up at length.
    private static string? Printable(JsonElement? code)
    {
        var text = code is { ValueKind: JsonValueKind.String or JsonValueKind.Number } value ? value.ToString() : null;
        return text is { Length: > 0 and <= 80 } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.') ? text : null;
    }
}
