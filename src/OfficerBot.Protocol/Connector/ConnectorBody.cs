using System.Text;
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
    /// The code of an error: <c>{"error":{"code":…}}</c>. Teams also writes <c>{"errorCode":209,"message":"{\"subCode\":\"MessageWritesBlocked\",…}"}</c>, for a
    /// person who has blocked the bot or uninstalled it; there the word is the code, and not the number.
    /// </summary>
    public static string? ErrorCode(ReadOnlyMemory<byte> body)
    {
        if (Parsed(body) is not { } json)
        {
            return null;
        }

        try
        {
            var code = Code(json.RootElement);
            return Inner(json.RootElement, code is null) ?? code;
        }
        catch (InvalidOperationException)
        {
            return null; // half a character, found only on reading
        }
        finally
        {
            json.Dispose();
        }
    }

    // What stands inside the message: its subCode always, any other code only where nothing stands outside.
    private static string? Inner(JsonElement root, bool anyCode)
    {
        var message = Member(Member(root, "error") ?? root, "message") ?? Member(root, "message");
        if (message is { ValueKind: JsonValueKind.Object } inside)
        {
            return Printable(Member(inside, "subCode")) ?? (anyCode ? Code(inside) : null);
        }

        if (message is not { ValueKind: JsonValueKind.String } text || text.GetString() is not ['{', ..] words || Parsed(Encoding.UTF8.GetBytes(words)) is not { } inner)
        {
            return null;
        }

        using (inner)
        {
            return Printable(Member(inner.RootElement, "subCode")) ?? (anyCode ? Code(inner.RootElement) : null);
        }
    }

    private static JsonDocument? Parsed(ReadOnlyMemory<byte> json)
    {
        try
        {
            return JsonDocument.Parse(json, ActivityJson.Reading);
        }
        catch (JsonException)
        {
            return null;
        }
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
