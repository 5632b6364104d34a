using System.Text.Json;
using System.Text.RegularExpressions;

namespace OfficerBot.Protocol.Connector;

/// <summary>Asks a token endpoint once and reads what it says.</summary>
internal static partial class TokenAnswer
{
    private const int MostBytes = 64 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Sends the request; everything but a token is a <see cref="TokenUnavailableException"/>.</summary>
    /// <param name="isLocal">Instance metadata, where 404 and 410 mean "not yet".</param>
    public static async Task<FreshToken> AskAsync(
        HttpMessageInvoker http, HttpRequestMessage request, TimeProvider machine, CancellationToken cancel, bool isLocal = false)
    {
        using var timeout = new CancellationTokenSource(Patience, machine);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, timeout.Token);
        try
        {
            using var answer = await http.SendAsync(request, either.Token);
            var body = await LimitedBody.ReadAsync(answer.Content, MostBytes, either.Token) ?? [];
            return Read((int)answer.StatusCode, body, machine.GetUtcNow(), isLocal);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            throw new TokenUnavailableException("The token endpoint cannot be reached", isPermanent: false, e);
        }
    }

    private static FreshToken Read(int status, byte[] body, DateTimeOffset now, bool isLocal)
    {
        using var json = Parse(body);
        var root = json?.RootElement is { ValueKind: JsonValueKind.Object } found ? found : default;
        if (status == 200 && Text(root, "access_token") is { Length: > 0 } token)
        {
            return new(token, LifeOf(root, now));
        }

        var error = Text(root, "error") is { } said && Code().IsMatch(said) ? said : "no error code";
        var code = Entra().Match(Text(root, "error_description") ?? "").Value;
        var isPassing = status is 408 or 429 or >= 500 || error == "temporarily_unavailable" || (isLocal && status is 404 or 410);
        throw new TokenUnavailableException($"HTTP {status}, {error} {code}".TrimEnd(), !isPassing);
    }

    // expires_in in seconds; managed identities say expires_on, unix seconds as a string. Without either an hour is what Entra gives.
    private static TimeSpan LifeOf(JsonElement root, DateTimeOffset now) =>
        Number(root, "expires_in") is { } life and > 0 ? TimeSpan.FromSeconds(Math.Min(life, 86_400))
        : Number(root, "expires_on") is { } until ? TimeSpan.FromSeconds(Math.Clamp(until - now.ToUnixTimeSeconds(), 0, 86_400))
        : TimeSpan.FromHours(1);

    private static JsonDocument? Parse(byte[] body)
    {
        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            return null; // an error page; the status says enough
        }
    }

    private static string? Text(JsonElement root, string name) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static long? Number(JsonElement root, string name) => root.TryGetProperty(name, out var value)
        && long.TryParse(value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    [GeneratedRegex("^[A-Za-z_]{1,60}$", RegexOptions.NonBacktracking)]
    private static partial Regex Code();

    [GeneratedRegex("AADSTS[0-9]{1,9}", RegexOptions.NonBacktracking)]
    private static partial Regex Entra();
}
