using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using OfficerBot.Protocol.Activities;

namespace OfficerBot.Protocol.DirectLine;

/// <summary>The text of a request, or why it is refused: exactly one is not null.</summary>
internal sealed record WireBody(string? Text, Refusal? Refused)
{
    /// <summary>Direct Line's limit, in UTF-16 units.</summary>
    public const int MaxCharacters = 256 * 1024;

    private const int MostBytesPerCharacter = 3;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    public static async Task<WireBody> ReadAsync(Stream body, CancellationToken cancel)
    {
        try
        {
            var bytes = await LimitedBytes.ReadAsync(body, MaxCharacters * MostBytesPerCharacter, cancel);
            return bytes is null ? TooLong() : Decode(bytes);
        }
        catch (BadHttpRequestException problem)
        {
            return problem.StatusCode == StatusCodes.Status413PayloadTooLarge ? TooLong() : Broken("The request is malformed");
        }
    }

    /// <summary>The body as a JSON object; an empty body counts as an empty object.</summary>
    public (JsonElement Json, Refusal? Refused) AsObject()
    {
        if (Text is null)
        {
            return (default, Refused);
        }

        try
        {
            using var document = JsonDocument.Parse(Text.Length == 0 ? "{}" : LoneSurrogates.Mend(Text), ActivityJson.Reading);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? (document.RootElement.Clone(), null)
                : (default, Refusal.BadSyntax("The body must be a JSON object"));
        }
        catch (JsonException)
        {
            return (default, Refusal.BadSyntax("The body is not well-formed JSON"));
        }
    }

    private static WireBody Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var text = StrictUtf8.GetString(bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes);
            return text.Length > MaxCharacters ? TooLong() : new WireBody(text, null);
        }
        catch (DecoderFallbackException)
        {
            return Broken("The body is not UTF-8");
        }
    }

    private static WireBody TooLong() => new(null, Refusal.TooLarge($"At most {MaxCharacters} characters"));

    private static WireBody Broken(string message) => new(null, Refusal.BadSyntax(message));
}
