namespace OfficerBot.Protocol.Activities;

/// <summary>Times on the wire, kept as text until somebody asks.</summary>
public static class ActivityTime
{
    /// <summary>0 to 7 fraction digits, Z or an offset (kept). Null when the text is absent or is no date.</summary>
    public static DateTimeOffset? Parse(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    /// <summary>UTC with milliseconds: finer digits are lost on JavaScript clients, which sort by them.</summary>
    public static string Format(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
