namespace OfficerBot.Protocol.Activities;

/// <summary>Names of channels, as written in <c>channelId</c>.</summary>
public static class Channels
{
    public const string DirectLine = "directline";
    public const string WebChat = "webchat";
    public const string MsTeams = "msteams";
    public const string Emulator = "emulator";

    /// <summary>The channel without its sub-channel: newer services send "msteams:sub".</summary>
    public static string WithoutSubChannel(string channelId) =>
        channelId.IndexOf(':', StringComparison.Ordinal) is var at and >= 0 ? channelId[..at] : channelId;
}
