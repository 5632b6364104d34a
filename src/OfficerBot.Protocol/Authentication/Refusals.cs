using System.Diagnostics.Metrics;
using System.Text;
using Microsoft.Extensions.Logging;

namespace OfficerBot.Protocol.Authentication;

/// <summary>
/// Every refusal is one count and one line in the log, which after the first hundred of a minute becomes one line for all further ones; neither holds the
/// token or anything of the body.
/// </summary>
internal sealed partial class Refusals(ILogger logger, IMeterFactory meters, TimeProvider machine) : IDisposable
{
    private const int Longest = 100;
    private const int MostLines = 100; // a minute

    private readonly LogAllowance _lines = new(machine, MostLines, count => MoreRefused(logger, count));

    private readonly Counter<long> _refused = meters.Create("OfficerBot").CreateCounter<long>(
        "officerbot.channel.refused", description: "Requests to the channels' door that were refused, by reason.");

    /// <summary>Logs, counts, and gives the answer.</summary>
    /// <param name="token">What the token said of itself, or null when there is none that can be read.</param>
    public Authentication.Refused Of(string reason, int status, UnprovedToken? token)
    {
        _refused.Add(1, new KeyValuePair<string, object?>("reason", reason));
        if (_lines.Take())
        {
            Refused(logger, status, reason, Clean(token?.KeyId), Clean(token?.Issuer), Clean(token is null ? null : string.Join(' ', token.Audiences)));
        }

        return new(status, reason);
    }

    /// <summary>Tells of what has been left out.</summary>
    public void Dispose() => _lines.Dispose();

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

    [LoggerMessage(2204, LogLevel.Warning, "{Count} more requests to the channels' door were refused within a minute; officerbot_channel_refused_total has them by reason.")]
    private static partial void MoreRefused(ILogger logger, int count);
}
