using NodaTime;
using OfficerBot.Settings;

namespace OfficerBot.Turns;

/// <summary>Until when files are handed out, by machine time. What becomes part of a lead or a report stays.</summary>
internal sealed class Keeping(TimeProvider machine, OfficerBotSettings settings)
{
    /// <summary>A file somebody sent just now.</summary>
    public Instant UploadedUntil() => Now() + Duration.FromHours(settings.Retention.UploadHours);

    /// <summary>A file the bot hands out now.</summary>
    public Instant HandedOutUntil() => Now() + Duration.FromDays(settings.Retention.HandoutDays);

    private Instant Now() => Instant.FromDateTimeOffset(machine.GetUtcNow());
}
