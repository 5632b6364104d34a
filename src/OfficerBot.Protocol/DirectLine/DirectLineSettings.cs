namespace OfficerBot.Protocol.DirectLine;

/// <summary>What an operator may set about Direct Line.</summary>
/// <param name="Secret">Master key of the site: any conversation, server to server only; tokens are signed with a key derived from it. At least 16 characters, no blanks.</param>
/// <param name="AllowedOrigins">Pages on other hosts that may use it ("https://www.example.org"). When not empty it replaces the origins a token names.</param>
/// <param name="TokenMinutes">Life of a token. DirectLineJS renews every 15 minutes by its own clock, so less than 16 breaks it.</param>
/// <param name="PublicUrl">How browsers reach this service, when the request does not say so; otherwise null.</param>
/// <param name="RateLimitsEnabled">Off only for tests that hammer.</param>
public sealed record DirectLineSettings(
    string Secret, IReadOnlyList<string> AllowedOrigins, int TokenMinutes = 30, Uri? PublicUrl = null, bool RateLimitsEnabled = true)
{
    /// <summary>The secret of yesterday, still accepted while clients change over; null when there is none.</summary>
    public string? PreviousSecret { get; init; }

    /// <summary>The id under which the bot speaks; no client may use it.</summary>
    public string BotId { get; init; } = "officerbot";

    /// <summary>How often an idle socket gets an empty frame, so that browsers notice a dead line.</summary>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>A socket that does not take a frame within this time is cut; its watermark heals it.</summary>
    public TimeSpan SendTimeout { get; init; } = TimeSpan.FromSeconds(15);
}
