namespace OfficerBot.Protocol.Activities;

/// <summary>A reaction put on, or taken from, a message.</summary>
public sealed record MessageReaction
{
    public string? Type { get; init; }
}
