namespace OfficerBot.Protocol.Activities;

/// <summary>How the sender wants its answers; an unknown mode counts as normal.</summary>
public static class DeliveryModes
{
    public const string Normal = "normal";
    public const string Notification = "notification";
    public const string ExpectReplies = "expectReplies";
    public const string Stream = "stream";
}
