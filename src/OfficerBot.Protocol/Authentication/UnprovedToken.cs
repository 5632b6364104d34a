using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace OfficerBot.Protocol.Authentication;

/// <summary>What a token says of itself, before anything of it is believed. Members are null when they are missing or no text.</summary>
internal sealed record UnprovedToken
{
    private static readonly JsonDocumentOptions Lenient = new() { MaxDepth = 8 };
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8, AllowDuplicateProperties = false };
    private static readonly SearchValues<char> Alphabet = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <summary>As it came.</summary>
    public required string Text { get; init; }

    public string? Algorithm { get; init; }
    public string? KeyId { get; init; }

    /// <summary>The header names a key of its own, or an extension that has to be understood.</summary>
    public bool BringsKeysOrExtensions { get; init; }

    /// <summary>Every part is base64url in its one spelling: no padding, no spare bits set.</summary>
    public bool IsCanonical { get; init; }

    /// <summary>A name stands twice in one object; libraries disagree on which one counts.</summary>
    public bool HasDuplicateNames { get; init; }

    public string? Issuer { get; init; }

    /// <summary>All audiences, for the log.</summary>
    public string? Audience { get; init; }

    /// <summary>Unix seconds; null when missing or no whole number that a date could be.</summary>
    public long? Expires { get; init; }

    /// <summary>Unix seconds; null when missing, 4 000 years from now when it is no whole number.</summary>
    public long? NotBefore { get; init; }

    public string? ServiceUrl { get; init; }
    public string? Version { get; init; }
    public string? AppId { get; init; }
    public string? AuthorizedParty { get; init; }
    public string? Tenant { get; init; }

    /// <summary>Reads it; null when it is no signed token in compact form.</summary>
    public static UnprovedToken? Read(string text)
    {
        try
        {
            return ReadParts(text);
        }
        catch (InvalidOperationException)
        {
            return null; // half of a surrogate pair in a name or a text, which the reader of JSON finds only on asking
        }
    }

    private static UnprovedToken? ReadParts(string text)
    {
        Span<Range> parts = stackalloc Range[4];
        if (text.AsSpan().Split(parts, '.') != 3)
        {
            return null;
        }

        var isCanonical = true;
        using var header = Part(text.AsSpan(parts[0]), ref isCanonical, out var repeatsInHeader);
        using var payload = Part(text.AsSpan(parts[1]), ref isCanonical, out var repeatsInPayload);
        if (header is null || payload is null)
        {
            return null;
        }

        isCanonical &= IsOneSpelling(text.AsSpan(parts[2]));
        return Read(text, header.RootElement, payload.RootElement) with { IsCanonical = isCanonical, HasDuplicateNames = repeatsInHeader || repeatsInPayload };
    }

    private static UnprovedToken Read(string text, JsonElement header, JsonElement payload) => new()
    {
        Text = text,
        Algorithm = TextOf(header, "alg"),
        KeyId = TextOf(header, "kid"),
        BringsKeysOrExtensions = header.EnumerateObject().Any(m => m.Name is "crit" or "jku" or "jwk" or "x5u" or "x5c" or "b64" or "zip" or "enc"),
        Issuer = TextOf(payload, "iss"),
        Audience = payload.TryGetProperty("aud", out var audience) ? audience.ToString() : null,
        Expires = SecondsOf(payload, "exp", null),
        NotBefore = SecondsOf(payload, "nbf", Never),
        ServiceUrl = TextOf(payload, "serviceurl"),
        Version = TextOf(payload, "ver"),
        AppId = TextOf(payload, "appid"),
        AuthorizedParty = TextOf(payload, "azp"),
        Tenant = TextOf(payload, "tid"),
    };

    // Seconds of the year 5 999.
    private const long Never = 127_143_000_000;

    private static string? TextOf(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static long? SecondsOf(JsonElement of, string name, long? otherwise) => !of.TryGetProperty(name, out var value)
        ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var seconds) && seconds is >= 0 and <= Never ? seconds : otherwise;

    private static JsonDocument? Part(ReadOnlySpan<char> part, ref bool isCanonical, out bool repeats)
    {
        repeats = false;
        isCanonical &= IsOneSpelling(part);
        var bytes = new byte[Base64Url.GetMaxDecodedLength(part.Length)];
        if (Base64Url.DecodeFromChars(part, bytes, out _, out var count) != OperationStatus.Done)
        {
            return null;
        }

        var document = Document(bytes.AsMemory(0, count), Strict);
        if (document is null)
        {
            document = Document(bytes.AsMemory(0, count), Lenient);
            repeats = document is not null;
        }

        return document;
    }

    private static JsonDocument? Document(ReadOnlyMemory<byte> json, JsonDocumentOptions options)
    {
        try
        {
            var document = JsonDocument.Parse(json, options);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document;
            }

            document.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsOneSpelling(ReadOnlySpan<char> part) => part.Length % 4 != 1 && !part.ContainsAnyExcept(Alphabet) && SpareBits(part) == 0;

    // The last character of a part holds two or four bits that no byte needs.
    private static int SpareBits(ReadOnlySpan<char> part) => (part.Length % 4) switch
    {
        2 => ValueOf(part[^1]) & 0b1111,
        3 => ValueOf(part[^1]) & 0b11,
        _ => 0,
    };

    private static int ValueOf(char c) => c switch
    {
        >= 'A' and <= 'Z' => c - 'A',
        >= 'a' and <= 'z' => c - 'a' + 26,
        >= '0' and <= '9' => c - '0' + 52,
        '-' => 62,
        _ => 63,
    };
}
