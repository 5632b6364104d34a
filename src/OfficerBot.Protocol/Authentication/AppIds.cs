namespace OfficerBot.Protocol.Authentication;

/// <summary>App ids are GUIDs, whose letters may be of either case; other names, which tests and private clouds use, are compared letter by letter.</summary>
internal static class AppIds
{
    /// <summary>False when either is missing.</summary>
    public static bool AreSame(string? one, string? other) =>
        one is not null && other is not null
        && string.Equals(one, other, Guid.TryParseExact(other, "D", out _) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
}
