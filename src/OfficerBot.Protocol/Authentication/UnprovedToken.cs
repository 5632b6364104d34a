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

    private static readonly string[] Forbidden = ["crit", "jku", "jwk", "x5u", "x5c", "b64", "zip", "enc"];

    /// <summary>As it came.</summary>
    public required string Text { get; init; }

    /// <summary>How many characters of <see cref="Text"/> are signed.</summary>
    public required int SignedLength { get; init; }

    /// <summary>May be empty, or anything.</summary>
    public required byte[] Signature { get; init; }

    public string? Algorithm { get; init; }
    public string? KeyId { get; init; }

    /// <summary>The header names a key of its own, or an extension that has to be understood.</summary>
    public bool BringsKeysOrExtensions { get; init; }

    /// <summary>Every part is base64url in its one spelling: no padding, no blanks. The decoder itself refuses spare bits that are set.</summary>
    public bool IsCanonical { get; init; }

    /// <summary>A name stands twice in one object; libraries disagree on which one counts.</summary>
    public bool HasDuplicateNames { get; init; }

    public string? Issuer { get; init; }

    /// <summary>One or several; what is no text is left out.</summary>
    public IReadOnlyList<string> Audiences { get; init; } = [];

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

        isCanonical &= !text.AsSpan(parts[2]).ContainsAnyExcept(Alphabet);
        return Bytes(text.AsSpan(parts[2])) is { } signature
            ? Read(text, signature, header.RootElement, payload.RootElement) with { IsCanonical = isCanonical, HasDuplicateNames = repeatsInHeader || repeatsInPayload }
            : null;
    }

    private static UnprovedToken Read(string text, byte[] signature, JsonElement header, JsonElement payload) => new()
    {
        Text = text,
        SignedLength = text.LastIndexOf('.'),
        Signature = signature,
        Algorithm = TextOf(header, "alg"),
        KeyId = TextOf(header, "kid"),
        BringsKeysOrExtensions = Forbidden.Any(name => header.TryGetProperty(name, out _)),
        Issuer = TextOf(payload, "iss"),
        Audiences = payload.TryGetProperty("aud", out var audience) ? TextsOf(audience) : [],
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

    private static string[] TextsOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!], // asked for on the same line
        JsonValueKind.Array => [.. value.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!)], // the same
        _ => [],
    };

    private static long? SecondsOf(JsonElement of, string name, long? otherwise) => !of.TryGetProperty(name, out var value)
        ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var seconds) && seconds is >= 0 and <= Never ? seconds : otherwise;

    private static JsonDocument? Part(ReadOnlySpan<char> part, ref bool isCanonical, out bool repeats)
    {
        repeats = false;
        isCanonical &= !part.ContainsAnyExcept(Alphabet);
        if (Bytes(part) is not { } bytes)
        {
            return null;
        }

        var document = Document(bytes, Strict);
        if (document is null)
        {
            document = Document(bytes, Lenient);
            repeats = document is not null;
        }

        return document;
    }

    private static byte[]? Bytes(ReadOnlySpan<char> part)
    {
        var bytes = new byte[Base64Url.GetMaxDecodedLength(part.Length)];
        return Base64Url.DecodeFromChars(part, bytes, out _, out var count) != OperationStatus.Done ? null : count == bytes.Length ? bytes : bytes[..count];
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
}
