using Microsoft.Extensions.Primitives;

namespace OfficerBot.Protocol.Authentication;

/// <summary>The authorization a request came with.</summary>
/// <param name="Count">How many of these headers there were.</param>
/// <param name="Scheme">The first word of the first one.</param>
/// <param name="Token">What follows it after one space.</param>
internal readonly record struct Presented(int Count, string Scheme, string Token)
{
    /// <summary>Null when there is none, or nothing follows the scheme.</summary>
    public static Presented? Of(StringValues headers) =>
        headers is [{ } first, ..] && first.IndexOf(' ', StringComparison.Ordinal) is var at and > 0 && at < first.Length - 1
            ? new(headers.Count, first[..at], first[(at + 1)..])
            : null;
}
