namespace OfficerBot.Protocol;

/// <summary>
/// A failure as the log may keep it: kinds, codes and places. Messages of exceptions are left out, because parsers and look-ups quote in them what
/// people wrote.
/// </summary>
public static class LoggedCause
{
    /// <summary>One paragraph for each exception, the outermost first.</summary>
    public static string Of(Exception cause)
    {
        var own = $"{cause.GetType().FullName} (0x{cause.HResult:X8})\n{cause.StackTrace}";
        return cause.InnerException is { } inner ? $"{own}\ncaused by {Of(inner)}" : own;
    }
}
