using Microsoft.AspNetCore.Http;

namespace OfficerBot.Protocol.DirectLine;

/// <summary>Where a client is in a log: the number of the last change it has seen, as text.</summary>
internal static class Watermark
{
    /// <summary>Null when the client names no place: absent, empty, "-", or nonsense. Everything is then sent, and clients drop what they have by id.</summary>
    public static long? Read(HttpRequest request) =>
        long.TryParse(request.Query["watermark"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var change) ? change : null;

    /// <summary>A place beyond the end comes from a log that was lost or put back from a copy; only a replay heals that.</summary>
    public static long StartIn(ConversationState conversation, long? watermark) =>
        watermark is { } change && change <= conversation.LastChange ? change : 0;

    public static string Write(long change) => change.ToString(CultureInfo.InvariantCulture);
}
