using System.Text.Json;
using NodaTime;
using OfficerBot.Domain.Deliveries;

namespace OfficerBot.Mail;

/// <summary>A delivery's state, and the stop of all mail, as the text that is stored.</summary>
internal static class LetterState
{
    /// <summary>The state of a stored letter; an empty text is one that was just confirmed.</summary>
    public static DeliveryState Read(string json, Instant machineNow)
    {
        if (json.Length == 0)
        {
            return Delivery.Start(machineNow);
        }

        var kept = JsonSerializer.Deserialize<Kept>(json)!; // we wrote it
        var tries = new DeliveryTries(kept.Attempts, kept.OpenEnds, kept.MayBeDuplicate);
        return new DeliveryRow(kept.State, Instant.FromUnixTimeMilliseconds(kept.At), tries, kept.Reason, kept.Words).ToState();
    }

    /// <summary>Its name and text.</summary>
    public static (string Name, string Json) Write(DeliveryState state)
    {
        var row = DeliveryRow.Of(state);
        var kept = new Kept(row.State, row.At.ToUnixTimeMilliseconds(), row.Tries.Attempts, row.Tries.OpenEnds, row.Tries.MayBeDuplicate, row.Reason, row.Words);
        return (row.State, JsonSerializer.Serialize(kept));
    }

    /// <summary>The stop, or null for no text.</summary>
    public static MailStop? ReadStop(string? json) => json is null || JsonSerializer.Deserialize<KeptStop>(json) is not { } kept
        ? null
        : new MailStop(Instant.FromUnixTimeMilliseconds(kept.Since), (MailStopReason)kept.Reason, kept.Words, kept.Mark);

    /// <summary>Its text.</summary>
    public static string WriteStop(MailStop stop) =>
        JsonSerializer.Serialize(new KeptStop(stop.Since.ToUnixTimeMilliseconds(), (int)stop.Reason, stop.Words, stop.SettingsMark));

    private sealed record Kept(string State, long At, int Attempts, int OpenEnds, bool MayBeDuplicate, int Reason, string Words);

    private sealed record KeptStop(long Since, int Reason, string Words, string Mark);
}
