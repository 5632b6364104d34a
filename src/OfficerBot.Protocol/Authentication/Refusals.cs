using System.Diagnostics.Metrics;
using System.Text;
using Microsoft.Extensions.Logging;

namespace OfficerBot.Protocol.Authentication;

/// <summary>Every refusal is one line in the log and one count; neither holds the token or anything of the body.</summary>
internal sealed partial class Refusals(ILogger logger, IMeterFactory meters)
{
    private const int Longest = 100;

    private readonly Counter<long> _refused = meters.Create("OfficerBot").CreateCounter<long>(
        "officerbot_channel_refused", description: "Requests to the channels' door that were refused, by reason.");

    /// <summary>Logs, counts, and gives the answer.</summary>
    /// <param name="token">What the token said of itself, or null when there is none that can be read.</param>
    public Authentication.Refused Of(string reason, int status, UnprovedToken? token)
    {
        _refused.Add(1, new KeyValuePair<string, object?>("reason", reason));
        Refused(logger, status, reason, Clean(token?.KeyId), Clean(token?.Issuer), Clean(token is null ? null : string.Join(' ', token.Audiences)));
        return new(status, reason);
    }

    // Written by strangers: one line, readable, short.
    private static string Clean(string? text)
    {
        if (text is null)
        {
            return "-";
        }

        var clean = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length >= Longest)
            {
                return clean.Append('…').ToString();
            }

            clean.Append(IsHarmless(rune) ? rune.ToString() : "?");
        }

        return clean.ToString();
    }

    private static bool IsHarmless(Rune rune) => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    [LoggerMessage(2202, LogLevel.Warning, "A request to the channels' door was refused with {Status}: {Reason}. kid {Kid}, iss {Issuer}, aud {Audience}")]
    private static partial void Refused(ILogger logger, int status, string reason, string kid, string issuer, string audience);
}
