namespace OfficerBot.Protocol.Authentication;

/// <summary>Whom to believe at the channels' door.</summary>
public sealed record AuthenticationSettings
{
    /// <summary>Our own app id, the audience of every token. Null: the door is closed, or anonymous.</summary>
    public string? AppId { get; init; }

    /// <summary>Takes anybody's word. Sample mode on this machine only, which the settings see to.</summary>
    public bool IsAnonymous { get; init; }
}
